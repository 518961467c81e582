package org.ganvas.viewmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.ganvas.data.download.DownloadableDataset;
import org.ganvas.fake.FakePrompts;
import org.ganvas.fake.FakeTrainingSession;
import org.ganvas.viewmodel.support.CountingPreferences;
import org.ganvas.viewmodel.support.UndoStack;
import org.ganvas.viewmodel.train.DownloadsViewModel;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.ganvas.viewmodel.window.ThreadsViewModel;
import org.junit.jupiter.api.Test;

final class PreferencesViewModelTest {

    private final CountingPreferences preferences = new CountingPreferences();
    private final FakePrompts prompts = new FakePrompts();
    private final NoticesViewModel notices = new NoticesViewModel(failure -> null);
    private int intervals;

    private PreferencesViewModel page() {
        ThreadsViewModel threads = new ThreadsViewModel(new FakeTrainingSession(0), new UndoStack(), 2);
        DownloadsViewModel downloads = DownloadsViewModel.ofNetwork(prompts, notices, preferences, path -> {});
        return new PreferencesViewModel(preferences, prompts, threads, downloads, () -> intervals++);
    }

    @Test
    void everyChangeIsStoredAtOnce() {
        PreferencesViewModel page = page();
        DownloadableDataset set = page.downloads().get(1);
        prompts.folder(Path.of("pictures"));
        page.chooseTheme("system");
        page.chooseMemory(2048);
        page.chooseAutosave(0);
        page.chooseDataFolder();
        page.chooseAddress(set, " http://school.example/ ");
        assertEquals(5, preferences.count(), "each at once: a crash must not cost it");
        assertEquals(1, intervals);

        PreferencesViewModel next = page();
        assertEquals("system", next.themeProperty().get());
        assertEquals(2048, next.memoryProperty().get());
        assertEquals(0, next.autosaveProperty().get());
        assertEquals("pictures", next.dataFolderProperty().get());
        assertEquals("http://school.example/", next.address(set));
    }

    @Test
    void numbersStayWithinTheirLimits() {
        PreferencesViewModel page = page();
        page.chooseMemory(1);
        assertEquals(PreferencesViewModel.MIN_MEMORY, page.memoryProperty().get());
        page.chooseMemory(1e12);
        assertEquals(PreferencesViewModel.MAX_MEMORY, page.memoryProperty().get());
        page.chooseAutosave(-3);
        assertEquals(0, page.autosaveProperty().get());
    }

    @Test
    void invalidValuesGiveDefaults() {
        preferences.put("theme", "purple");
        preferences.put("history.memory", "99999999999999999999");
        preferences.put("autosave.seconds", "-1");
        PreferencesViewModel page = page();
        assertEquals("dark", page.themeProperty().get());
        assertEquals(PreferencesViewModel.DEFAULT_MEMORY, page.memoryProperty().get());
        assertEquals(
                PreferencesViewModel.DEFAULT_AUTOSAVE, page.autosaveProperty().get());
    }

    @Test
    void resetRestoresTheDefaults() {
        PreferencesViewModel page = page();
        page.chooseTheme("light");
        page.chooseMemory(100);
        page.chooseAutosave(5);
        page.chooseAddress(page.downloads().get(0), "http://x/");
        preferences.put("recent.0", "a project");
        page.reset();
        assertEquals("dark", page.themeProperty().get());
        assertEquals(48, page.memoryProperty().get());
        assertEquals(60, page.autosaveProperty().get());
        assertEquals("", page.address(page.downloads().get(0)));
        assertEquals("a project", preferences.get("recent.0", ""), "what is not on the page stays");
        assertEquals(List.of("system", "light", "dark"), PreferencesViewModel.THEMES);
    }
}
