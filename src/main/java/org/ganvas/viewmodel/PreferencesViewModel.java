package org.ganvas.viewmodel;

import java.util.List;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.ganvas.data.download.DownloadableDataset;
import org.ganvas.session.history.HistorySettings;
import org.ganvas.viewmodel.project.AutosaveViewModel;
import org.ganvas.viewmodel.support.PreferenceStore;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.text.LanguageSelector;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.train.DownloadsViewModel;
import org.ganvas.viewmodel.window.DisplaySettingsViewModel;
import org.ganvas.viewmodel.window.ThreadsViewModel;
import org.jspecify.annotations.Nullable;

/**
 * Preferences for all runs. Each change is written at once and takes effect at once, except where stated. FX thread.
 */
public final class PreferencesViewModel {

    /** Preference: one of {@link #THEMES}. */
    public static final String THEME = "theme";

    /** Preference: limit of the history of a run, in megabytes. */
    public static final String MEMORY = "history.memory";

    public static final int DEFAULT_MEMORY = HistorySettings.DEFAULT_MEMORY_MB;
    public static final int MIN_MEMORY = HistorySettings.MIN_MEMORY_MB;
    public static final int MAX_MEMORY = 65_536;
    public static final int DEFAULT_AUTOSAVE = 60;

    /** Greatest interval in seconds: one day. */
    public static final int MAX_AUTOSAVE = 86_400;

    /** Preference: whether the welcome page opens at the start. */
    public static final String WELCOME = "welcome.show";

    private static final String SYSTEM = "system";
    private static final String DEFAULT_THEME = "dark";

    /** Values of {@link #THEME}. */
    public static final List<String> THEMES = List.of(SYSTEM, "light", DEFAULT_THEME);

    private final PreferenceStore preferences;
    private final UserPrompts prompts;
    private final ThreadsViewModel threads;
    private final DownloadsViewModel downloads;
    private final Runnable autosaveChanged;
    private final ReadOnlyStringWrapper theme = new ReadOnlyStringWrapper(DEFAULT_THEME);
    private final ReadOnlyIntegerWrapper memory = new ReadOnlyIntegerWrapper(DEFAULT_MEMORY);
    private final ReadOnlyIntegerWrapper autosave = new ReadOnlyIntegerWrapper(DEFAULT_AUTOSAVE);
    private final ReadOnlyBooleanWrapper welcome = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyStringWrapper folder = new ReadOnlyStringWrapper("");
    private @Nullable DisplaySettingsViewModel display;

    /**
     * @param autosaveChanged called when the interval changes
     */
    PreferencesViewModel(
            PreferenceStore preferences,
            UserPrompts prompts,
            ThreadsViewModel threads,
            DownloadsViewModel downloads,
            Runnable autosaveChanged) {
        this.preferences = preferences;
        this.prompts = prompts;
        this.threads = threads;
        this.downloads = downloads;
        this.autosaveChanged = autosaveChanged;
        read();
    }

    private void read() {
        String chosen = preferences.get(THEME, DEFAULT_THEME);
        theme.set(THEMES.contains(chosen) ? chosen : DEFAULT_THEME);
        memory.set(number(MEMORY, MIN_MEMORY, MAX_MEMORY).orElse(DEFAULT_MEMORY));
        autosave.set(number(AutosaveViewModel.SECONDS, 0, MAX_AUTOSAVE).orElse(DEFAULT_AUTOSAVE));
        folder.set(preferences.get(DownloadsViewModel.FOLDER, ""));
        welcome.set(!"false".equals(preferences.get(WELCOME, "true")));
    }

    private OptionalInt number(String key, int min, int max) {
        String text = preferences.get(key, "");
        if (!text.matches("\\d{1,9}")) {
            return OptionalInt.empty();
        }
        int value = Integer.parseInt(text);
        return value >= min && value <= max ? OptionalInt.of(value) : OptionalInt.empty();
    }

    private void store(String key, String value) {
        preferences.put(key, value);
        preferences.flush();
    }

    // ---- Properties ----

    public ReadOnlyStringProperty themeProperty() {
        return theme.getReadOnlyProperty();
    }

    /** Limit of the history of a run in megabytes; takes effect at the next start. */
    public ReadOnlyIntegerProperty memoryProperty() {
        return memory.getReadOnlyProperty();
    }

    /** Seconds between two copies of unsaved work; 0 for none. */
    public ReadOnlyIntegerProperty autosaveProperty() {
        return autosave.getReadOnlyProperty();
    }

    /** Whether the welcome page opens at the start. */
    public ReadOnlyBooleanProperty welcomeProperty() {
        return welcome.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty dataFolderProperty() {
        return folder.getReadOnlyProperty();
    }

    public ThreadsViewModel threads() {
        return threads;
    }

    /** Choice of languages; null before {@link #offer}. */
    public @Nullable LanguageSelector languages() {
        return display == null ? null : display.language();
    }

    /** Choice of the text size; null before {@link #offer}. */
    public @Nullable DisplaySettingsViewModel display() {
        return display;
    }

    public List<DownloadableDataset> downloads() {
        return downloads.datasets();
    }

    /** Address that replaces the built-in ones of a dataset; empty for none. */
    public String address(DownloadableDataset set) {
        return preferences.get(DownloadsViewModel.ADDRESS_PREFIX + set.id(), "");
    }

    // ---- Commands ----

    /** Adds the choices of languages and text sizes. */
    public void offer(DisplaySettingsViewModel choices) {
        display = choices;
    }

    public void chooseTheme(String choice) {
        store(THEME, choice);
        theme.set(choice);
    }

    /** Sets whether the welcome page opens at the start. */
    public void chooseWelcome(boolean open) {
        store(WELCOME, Boolean.toString(open));
        welcome.set(open);
    }

    /** Sets the limit of the history in megabytes, clamped to the allowed range. */
    public void chooseMemory(double megabytes) {
        int value = (int) Math.max(MIN_MEMORY, Math.min(MAX_MEMORY, megabytes));
        store(MEMORY, Integer.toString(value));
        memory.set(value);
    }

    /** Sets the interval of copies in seconds, 0 for none, clamped to the allowed range. */
    public void chooseAutosave(double seconds) {
        int value = (int) Math.max(0, Math.min(MAX_AUTOSAVE, seconds));
        store(AutosaveViewModel.SECONDS, Integer.toString(value));
        autosave.set(value);
        autosaveChanged.run();
    }

    /** Asks for the folder of downloads; datasets that were downloaded before stay where they are. */
    public void chooseDataFolder() {
        prompts.chooseFolder(Messages.text("prefs.folder"), chosen -> {
            store(DownloadsViewModel.FOLDER, chosen.toString());
            folder.set(chosen.toString());
        });
    }

    public void chooseAddress(DownloadableDataset set, String address) {
        store(DownloadsViewModel.ADDRESS_PREFIX + set.id(), address.strip());
    }

    /** Resets all preferences to their defaults. */
    public void reset() {
        for (String key : List.of(THEME, MEMORY, AutosaveViewModel.SECONDS, DownloadsViewModel.FOLDER, WELCOME)) {
            preferences.forget(key);
        }
        downloads.datasets().forEach(set -> preferences.forget(DownloadsViewModel.ADDRESS_PREFIX + set.id()));
        preferences.flush();
        read();
        autosaveChanged.run();
        threads.choose(threads.choices().get(0));
        if (display != null) {
            display.chooseTextSize(DisplaySettingsViewModel.TEXT_SIZES.get(0));
            display.language().choose(display.language().tags().get(0));
        }
    }
}
