package org.ganvas.session.run;

import org.ganvas.data.LatentSampling;

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
    };

    /** The latent at a fraction {@code t} of the path from a to b, 0 to 1. */
    public abstract float[] at(float[] a, float[] b, double t);
}
