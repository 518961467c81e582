package org.ganvas.viewmodel.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.ganvas.engine.growth.GrowingSpecs;
import org.ganvas.engine.spec.GrowthStages;
import org.ganvas.engine.spec.training.GrowthSpec;
import org.junit.jupiter.api.Test;

class StageTextsTest {

    private static final GrowthStages STAGES = GrowthStages.of(GrowingSpecs.of(new GrowthSpec(3, 4, true)));

    @Test
    void bandsNamePixelsAndFades() {
        assertEquals(
                List.of("2×2", "fade", "4×4", "fade", "8×8"),
                STAGES.phases().stream()
                        .map(phase -> StageTexts.band(STAGES, phase))
                        .toList());
    }

    @Test
    void dialShowsTheShareOfTheStageThatFadesIn() {
        assertEquals(1, StageTexts.share(STAGES, 0));
        assertEquals(0.5, StageTexts.share(STAGES, 5));
        assertEquals(0.25, StageTexts.share(STAGES, 11));
        assertEquals(1, StageTexts.share(STAGES, 100));
        assertEquals("2×2", StageTexts.at(STAGES, 3));
        assertEquals("4×4 · 50 %", StageTexts.at(STAGES, 5));
        assertEquals("8×8", StageTexts.at(STAGES, 15));
        assertEquals("4 by 4 pixels fade in, 50 % so far", StageTexts.spoken(STAGES, 5));
    }
}
