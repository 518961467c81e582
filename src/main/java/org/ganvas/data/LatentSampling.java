package org.ganvas.data;

import java.util.Locale;
import org.ganvas.data.SeededRandomStream.Purpose;

/** Latents of seeds, and interpolation between them. Pure functions; any thread. */
public final class LatentSampling {

    private static final double NEARLY_PARALLEL = 1e-6;

    private LatentSampling() {}

    /** Standard normal latent of a seed, the same on every machine. */
    public static float[] ofSeed(long seed, int dimension) {
        return ofSeed(seed, dimension, LatentPrior.GAUSSIAN);
    }

    /** Latent of a seed, the same on every machine. */
    public static float[] ofSeed(long seed, int dimension, LatentPrior prior) {
        float[] latent = new float[dimension];
        prior.fill(new SeededRandomStream(seed, Purpose.EXPLORE_LATENT, 0), latent);
        return latent;
    }

    /** Linear interpolation, (1 - t) a + t b; its norm dips in the middle. */
    public static float[] lerp(float[] a, float[] b, double t) {
        return combine(a, 1 - t, b, t);
    }

    /**
     * Spherical interpolation (Shoemake 1985): the direction turns at a constant rate, and the norm changes linearly from
     * |a| to |b|. Falls back to {@link #lerp} where the directions are parallel, opposite or zero.
     */
    public static float[] slerp(float[] a, float[] b, double t) {
        double normA = norm(a);
        double normB = norm(b);
        if (normA == 0 || normB == 0) {
            return lerp(a, b, t);
        }
        double cosine = Math.max(-1, Math.min(1, dot(a, b) / (normA * normB)));
        double sine = Math.sqrt(1 - cosine * cosine);
        if (sine < NEARLY_PARALLEL) {
            return lerp(a, b, t);
        }
        double angle = Math.acos(cosine);
        double length = (1 - t) * normA + t * normB;
        return combine(
                a, length / normA * Math.sin((1 - t) * angle) / sine, b, length / normB * Math.sin(t * angle) / sine);
    }

    /** Euclidean norm. */
    public static double norm(float[] latent) {
        return Math.sqrt(dot(latent, latent));
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    private static float[] combine(float[] a, double weightA, float[] b, double weightB) {
        if (a.length != b.length) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "latents of %d and %d dimensions do not belong together", a.length, b.length));
        }
        float[] out = new float[a.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) (weightA * a[i] + weightB * b[i]);
        }
        return out;
    }
}
