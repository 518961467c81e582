package org.ganvas.viewmodel.latent;

import org.ganvas.data.Latents;

/** Interpolation between two latents. Pure; any thread. */
public enum LatentInterpolation {
    /** Linear interpolation. */
    LERP {
        @Override
        public float[] at(float[] a, float[] b, double t) {
            return Latents.lerp(a, b, t);
        }
    },
    /** Spherical linear interpolation, along the great circle. */
    SLERP {
        @Override
        public float[] at(float[] a, float[] b, double t) {
            return Latents.slerp(a, b, t);
        }
    };

    /** The latent at t from 0 (a) to 1 (b). */
    public abstract float[] at(float[] a, float[] b, double t);
}
