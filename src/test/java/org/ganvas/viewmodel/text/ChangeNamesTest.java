package org.ganvas.viewmodel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ganvas.engine.spec.training.Regularizer;
import org.junit.jupiter.api.Test;

final class ChangeNamesTest {

    @Test
    void penaltiesAreNumbersWithTheirPlaces() {
        assertEquals("99999 at real samples", ChangeNames.value("penalty", "real 99999.0"));
        assertEquals(
                "10 between real and generated samples + 0.5 near real samples",
                ChangeNames.value("penalty", "between 10.0 + near_real 0.5"));
        assertEquals("0", ChangeNames.value("penalty", "0"));
    }

    @Test
    void everyPlaceOfAPenaltyHasItsWords() {
        for (Regularizer.Where where : Regularizer.Where.values()) {
            String noted = where.name().toLowerCase(java.util.Locale.ROOT) + " 2.0";
            String shown = ChangeNames.value("penalty", noted);
            assertTrue(shown.startsWith("2 ") && !shown.contains("_"), shown);
        }
    }

    @Test
    void settingsAreWrittenAsTheirControlsShowThemAndOtherValuesAsTheyAre() {
        assertEquals("0.0002", ChangeNames.value("rate.generator", "2.0E-4"));
        assertEquals("HINGE", ChangeNames.value("loss", "HINGE"));
        assertEquals("−0.0963", ChangeNames.value("weight/DISCRIMINATOR/3/48/0", "-0.0963"));
    }
}
