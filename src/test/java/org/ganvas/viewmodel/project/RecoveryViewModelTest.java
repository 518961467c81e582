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
import org.ganvas.project.OpenedProject;
import org.ganvas.project.ProjectExtras;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.recovery.RecoveryFolder;
import org.ganvas.session.history.ProjectCheckpoint;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.WindowFixture;
import org.ganvas.viewmodel.support.AppServices;
import org.ganvas.viewmodel.support.InMemoryPreferences;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Start after a crash: a recovery folder without a lock. */
class RecoveryViewModelTest {

    @TempDir
    Path folder;

    private Path home;
    private RecoveryFolder recovery;
    private WindowFixture fixture;

    @BeforeEach
    void crash() throws Exception {
        home = folder.resolve("digits.ganvas");
        Path root = folder.resolve("recovery");
        WindowFixture crashed =
                WindowFixture.trained(services(new RecoveryFolder(folder.resolve("before"), new ProjectStore())));
        crashed.prompts.project(home);
        crashed.window.projects().project().save();
        crashed.frames(2);
        crashed.train();
        crashed.wait(61);
        // As a killed process leaves it: complete and not locked.
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
        fixture = WindowFixture.ready(services(recovery));
        fixture.window.projects().recovery().findRuns();
        fixture.frames(1);
    }

    @AfterEach
    void close() {
        recovery.close();
    }

    private static AppServices services(RecoveryFolder recovery) {
        return new AppServices(Runnable::run, new ProjectStore(), recovery, new InMemoryPreferences(), failure -> null);
    }

    private RecoveryOffer offer() {
        return fixture.window.projects().recovery().offerProperty().get();
    }

    private List<Path> copies() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("recovery"))) {
            return files.filter(file -> file.toString().endsWith(".ganvas")).toList();
        }
    }

    @Test
    void offerHasImageNameStepAndTime() {
        RecoveryOffer offer = offer();
        assertNotNull(offer);
        assertTrue(
                offer.name()
                        .startsWith(
                                fixture.window.train().runSetup().shownPreset().name() + " · "),
                offer.name());
        assertEquals("Step 24 · 0:00 of training", offer.progress());
        assertTrue(offer.place().startsWith("Saved ") && offer.place().endsWith(" · belongs to digits.ganvas"));
        assertTrue(offer.thumbnail().length > 100, "a thumbnail");
    }

    @Test
    void nothingIsOfferedWithoutACrash() {
        WindowFixture calm =
                WindowFixture.ready(services(new RecoveryFolder(folder.resolve("empty"), new ProjectStore())));
        calm.window.projects().recovery().findRuns();
        calm.frames(1);
        assertNull(calm.window.projects().recovery().offerProperty().get());
    }

    @Test
    void restoredRunHasItsStepAndIsUnsaved() throws Exception {
        fixture.window.projects().recovery().restore();
        fixture.frames(4);
        assertNull(offer());
        assertEquals(24, fixture.window.train().run().stepProperty().get());
        assertEquals(
                RunState.PAUSED, fixture.window.train().run().stateProperty().get());
        assertEquals(home, fixture.window.projects().document().fileProperty().get());
        assertTrue(fixture.window.projects().document().changedProperty().get());
        assertEquals(1, copies().size(), "safe until it is saved");

        fixture.window.projects().project().save();
        fixture.frames(2);
        assertEquals(24, new ProjectStore().load(home).state().step());
        assertEquals(List.of(), copies());
    }

    @Test
    void restoredRunHasThePastOfItsProject() throws Exception {
        OpenedProject saved = new ProjectStore().open(home);
        SampleGrid grid = new SampleGrid(
                saved.run().info().spec().image(),
                1,
                1,
                new float[saved.run().info().spec().image().size()],
                new int[] {0},
                3);
        ProjectExtras past = ProjectExtras.of(List.of(new ProjectCheckpoint(0, "early", grid)));
        new ProjectStore().save(saved.run(), past, home);
        fixture.window.projects().recovery().restore();
        fixture.frames(4);
        assertEquals(
                List.of("early"),
                fixture.training.restoredPast().stream()
                        .map(ProjectCheckpoint::mark)
                        .toList());
    }

    @Test
    void anotherRunInTheProjectIsNotItsPast() throws Exception {
        OpenedProject saved = new ProjectStore().open(home);
        RunCapture run = saved.run();
        RunRequest request = run.info().request();
        RunInfo other = run.info()
                .withRequest(new RunRequest(request.presetId(), request.spec(), request.dataId(), request.seed() + 1));
        SampleGrid grid = new SampleGrid(
                request.spec().image(), 1, 1, new float[request.spec().image().size()], new int[] {0}, 3);
        new ProjectStore()
                .save(
                        new RunCapture(other, run.state(), run.trainedSeconds(), run.scalars()),
                        ProjectExtras.of(List.of(new ProjectCheckpoint(0, "early", grid))),
                        home);
        fixture.window.projects().recovery().restore();
        fixture.frames(4);
        assertEquals(List.of(), fixture.training.restoredPast());
        assertEquals(24, fixture.window.train().run().stepProperty().get());
    }

    @Test
    void restoreThatTheSessionRefusesLosesNothing() throws Exception {
        fixture.training.refuseNextLoad("The data is gone.");
        fixture.window.projects().recovery().restore();
        fixture.frames(4);
        recovery.close();
        assertEquals(1, copies().size());
    }

    @Test
    void deleteAsksAndDeletes() throws Exception {
        fixture.prompts.answer(false);
        fixture.window.projects().recovery().delete();
        fixture.frames(1);
        assertNotNull(offer());
        fixture.prompts.answer(true);
        fixture.window.projects().recovery().delete();
        fixture.frames(1);
        assertNull(offer());
        assertEquals(List.of(), copies());
    }

    @Test
    void dismissedOfferComesBackAtTheNextStart() throws Exception {
        fixture.window.projects().recovery().later();
        assertNull(offer());
        recovery.close();
        recovery = new RecoveryFolder(folder.resolve("recovery"), new ProjectStore());
        fixture = WindowFixture.ready(services(recovery));
        fixture.window.projects().recovery().findRuns();
        fixture.frames(1);
        assertNotNull(offer());
    }

    @Test
    void damagedCopyIsReported() throws Exception {
        Files.write(copies().get(0), new byte[100]);
        fixture.window.projects().recovery().restore();
        fixture.frames(2);
        assertNull(offer());
        assertTrue(fixture.window.notices().problemProperty().get().contains("cannot be opened"));
        assertFalse(fixture.window.projects().document().changedProperty().get());
    }
}
