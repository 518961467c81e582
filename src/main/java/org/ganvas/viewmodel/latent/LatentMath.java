package org.ganvas.viewmodel.latent;

import org.ganvas.data.Latents;
import org.ganvas.session.run.LatentPoint;

/** A little arithmetic of latents. Pure functions, any thread. */
public final class LatentMath {

    private LatentMath() {}

    /** The numbers that the generator is given: truncation carried out. */
    public static float[] drawn(LatentPoint point) {
        return point.truncation() == 1
                ? point.latent()
                : sum(new float[point.latent().length], point.latent(), point.truncation());
    }

    /** a + weight b. */
    public static float[] sum(float[] a, float[] b, double weight) {
        float[] out = new float[a.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) (a[i] + weight * b[i]);
        }
        return out;
    }

    /** a without its part along b. */
    public static float[] without(float[] a, float[] b) {
        double dot = 0;
        double square = 0;
        for (int i = 0; i < a.length; i++) {
            dot += (double) a[i] * b[i];
            square += (double) b[i] * b[i];
        }
        return square == 0 ? a : sum(a, b, -dot / square);
    }

    /** Of length 1; zero stays zero. */
    public static float[] unit(float[] a) {
        double length = Latents.norm(a);
        return length == 0 ? a : sum(new float[a.length], a, 1 / length);
    }
}
