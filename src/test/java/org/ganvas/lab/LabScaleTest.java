package org.ganvas.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.ganvas.data.PointBounds;
import org.ganvas.engine.spec.training.LossSpec;
import org.junit.jupiter.api.Test;

final class LabScaleTest {

    private static final PointBounds AREA = new PointBounds(-1, -1, 1, 1);

    private final LabScale scale = new LabScale(LossSpec.NON_SATURATING);

    private void follow(float force) {
        scale.follow(new LabScale.Plotted(1000, new float[0], 0, new float[] {force, 0}, AREA), false);
    }

    /** A vanishing gradient must be seen; but forces at other places say nothing about those before. */
    @Test
    void arrowsKeepTheirScaleUntilForcesAreOfOtherPlaces() {
        scale.settleOn(new LabScale.Plotted(1, new float[0], 0, new float[] {1, 0}, AREA));
        double fitted = scale.gain();
        follow(0.01F);
        assertEquals(fitted, scale.gain());
        scale.refitArrows();
        follow(4);
        assertEquals(fitted / 4, scale.gain(), 1e-9);
        follow(0.01F);
        assertEquals(fitted / 4, scale.gain(), 1e-9);
    }
}
