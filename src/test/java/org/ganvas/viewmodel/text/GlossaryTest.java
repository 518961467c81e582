package org.ganvas.viewmodel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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

    @Test
    void helpOfAControlIsFoundByItsKey() {
        assertEquals("Learning rate G", new Glossary().at("rate.generator").title());
        assertTrue(new Glossary().at("rate.generator").formula().contains("√"));
    }

    @Test
    void glossaryIsInTheCurrentLanguage() {
        Messages.setLanguage(Locale.SIMPLIFIED_CHINESE);
        assertEquals("模式崩溃", new Glossary().search("崩溃").get(0).title());
    }
}
