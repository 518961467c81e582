package org.ganvas.viewmodel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Locale;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.drawing.Drawing;
import org.ganvas.data.drawing.DrawingLibrary;
import org.ganvas.data.drawing.DrawnData;
import org.ganvas.data.drawing.DrawnDataset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What users read in place of the ids of drawn data. */
final class DisplayNamesTest {

    @AfterEach
    void speakEnglish() {
        Messages.setLanguage(Locale.ENGLISH);
    }

    private static DatasetEntry entry(Drawing drawing) {
        return new DatasetEntry(drawing.id(), DrawnDataset.name(drawing.id()), drawing.id());
    }

    @Test
    void aDrawingIsDescribedByItsStrokesAndNotByItsId() {
        Drawing three = DrawnData.figure();
        DrawingLibrary.keep(three);
        assertEquals(3, three.strokes().size());
        assertEquals("Your drawing, 3 strokes.", DisplayNames.description(entry(three)));
        Drawing one = new Drawing(List.of(three.strokes().get(0)));
        DrawingLibrary.keep(one);
        assertEquals("Your drawing, 1 stroke.", DisplayNames.description(entry(one)));
        DrawnData.forget(one);
        assertEquals("Your drawing.", DisplayNames.description(entry(one)));
    }

    @Test
    void itsNameIsInTheLanguageOfTheWindow() {
        DatasetEntry drawing = entry(DrawnData.figure());
        String digits = drawing.name().substring(DrawnDataset.NAME.length());
        assertEquals("Drawing " + digits, DisplayNames.of(drawing));
        Messages.setLanguage(Locale.SIMPLIFIED_CHINESE);
        assertEquals("绘图 " + digits, DisplayNames.of(drawing));
        assertEquals("绘图 " + digits + " (test)", DisplayNames.ofData(drawing.name() + " (test)"));
        assertFalse(DisplayNames.description(drawing).contains("drawn"));
        assertEquals("Drawings", DisplayNames.ofData("Drawings"), "a folder keeps its name");
    }
}
