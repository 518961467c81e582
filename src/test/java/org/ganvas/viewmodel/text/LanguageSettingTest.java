package org.ganvas.viewmodel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.ganvas.viewmodel.support.InMemoryPreferences;
import org.ganvas.viewmodel.window.DisplaySettingsViewModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LanguageSettingTest {

    private final InMemoryPreferences preferences = new InMemoryPreferences();

    @AfterEach
    void setEnglish() {
        Messages.setLanguage(Locale.ENGLISH);
    }

    @Test
    void firstStartUsesTheLanguageOfTheSystem() {
        assertEquals(
                "zh",
                new LanguageSetting(preferences, Locale.forLanguageTag("zh-Hans-SG"))
                        .languageProperty()
                        .get()
                        .code());
        assertEquals("开始", Messages.text("start.title"));
        assertEquals(
                "en",
                new LanguageSetting(preferences, Locale.GERMAN)
                        .languageProperty()
                        .get()
                        .code());
        assertEquals("Start", Messages.text("start.title"));
    }

    @Test
    void choiceAppliesAtOnceAndIsStored() {
        LanguageSetting language = new LanguageSetting(preferences, Locale.ENGLISH);
        String[] heard = {""};
        language.languageProperty().addListener((property, old, now) -> heard[0] = Messages.text("start.title"));
        language.choose(LanguageSetting.available().get(1));
        assertEquals("开始", heard[0]);
        assertEquals(
                "zh",
                new LanguageSetting(preferences, Locale.ENGLISH)
                        .languageProperty()
                        .get()
                        .code());
    }

    @Test
    void unknownLanguageInThePreferencesIsIgnored() {
        preferences.put("language", "tlh");
        assertEquals(
                "en",
                new LanguageSetting(preferences, Locale.ENGLISH)
                        .languageProperty()
                        .get()
                        .code());
    }

    @Test
    void invalidTextSizeIsTheNormalOne() {
        preferences.put("text.percent", "9000");
        DisplaySettingsViewModel display = new DisplaySettingsViewModel(preferences, Locale.ENGLISH);
        assertEquals(100, display.textSizeProperty().get());
        display.stepTextSize(1);
        assertEquals(115, display.textSizeProperty().get());
        display.stepTextSize(-5);
        assertEquals(100, display.textSizeProperty().get());
    }

    @Test
    void languageOfTheSystemIsTheFirstChoice() {
        LanguageSetting language = new LanguageSetting(preferences, Locale.SIMPLIFIED_CHINESE);
        assertEquals(List.of("", "en", "zh"), language.tags());
        language.choose("en");
        assertEquals("en", language.current());
        language.choose(language.tags().get(0));
        assertEquals("", language.current());
        assertEquals("zh", language.languageProperty().get().code());
        assertEquals("跟随系统（简体中文）", language.name(""));
    }
}
