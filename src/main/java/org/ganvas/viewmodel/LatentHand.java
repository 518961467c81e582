package org.ganvas.viewmodel;

import org.ganvas.session.LatentPoint;
import org.ganvas.session.LatentPoints;
import org.jspecify.annotations.Nullable;

/** The sliders as one state. FX thread. */
final class LatentHand {

    private LatentHand() {}

    static @Nullable LatentPoint here(LatentViewModel sliders) {
        if (sliders.dimension() == 0) {
            return null;
        }
        float[] latent = new float[sliders.dimension()];
        for (int i = 0; i < latent.length; i++) {
            latent[i] = sliders.coordinatesProperty().get().get(i).floatValue();
        }
        float[] weights = new float[sliders.classNamesProperty().get().size()];
        if (weights.length > 0) {
            weights[sliders.labelProperty().get()] = 1;
        }
        return new LatentPoint(latent, weights, 1);
    }

    static void go(LatentViewModel sliders, LatentPoint point) {
        if (point.latent().length == sliders.dimension()) {
            for (int i = 0; i < point.latent().length; i++) {
                sliders.setCoordinate(i, point.latent()[i] * point.truncation());
            }
            if (point.classWeights().length > 0) {
                sliders.labelProperty().set(LatentPoints.strongestClass(point));
            }
        }
    }
}
