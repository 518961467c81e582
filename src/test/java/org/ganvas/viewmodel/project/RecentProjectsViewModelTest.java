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
    private WindowFixture bench;

    @BeforeEach
    void saveTwo() {
        bench = start();
        save("a.ganvas");
        save("b.ganvas");
    }

    private WindowFixture start() {
        return WindowFixture.trained(
                new AppServices(Runnable::run, new ProjectStore(), null, preferences, failure -> null));
    }

    private void save(String name) {
        bench.prompts.project(folder.resolve(name));
        bench.window.projects().project().saveAs();
        bench.frames(2);
    }

    private static List<String> names(WindowFixture window) {
        return window.window.projects().project().recent().projects().stream()
                .map(RecentProject::name)
                .toList();
    }

    @Test
    void theLastOneUsedStandsFirstAndTheNextStartKnows() {
        assertEquals(List.of("b.ganvas", "a.ganvas"), names(bench));
        save("a.ganvas");
        assertEquals(List.of("a.ganvas", "b.ganvas"), names(bench));
        assertEquals(3, preferences.count(), "a crash must not cost the list");
        assertEquals(List.of("a.ganvas", "b.ganvas"), names(start()));
        assertEquals(
                folder.toString(),
                bench.window.projects().project().recent().projects().get(0).folder());
    }

    @Test
    void onlyTenAreRemembered() {
        for (int i = 0; i < 12; i++) {
            save(i + ".ganvas");
        }
        assertEquals(10, names(bench).size());
        assertEquals("11.ganvas", names(start()).get(0));
    }

    @Test
    void oneThatIsGoneIsGreyAndLeavesWhenChosen() throws Exception {
        Files.delete(folder.resolve("a.ganvas"));
        bench.window.projects().project().recent().refresh();
        bench.frames(1);
        RecentProject gone = bench.window.projects().project().recent().projects().get(1);
        assertFalse(gone.there());
        assertTrue(bench.window.projects().project().recent().projects().get(0).there());
        bench.window.projects().project().recent().openOrRemove(gone);
        assertEquals(List.of("b.ganvas"), names(bench));
        assertTrue(bench.window.notices().toastProperty().get().startsWith("a.ganvas no longer exists"));
    }

    @Test
    void oneThatComesBackCanBeChosenAgain() throws Exception {
        byte[] content = Files.readAllBytes(folder.resolve("a.ganvas"));
        Files.delete(folder.resolve("a.ganvas"));
        WindowFixture later = start();
        later.frames(1);
        assertFalse(later.window.projects().project().recent().projects().get(1).there());
        Files.write(folder.resolve("a.ganvas"), content);
        later.window.projects().project().recent().refresh();
        later.frames(1);
        RecentProject back = later.window.projects().project().recent().projects().get(1);
        assertTrue(back.there());
        later.window.projects().project().recent().openOrRemove(back);
        later.frames(3);
        assertEquals(
                folder.resolve("a.ganvas"),
                later.window.projects().document().fileProperty().get());
        assertEquals(List.of("a.ganvas", "b.ganvas"), names(later));
    }

    @Test
    void clearedIsCleared() {
        bench.window.projects().project().recent().clear();
        assertEquals(List.of(), names(bench));
        assertEquals(List.of(), names(start()));
    }

    @Test
    void theStartSweepsWhatKilledProgramsLeft() throws Exception {
        Path left = Files.writeString(folder.resolve(".a.ganvas.dead.partial"), "half");
        start();
        assertFalse(Files.exists(left));
    }
}
