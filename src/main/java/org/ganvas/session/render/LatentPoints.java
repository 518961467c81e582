package org.ganvas.session.render;

import java.util.List;
import org.ganvas.session.run.LatentPoint;

/** Requests of latent points. Pure functions, any thread. */
public final class LatentPoints {

    private LatentPoints() {}

    /**
     * The points side by side in one row. A blend of classes is rendered as its strongest class.
     *
     * @param averaged whether to render with G's averaged weights
     */
    public static LatentRequest request(List<LatentPoint> points, boolean averaged) {
        return new LatentRequest(
                        points.stream().map(LatentPoint::latent).toList(),
                        points.stream().map(LatentPoints::strongestClass).toList(),
                        averaged)
                .withControls(points.stream().map(LatentPoint::control).toList());
    }

    /** The class of the largest weight, the first of several equal ones; 0 where there are none. */
    public static int strongestClass(LatentPoint point) {
        float[] weights = point.classWeights();
        int strongest = 0;
        for (int i = 1; i < weights.length; i++) {
            strongest = weights[i] > weights[strongest] ? i : strongest;
        }
        return strongest;
    }
}
