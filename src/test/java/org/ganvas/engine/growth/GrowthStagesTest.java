package org.ganvas.engine.growth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.spec.DomainSpec;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.GanSpecJson;
import org.ganvas.engine.spec.GrowthStages;
import org.ganvas.engine.spec.GrowthStages.Phase;
import org.ganvas.engine.spec.TranslationSpecs;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.layer.LayerLiveness;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.spec.setting.SpecDiff;
import org.ganvas.engine.spec.setting.SpecPart;
import org.ganvas.engine.spec.training.GrowthSpec;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.spec.training.Regularizer.GradientPenalty;
import org.ganvas.engine.spec.training.Regularizer.Where;
import org.junit.jupiter.api.Test;

class GrowthStagesTest {

    private static final GrowthSpec TIMES = new GrowthSpec(3, 4, true);

    @Test
    void growthIsAFunctionOfTheStep() {
        double[] expected = {0, 0, 0, 0, 0.25, 0.5, 0.75, 1, 1, 1, 1, 1.25, 1.5, 1.75, 2, 2, 2};
        for (int step = 0; step < expected.length; step++) {
            assertEquals(expected[step], TIMES.at(step, 2), "step " + step);
        }
        assertEquals(2, TIMES.at(Long.MAX_VALUE, 2));
        assertEquals(
                List.of(4L, 11L),
                LongStream.rangeClosed(0, 40)
                        .filter(step -> TIMES.beginsStage(step, 2))
                        .boxed()
                        .toList());
    }

    @Test
    void withoutTimesAllStagesAreThereFromTheStart() {
        assertEquals(2, GrowthSpec.NONE.at(0, 2));
        assertFalse(GrowthSpec.NONE.beginsStage(1, 2));
        assertEquals(LayerLiveness.GROWN, GrowingSpecs.of(GrowthSpec.NONE).growthAt(0));
        assertFalse(GrowthStages.of(GrowingSpecs.of(GrowthSpec.NONE)).grows());
    }

    @Test
    void stagesJumpWhereNothingFades() {
        GrowthSpec jumps = new GrowthSpec(3, 0, true);
        assertEquals(0, jumps.at(3, 2));
        assertEquals(1, jumps.at(4, 2));
        assertEquals(2, jumps.at(7, 2));
        assertTrue(jumps.beginsStage(7, 2));
    }

    @Test
    void phasesTellStepsAndPixels() {
        GrowthStages stages = GrowthStages.of(GrowingSpecs.of(TIMES));
        assertEquals(List.of(4, 2, 1), stages.factors());
        assertEquals(2, stages.height(0));
        assertEquals(8, stages.width(2));
        assertEquals(
                List.of(
                        new Phase(0, false, 1, 3),
                        new Phase(1, true, 4, 7),
                        new Phase(1, false, 8, 10),
                        new Phase(2, true, 11, 14),
                        new Phase(2, false, 15, Long.MAX_VALUE)),
                stages.phases());
        assertEquals(new Phase(2, true, 11, 14), stages.phaseAt(12));
        assertEquals(new Phase(0, false, 1, 3), stages.phaseAt(0));
    }

    @Test
    void presetsGrowFromTheCoarsestPixels() {
        assertEquals(List.of(4, 2, 1), GrowthStages.of(preset("pggan")).factors());
        assertEquals(
                List.of(8, 4, 2, 1), GrowthStages.of(preset("pggan-colour")).factors());
    }

    private static GanSpec preset(String id) {
        return PresetRegistry.get(id).spec();
    }

    @Test
    void timesThatAFileCannotMeanAreRefused() {
        assertThrows(SpecException.class, () -> new GrowthSpec(-1, 4, true));
        assertThrows(SpecException.class, () -> new GrowthSpec(1, Long.MAX_VALUE, true));
        GrowthSpec longest = new GrowthSpec(1_000_000_000, 1_000_000_000, true);
        assertEquals(16, longest.at(Long.MAX_VALUE, 16));
    }

    @Test
    void filesWithoutGrowthDoNotGrow() {
        GanSpec spec = GrowingSpecs.of(TIMES);
        String json = new String(GanSpecJson.write(spec), StandardCharsets.UTF_8);
        assertEquals(spec, GanSpecJson.read(json.getBytes(StandardCharsets.UTF_8), GanSpec.class));
        String older = json.replaceAll(",\\s*\"growth\"\\s*:\\s*\\{[^}]*}", "");
        assertFalse(older.contains("growth"));
        assertEquals(
                GrowingSpecs.of(GrowthSpec.NONE),
                GanSpecJson.read(older.getBytes(StandardCharsets.UTF_8), GanSpec.class));
    }

    @Test
    void timesNeedANewStart() {
        SpecDiff change = SpecDiff.between(GrowingSpecs.of(TIMES), GrowingSpecs.of(new GrowthSpec(3, 5, true)));
        assertEquals(List.of(SpecPart.GROWTH), change.fresh());
    }

    @Test
    void translationsDoNotGrow() {
        GanSpec translation = TranslationSpecs.unpaired(
                new DomainSpec.OfClass(0), new DomainSpec.OfClass(1), new ImageShape(1, 8, 8));
        assertThrows(
                SpecException.class,
                () -> translation.withTraining(translation.training().withGrowth(TIMES)));
    }

    /** As in the paper: WGAN-GP beside the deviation within the batch. */
    @Test
    void gradientPenaltyGoesWithMinibatchDeviation() {
        GanSpec spec = GrowingSpecs.of(TIMES).with(new GradientPenalty(Where.BETWEEN, 10, 1, 1));
        assertTrue(spec.discriminator().mixesBatch());
        assertEquals(LossSpec.NON_SATURATING, spec.loss());
    }
}
