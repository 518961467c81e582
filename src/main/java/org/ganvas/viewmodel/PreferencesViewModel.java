package org.ganvas.viewmodel;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.ganvas.data.download.DownloadableDataset;
import org.ganvas.viewmodel.project.AutosaveViewModel;
import org.ganvas.viewmodel.support.PreferenceStore;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.text.LanguageSelector;
import org.ganvas.viewmodel.train.DownloadsViewModel;
import org.ganvas.viewmodel.window.ThreadsViewModel;
import org.jspecify.annotations.Nullable;

/**
 * What a person sets once, for every run: kept at each change, and valid from then on unless the page says otherwise. FX
 * thread.
 */
public final class PreferencesViewModel {

    /** The look: {@link #THEMES}. */
    public static final String THEME = "theme";

    /** Megabytes that the history of a run may take. */
    public static final String MEMORY = "history.memory";

    public static final int USUAL_MEMORY = 512;
    public static final int LEAST_MEMORY = 64;
    public static final int MOST_MEMORY = 65_536;
    public static final int USUAL_AUTOSAVE = 60;

    /** One day; rarer is never. */
    public static final int MOST_AUTOSAVE = 86_400;

    private static final String SYSTEM = "system";
    private static final String USUAL_THEME = "dark";

    /** What the look can be, as the settings keep it. */
    public static final List<String> THEMES = List.of(SYSTEM, "light", USUAL_THEME);

    private final PreferenceStore preferences;
    private final UserPrompts prompts;
    private final ThreadsViewModel threads;
    private final DownloadsViewModel downloads;
    private final Runnable autosaveChanged;
    private final ReadOnlyStringWrapper theme = new ReadOnlyStringWrapper(USUAL_THEME);
    private final ReadOnlyIntegerWrapper memory = new ReadOnlyIntegerWrapper(USUAL_MEMORY);
    private final ReadOnlyIntegerWrapper autosave = new ReadOnlyIntegerWrapper(USUAL_AUTOSAVE);
    private final ReadOnlyStringWrapper folder = new ReadOnlyStringWrapper("");
    private @Nullable LanguageSelector languages;

    /**
     * @param autosaveChanged is called when the interval is another one
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
        String chosen = preferences.get(THEME, USUAL_THEME);
        theme.set(THEMES.contains(chosen) ? chosen : USUAL_THEME);
        memory.set(number(MEMORY, LEAST_MEMORY, MOST_MEMORY).orElse(USUAL_MEMORY));
        autosave.set(number(AutosaveViewModel.SECONDS, 0, MOST_AUTOSAVE).orElse(USUAL_AUTOSAVE));
        folder.set(preferences.get(DownloadsViewModel.FOLDER, ""));
    }

    private OptionalInt number(String key, int least, int most) {
        String text = preferences.get(key, "");
        if (!text.matches("\\d{1,9}")) {
            return OptionalInt.empty();
        }
        int value = Integer.parseInt(text);
        return value >= least && value <= most ? OptionalInt.of(value) : OptionalInt.empty();
    }

    private void keep(String key, String value) {
        preferences.put(key, value);
        preferences.flush();
    }

    // ---- Properties ----

    public ReadOnlyStringProperty themeProperty() {
        return theme.getReadOnlyProperty();
    }

    /** Megabytes for the history of a run; valid from the next start. */
    public ReadOnlyIntegerProperty memoryProperty() {
        return memory.getReadOnlyProperty();
    }

    /** Seconds between two safety copies; 0 for none. */
    public ReadOnlyIntegerProperty autosaveProperty() {
        return autosave.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty dataFolderProperty() {
        return folder.getReadOnlyProperty();
    }

    public ThreadsViewModel threads() {
        return threads;
    }

    /** The languages; null while the window speaks one only. */
    public @Nullable LanguageSelector languages() {
        return languages;
    }

    public List<DownloadableDataset> downloads() {
        return downloads.sets();
    }

    /** The address that a person put in place of the usual ones; empty for those. */
    public String address(DownloadableDataset set) {
        return preferences.get(DownloadsViewModel.ADDRESS + set.id(), "");
    }

    // ---- Commands ----

    /** Lets the page offer languages. */
    public void offer(LanguageSelector choice) {
        languages = choice;
    }

    public void chooseTheme(String choice) {
        keep(THEME, choice);
        theme.set(choice);
    }

    /** Takes a number of megabytes; outside of the limits the nearest. */
    public void chooseMemory(double megabytes) {
        int value = (int) Math.max(LEAST_MEMORY, Math.min(MOST_MEMORY, megabytes));
        keep(MEMORY, Integer.toString(value));
        memory.set(value);
    }

    /** Takes a number of seconds, 0 for never; outside of the limits the nearest. */
    public void chooseAutosave(double seconds) {
        int value = (int) Math.max(0, Math.min(MOST_AUTOSAVE, seconds));
        keep(AutosaveViewModel.SECONDS, Integer.toString(value));
        autosave.set(value);
        autosaveChanged.run();
    }

    /** Asks for the folder; what was downloaded before stays where it is. */
    public void chooseDataFolder() {
        prompts.chooseFolder().map(Path::toString).ifPresent(chosen -> {
            keep(DownloadsViewModel.FOLDER, chosen);
            folder.set(chosen);
        });
    }

    public void chooseAddress(DownloadableDataset set, String address) {
        keep(DownloadsViewModel.ADDRESS + set.id(), address.strip());
    }

    /** Everything on the page as it was at the first start. */
    public void reset() {
        for (String key : List.of(THEME, MEMORY, AutosaveViewModel.SECONDS, DownloadsViewModel.FOLDER)) {
            preferences.forget(key);
        }
        downloads.sets().forEach(set -> preferences.forget(DownloadsViewModel.ADDRESS + set.id()));
        preferences.flush();
        read();
        autosaveChanged.run();
        threads.choose(threads.choices().get(0));
        if (languages != null) {
            languages.choose(languages.tags().get(0));
        }
    }
}
