package org.ganvas.session.run;

import org.ganvas.data.Latents;

/** The ways from one latent to another. Pure, any thread. */
public enum LatentInterpolation {
    /** The straight way. */
    LERP {
        @Override
        public float[] at(float[] a, float[] b, double t) {
            return Latents.lerp(a, b, t);
        }
    },
    /** The way along the great circle. */
    SLERP {
        @Override
        public float[] at(float[] a, float[] b, double t) {
            return Latents.slerp(a, b, t);
        }
    };

    /** The latent at {@code t} of the way from a to b, 0 to 1. */
    public abstract float[] at(float[] a, float[] b, double t);
}
