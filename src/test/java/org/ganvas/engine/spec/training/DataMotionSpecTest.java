package org.ganvas.engine.spec.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ganvas.data.PointBounds;
import org.ganvas.data.SimilarityTransform;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.GanSpecJson;
import org.ganvas.engine.spec.GenerationSpec;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.spec.setting.SpecDiff;
import org.ganvas.engine.spec.training.DataMotionSpec.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Motion of the data as a function of the step, and as a part of a spec. */
class DataMotionSpecTest {

    private static final GanSpec RING = PresetRegistry.get("ring").spec();

    private static GanSpec with(GanSpec spec, DataMotionSpec motion) {
        return spec.withGame(new GenerationSpec(spec.game().prior(), motion));
    }

    private static void assertNear(SimilarityTransform expected, SimilarityTransform place) {
        assertEquals(expected.cosine(), place.cosine(), 1e-9);
        assertEquals(expected.sine(), place.sine(), 1e-9);
        assertEquals(expected.x(), place.x(), 1e-9);
        assertEquals(expected.y(), place.y(), 1e-9);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyMotionComesBackAfterARound(Kind kind) {
        DataMotionSpec motion = new DataMotionSpec(kind, 0.7, 300, 0.2);
        assertNear(motion.at(17), motion.at(317));
        assertNear(motion.at(17), motion.at(17 + 300L * 1_000_000_000L));
        assertNear(SimilarityTransform.IDENTITY, motion.at(240));
        assertEquals(kind != Kind.STILL, motion.moves());
    }

    @Test
    void placesAreThoseOfTheFormulas() {
        assertNear(SimilarityTransform.translation(0.5, 0.5), new DataMotionSpec(Kind.CIRCLE, 0.5, 400, 0).at(100));
        assertNear(SimilarityTransform.translation(0, 1), new DataMotionSpec(Kind.CIRCLE, 0.5, 400, 0).at(200));
        assertNear(SimilarityTransform.rotation(Math.PI / 2), new DataMotionSpec(Kind.ROTATION, 0, 400, 0).at(100));
        assertNear(SimilarityTransform.scaling(Math.exp(0.5)), new DataMotionSpec(Kind.BREATHING, 0.5, 400, 0).at(100));
    }

    @Test
    void aChangeLeavesTheDataWhereItIs() {
        DataMotionSpec before = new DataMotionSpec(Kind.CIRCLE, 0.5, 700, 0.3);
        for (long step : new long[] {0, 1, 33, 12_345, 999_999}) {
            DataMotionSpec slower = new DataMotionSpec(Kind.CIRCLE, 0.5, 1900, 0.3).continuing(before, step);
            assertNear(before.at(step), slower.at(step));
            assertNear(
                    SimilarityTransform.IDENTITY,
                    new DataMotionSpec(Kind.ROTATION, 0.5, 700, 0)
                            .continuing(DataMotionSpec.STILL, step)
                            .at(step));
        }
    }

    @Test
    void sweptBoundsHoldThePointsInEveryStep() {
        float[] points = {-1, -1, 1, 1, 0.3f, 0.9f};
        for (Kind kind : Kind.values()) {
            DataMotionSpec motion = new DataMotionSpec(kind, 0.8, 500, 0);
            PointBounds all = motion.swept(points).enlarged(0.05);
            for (int step = 0; step < 500; step += 7) {
                float[] moved = motion.at(step).mapped(points);
                assertTrue(all.contains(moved[0], moved[1]) && all.contains(moved[2], moved[3]), kind + " " + step);
            }
        }
    }

    @Test
    void itIsOffWhereAFileLacksItAndTakenWhileARunTrains() {
        assertFalse(RING.game().motion().moves());
        assertEquals(DataMotionSpec.STILL, RING.game().motion());
        GanSpec moving = with(RING, new DataMotionSpec(Kind.CIRCLE, 0.25, 900, 0.125));
        assertEquals(moving, GanSpecJson.read(GanSpecJson.write(moving), GanSpec.class));
        assertTrue(SpecDiff.between(RING, moving).possible());
        assertFalse(SpecDiff.between(RING, moving).isEmpty());
        GanSpec phase = with(RING, new DataMotionSpec(Kind.CIRCLE, 0.25, 900, 0.25));
        assertFalse(SpecDiff.between(moving, phase).isEmpty());
    }

    @Test
    void numbersOutOfRangeAndImagesAreRefusedInASentence() {
        GanSpec minute = PresetRegistry.get("minute").spec();
        SpecException images =
                assertThrows(SpecException.class, () -> with(minute, new DataMotionSpec(Kind.CIRCLE, 0.5, 100, 0)));
        assertTrue(images.getMessage().contains("Only 2-D points can move"), images.getMessage());
        assertThrows(SpecException.class, () -> new DataMotionSpec(Kind.CIRCLE, Double.NaN, 100, 0));
        assertThrows(SpecException.class, () -> new DataMotionSpec(Kind.CIRCLE, 3.1, 100, 0));
        assertThrows(SpecException.class, () -> new DataMotionSpec(Kind.CIRCLE, 1, 0, 0));
        assertThrows(SpecException.class, () -> new DataMotionSpec(Kind.CIRCLE, 1, 100, 1));
    }
}
