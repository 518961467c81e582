package org.ganvas.viewmodel.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ganvas.project.ProjectFile;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.recovery.RecoveryFolder;
import org.ganvas.session.run.RunState;
import org.ganvas.viewmodel.WindowFixture;
import org.ganvas.viewmodel.support.AppServices;
import org.ganvas.viewmodel.support.InMemoryPreferences;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The next start after a crash; the crash is a folder whose lock nobody holds. */
class RecoveryViewModelTest {

    @TempDir
    Path folder;

    private Path home;
    private RecoveryFolder recovery;
    private WindowFixture bench;

    @BeforeEach
    void crash() throws Exception {
        home = folder.resolve("digits.ganvas");
        Path root = folder.resolve("recovery");
        WindowFixture crashed =
                WindowFixture.trained(cabinet(new RecoveryFolder(folder.resolve("before"), new ProjectStore())));
        crashed.prompts.project(home);
        crashed.window.projects().project().save();
        crashed.frames(2);
        crashed.train();
        crashed.wait(61);
        // As a killed process leaves it: everything is there, and the lock is held by nobody.
        try (Stream<Path> files = Files.walk(folder.resolve("before"))) {
            for (Path file : files.toList()) {
                Path copy = root.resolve(folder.resolve("before").relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.write(copy, Files.readAllBytes(file));
                }
            }
        }
        recovery = new RecoveryFolder(root, new ProjectStore());
        bench = WindowFixture.ready(cabinet(recovery));
        bench.window.projects().recovery().findRuns();
        bench.frames(1);
    }

    @AfterEach
    void close() {
        recovery.close();
    }

    private static AppServices cabinet(RecoveryFolder recovery) {
        return new AppServices(Runnable::run, new ProjectStore(), recovery, new InMemoryPreferences(), failure -> null);
    }

    private RecoveryOffer offer() {
        return bench.window.projects().recovery().offerProperty().get();
    }

    private List<Path> copies() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("recovery"))) {
            return files.filter(file -> file.toString().endsWith(".ganvas")).toList();
        }
    }

    @Test
    void theRunIsOfferedWithPictureNameStepAndTime() {
        RecoveryOffer offer = offer();
        assertNotNull(offer);
        assertTrue(offer.name().startsWith(bench.window.train().runSetup().shownPreset().name() + " · "), offer.name());
        assertEquals("Step 24 · 0:00 of training", offer.facts());
        assertTrue(offer.place().startsWith("Saved ") && offer.place().endsWith(" · belongs to digits.ganvas"));
        assertTrue(offer.picture().length > 100, "a thumbnail");
    }

    @Test
    void nothingIsOfferedWithoutACrash() {
        WindowFixture calm =
                WindowFixture.ready(cabinet(new RecoveryFolder(folder.resolve("empty"), new ProjectStore())));
        calm.window.projects().recovery().findRuns();
        calm.frames(1);
        assertNull(calm.window.projects().recovery().offerProperty().get());
    }

    @Test
    void aRestoredRunStandsWhereItStoodAndIsUnsaved() throws Exception {
        bench.window.projects().recovery().restore();
        bench.frames(4);
        assertNull(offer());
        assertEquals(24, bench.window.train().run().stepProperty().get());
        assertEquals(RunState.PAUSED, bench.window.train().run().stateProperty().get());
        assertEquals(home, bench.window.projects().document().fileProperty().get());
        assertTrue(bench.window.projects().document().changedProperty().get());
        assertEquals(1, copies().size(), "safe until it is saved");

        bench.window.projects().project().save();
        bench.frames(2);
        assertEquals(24, ProjectFile.load(home).state().step());
        assertEquals(List.of(), copies());
    }

    @Test
    void aRestoreThatTheSessionRefusesLosesNothing() throws Exception {
        bench.training.refuseNextLoad("The data is gone.");
        bench.window.projects().recovery().restore();
        bench.frames(4);
        recovery.close();
        assertEquals(1, copies().size());
    }

    @Test
    void deleteAsksAndDeletes() throws Exception {
        bench.prompts.answer(false);
        bench.window.projects().recovery().delete();
        bench.frames(1);
        assertNotNull(offer());
        bench.prompts.answer(true);
        bench.window.projects().recovery().delete();
        bench.frames(1);
        assertNull(offer());
        assertEquals(List.of(), copies());
    }

    @Test
    void laterOffersItAgainAtTheNextStart() throws Exception {
        bench.window.projects().recovery().later();
        assertNull(offer());
        recovery.close();
        recovery = new RecoveryFolder(folder.resolve("recovery"), new ProjectStore());
        bench = WindowFixture.ready(cabinet(recovery));
        bench.window.projects().recovery().findRuns();
        bench.frames(1);
        assertNotNull(offer());
    }

    @Test
    void aCopyThatSpoiledMeanwhileIsASentence() throws Exception {
        Files.write(copies().get(0), new byte[100]);
        bench.window.projects().recovery().restore();
        bench.frames(2);
        assertNull(offer());
        assertTrue(bench.window.notices().problemProperty().get().contains("cannot be opened"));
        assertFalse(bench.window.projects().document().changedProperty().get());
    }
}
