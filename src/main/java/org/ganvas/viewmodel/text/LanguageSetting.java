package org.ganvas.viewmodel.text;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ganvas.viewmodel.support.PreferenceStore;

/** Language of the window. FX thread. */
public final class LanguageSetting implements LanguageSelector {

    private static final String KEY = "language";
    private static final String SYSTEM = "";
    private static final List<Language> AVAILABLE = List.of(
            new Language("en", "English", Locale.ENGLISH), new Language("zh", "简体中文", Locale.SIMPLIFIED_CHINESE));

    private final PreferenceStore preferences;
    private final Language ofSystem;
    private final ReadOnlyObjectWrapper<Language> language;

    /**
     * A language of the program.
     *
     * @param code value in the preferences
     * @param name in that language, so that its speakers find it in any other one
     * @param locale for dates and numbers
     */
    public record Language(String code, String name, Locale locale) {}

    /**
     * Sets the chosen language, or that of the system if none was chosen.
     *
     * @param preferences store the choice
     * @param system locale of the system
     */
    public LanguageSetting(PreferenceStore preferences, Locale system) {
        this.preferences = preferences;
        ofSystem = ofCode(system.getLanguage(), AVAILABLE.get(0));
        language = new ReadOnlyObjectWrapper<>(ofCode(preferences.get(KEY, SYSTEM), ofSystem));
        Messages.setLanguage(language.get().locale());
    }

    private static Language ofCode(String code, Language otherwise) {
        return AVAILABLE.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElse(otherwise);
    }

    // ---- Properties ----

    /** All languages, English first. */
    public static List<Language> available() {
        return AVAILABLE;
    }

    /** Current language; {@link Messages} has changed already when listeners are called. */
    public ReadOnlyObjectProperty<Language> languageProperty() {
        return language.getReadOnlyProperty();
    }

    // ---- Commands ----

    /** Changes the language and stores the choice. */
    public void choose(Language next) {
        preferences.put(KEY, next.code());
        preferences.flush();
        apply(next);
    }

    private void apply(Language next) {
        if (!next.equals(language.get())) {
            Messages.setLanguage(next.locale());
            language.set(next);
        }
    }

    // ---- For the settings page ----

    @Override
    public List<String> tags() {
        return Stream.concat(Stream.of(SYSTEM), AVAILABLE.stream().map(Language::code))
                .toList();
    }

    @Override
    public String name(String tag) {
        return tag.equals(SYSTEM)
                ? Messages.text("prefs.language.system", ofSystem.name())
                : ofCode(tag, ofSystem).name();
    }

    @Override
    public String current() {
        String chosen = preferences.get(KEY, SYSTEM);
        return tags().contains(chosen) ? chosen : SYSTEM;
    }

    @Override
    public void choose(String tag) {
        if (tag.equals(SYSTEM)) {
            preferences.forget(KEY);
            preferences.flush();
            apply(ofSystem);
        } else {
            choose(ofCode(tag, ofSystem));
        }
    }
}
