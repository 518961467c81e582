package org.ganvas.viewmodel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GlossaryTest {

    @AfterEach
    void setEnglish() {
        Messages.setLanguage(Locale.ENGLISH);
    }

    @Test
    void termsComeBeforeControlsInAlphabeticalOrder() {
        var entries = new Glossary().entries();
        assertEquals("Adam", entries.get(0).title());
        int lastTerm = (int) entries.stream().filter(Glossary.Entry::term).count() - 1;
        assertTrue(lastTerm > 25);
        assertTrue(entries.get(lastTerm).term());
        assertFalse(entries.get(lastTerm + 1).term());
    }

    @Test
    void matchingTitlesComeBeforeMatchingTexts() {
        var found = new Glossary().search("mode coll");
        assertEquals("Mode collapse", found.get(0).title());
        assertTrue(new Glossary().search("no such word").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mode collapse?", " Mode  collapse. ", "mode-collapse", "mode collapse？", "“mode collapse”"})
    void punctuationIsIgnored(String words) {
        assertEquals("Mode collapse", new Glossary().search(words).get(0).title());
    }

    @ParameterizedTest
    @ValueSource(strings = {"模式崩溃？", "「模式崩溃」", "模式崩溃?"})
    void punctuationIsIgnoredInChinese(String words) {
        Messages.setLanguage(Locale.SIMPLIFIED_CHINESE);
        assertEquals("模式崩溃", new Glossary().search(words).get(0).title());
    }

    @Test
    void punctuationAloneFindsEverything() {
        Glossary glossary = new Glossary();
        assertEquals(glossary.entries(), glossary.search("？"));
    }

    @Test
    void helpOfAControlIsFoundByItsKey() {
        assertEquals("Learning rate G", new Glossary().at("rate.generator").title());
        assertTrue(new Glossary().at("rate.generator").formula().contains("√"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void noTwoEntriesHaveTheSameTitle(String language) {
        Messages.setLanguage(Locale.forLanguageTag(language));
        Set<String> titles = new HashSet<>();
        List<String> twice = new Glossary()
                .entries().stream()
                        .filter(entry -> !titles.add(entry.title().toLowerCase(Locale.ROOT)))
                        .map(entry -> entry.key() + ": " + entry.title())
                        .toList();
        assertEquals(List.of(), twice);
    }

    @Test
    void controlsThatSayTheSameShareAnEntryAndOthersNameTheirPlace() {
        Glossary glossary = new Glossary();
        assertEquals(glossary.at("latent.norm"), glossary.at("explore.norm"));
        assertEquals("Loop (Film)", glossary.at("film.loop").title());
        assertEquals("Loop (Explore)", glossary.at("explore.loop").title());
        assertEquals("Generator", glossary.at("help.term.generator").title(), "a term");
        assertEquals("Learning rate G", glossary.at("rate.generator").title(), "the only one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void everyLetterOfAFormulaIsExplained(String language) {
        Messages.setLanguage(Locale.forLanguageTag(language));
        Glossary glossary = new Glossary();
        Set<String> usual = letters(glossary.at("help.term.symbols").text());
        assertTrue(usual.containsAll(Set.of("x", "z", "G", "D", "E", "L")), usual.toString());
        List<String> missing = new ArrayList<>();
        for (Glossary.Entry entry : glossary.entries()) {
            Set<String> unexplained = letters(entry.formula());
            unexplained.removeAll(usual);
            unexplained.removeAll(letters(entry.text()));
            unexplained.removeAll(letters(entry.symbols()));
            if (!unexplained.isEmpty()) {
                missing.add(entry.key() + ": " + unexplained);
            }
        }
        assertEquals(List.of(), missing);
    }

    /** Letters that stand alone; scripts, bars and digits aside. */
    private static Set<String> letters(String text) {
        return Pattern.compile("(?<![a-zA-Zα-ωΑ-Ω])[a-zA-Zα-ωΑ-Ω](?![a-zA-Zα-ωΑ-Ω])")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void variablesThatAreMultipliedAreNotSetAsOneWord() {
        List<String> joined = new Glossary()
                .entries().stream()
                        .filter(entry -> Pattern.compile("[α-ω]\\p{L}|[a-zA-Z][α-ω]")
                                .matcher(entry.formula())
                                .find())
                        .map(entry -> entry.key() + ": " + entry.formula())
                        .toList();
        assertEquals(List.of(), joined);
    }

    @Test
    void glossaryIsInTheCurrentLanguage() {
        Messages.setLanguage(Locale.SIMPLIFIED_CHINESE);
        assertEquals("模式崩溃", new Glossary().search("崩溃").get(0).title());
    }
}
