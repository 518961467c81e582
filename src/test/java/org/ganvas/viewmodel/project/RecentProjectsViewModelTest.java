package org.ganvas.viewmodel.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ganvas.project.ProjectStore;
import org.ganvas.viewmodel.WindowFixture;
import org.ganvas.viewmodel.support.AppServices;
import org.ganvas.viewmodel.support.CountingPreferences;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentProjectsViewModelTest {

    @TempDir
    Path folder;

    private final CountingPreferences preferences = new CountingPreferences();
    private WindowFixture fixture;

    @BeforeEach
    void saveTwo() {
        fixture = start();
        save("a.ganvas");
        save("b.ganvas");
    }

    private WindowFixture start() {
        return WindowFixture.trained(
                new AppServices(Runnable::run, new ProjectStore(), null, preferences, failure -> null));
    }

    private void save(String name) {
        fixture.prompts.project(folder.resolve(name));
        fixture.window.projects().project().saveAs();
        fixture.frames(2);
    }

    private static List<String> names(WindowFixture window) {
        return window.window.projects().project().recent().projects().stream()
                .map(RecentProject::name)
                .toList();
    }

    @Test
    void latestProjectIsFirstAlsoAfterTheNextStart() {
        assertEquals(List.of("b.ganvas", "a.ganvas"), names(fixture));
        save("a.ganvas");
        assertEquals(List.of("a.ganvas", "b.ganvas"), names(fixture));
        assertEquals(3, preferences.count(), "a crash must not cost the list");
        assertEquals(List.of("a.ganvas", "b.ganvas"), names(start()));
        assertEquals(
                folder.toString(),
                fixture.window.projects().project().recent().projects().get(0).folder());
    }

    @Test
    void tenProjectsAreKept() {
        for (int i = 0; i < 12; i++) {
            save(i + ".ganvas");
        }
        assertEquals(10, names(fixture).size());
        assertEquals("11.ganvas", names(start()).get(0));
    }

    @Test
    void missingProjectIsMarkedAndRemovedWhenChosen() throws Exception {
        Files.delete(folder.resolve("a.ganvas"));
        fixture.window.projects().project().recent().refresh();
        fixture.frames(1);
        RecentProject gone =
                fixture.window.projects().project().recent().projects().get(1);
        assertFalse(gone.exists());
        assertTrue(
                fixture.window.projects().project().recent().projects().get(0).exists());
        fixture.window.projects().project().recent().openOrRemove(gone);
        assertEquals(List.of("b.ganvas"), names(fixture));
        assertTrue(fixture.window.notices().toastProperty().get().startsWith("a.ganvas no longer exists"));
    }

    @Test
    void projectWhoseFileIsBackCanBeOpened() throws Exception {
        byte[] content = Files.readAllBytes(folder.resolve("a.ganvas"));
        Files.delete(folder.resolve("a.ganvas"));
        WindowFixture later = start();
        later.frames(1);
        assertFalse(later.window.projects().project().recent().projects().get(1).exists());
        Files.write(folder.resolve("a.ganvas"), content);
        later.window.projects().project().recent().refresh();
        later.frames(1);
        RecentProject back =
                later.window.projects().project().recent().projects().get(1);
        assertTrue(back.exists());
        later.window.projects().project().recent().openOrRemove(back);
        later.frames(3);
        assertEquals(
                folder.resolve("a.ganvas"),
                later.window.projects().document().fileProperty().get());
        assertEquals(List.of("a.ganvas", "b.ganvas"), names(later));
    }

    @Test
    void clearedListStaysEmpty() {
        fixture.window.projects().project().recent().clear();
        assertEquals(List.of(), names(fixture));
        assertEquals(List.of(), names(start()));
    }

    @Test
    void startDeletesTemporaryFilesOfKilledPrograms() throws Exception {
        Path left = Files.writeString(folder.resolve(".a.ganvas.dead.partial"), "half");
        start();
        assertFalse(Files.exists(left));
    }
}
