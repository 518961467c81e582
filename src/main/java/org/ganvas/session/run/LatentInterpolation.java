package org.ganvas.session.run;

import java.util.List;
import org.ganvas.data.LatentSampling;
import org.ganvas.engine.spec.layer.StyleEdits;

/** Interpolation between two latents. Pure; any thread. */
public enum LatentInterpolation {
    /** Linear: along the straight line, through latents that are nearer to the origin. */
    LERP {
        @Override
        public float[] at(float[] a, float[] b, double t) {
            return LatentSampling.lerp(a, b, t);
        }
    },
    /** Spherical: along the great circle, at the distance from the origin that the training latents have. */
    SLERP {
        @Override
        public float[] at(float[] a, float[] b, double t) {
            return LatentSampling.slerp(a, b, t);
        }
    },
    /** Linear between styles: along the straight line in w, of a generator with styles. */
    STYLE {
        @Override
        public float[] at(float[] a, float[] b, double t) {
            return LatentSampling.slerp(a, b, t);
        }

        @Override
        public LatentPoint between(LatentPoint a, LatentPoint b, double t) {
            StyleEdits style = StyleEdits.combined(List.of(
                    new StyleEdits.Weighted(a.asTerm(), a.style(), 1 - t),
                    new StyleEdits.Weighted(b.asTerm(), b.style(), t)));
            return new LatentPoint(a.latent(), a.classWeights(), truncation(a, b, t), style);
        }
    };

    /** The latent at a fraction {@code t} of the path from a to b, 0 to 1. */
    public abstract float[] at(float[] a, float[] b, double t);

    /** The point at a fraction {@code t} of the path from a to b, 0 to 1. */
    public LatentPoint between(LatentPoint a, LatentPoint b, double t) {
        return new LatentPoint(
                at(a.latent(), b.latent(), t),
                LatentSampling.lerp(a.classWeights(), b.classWeights(), t),
                truncation(a, b, t),
                StyleEdits.beside(a.style(), b.style(), t));
    }

    private static double truncation(LatentPoint a, LatentPoint b, double t) {
        return (1 - t) * a.truncation() + t * b.truncation();
    }
}
