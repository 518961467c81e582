package org.ganvas.viewmodel.latent;

import org.ganvas.data.LatentSampling;
import org.ganvas.session.run.LatentPoint;

/** Vector arithmetic of latents. Pure functions; any thread. */
public final class LatentMath {

    private LatentMath() {}

    /** The generator's input: the latent times its truncation. */
    public static float[] generatorInput(LatentPoint point) {
        return point.truncation() == 1
                ? point.latent()
                : addScaled(new float[point.latent().length], point.latent(), point.truncation());
    }

    /** a + weight b. */
    public static float[] addScaled(float[] a, float[] b, double weight) {
        float[] out = new float[a.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) (a[i] + weight * b[i]);
        }
        return out;
    }

    /** a minus its projection on b; a itself where b is zero. */
    public static float[] rejection(float[] a, float[] b) {
        double dot = 0;
        double square = 0;
        for (int i = 0; i < a.length; i++) {
            dot += (double) a[i] * b[i];
            square += (double) b[i] * b[i];
        }
        return square == 0 ? a : addScaled(a, b, -dot / square);
    }

    /** a scaled to length 1; zero stays zero. */
    public static float[] normalized(float[] a) {
        double length = LatentSampling.norm(a);
        return length == 0 ? a : addScaled(new float[a.length], a, 1 / length);
    }
}
