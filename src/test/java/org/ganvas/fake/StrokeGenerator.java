package org.ganvas.fake;

import java.util.Arrays;
import org.ganvas.data.ImageShape;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;

/** Fake generator: digits of line strokes that a latent bends. Pure functions, any thread. */
final class StrokeGenerator {

    private static final double[][] DIGITS = {
        {.5, .1, .75, .25, .75, .75, .5, .9, .25, .75, .25, .25, .5, .1},
        {.35, .25, .55, .1, .55, .9},
        {.25, .3, .4, .1, .65, .12, .73, .35, .25, .88, .78, .88},
        {.27, .15, .6, .1, .72, .3, .5, .46, .75, .65, .62, .88, .25, .85},
        {.65, .9, .65, .1, .22, .62, .8, .62},
        {.72, .1, .32, .1, .28, .45, .6, .42, .75, .65, .6, .88, .25, .85},
        {.65, .1, .35, .4, .25, .7, .45, .9, .7, .78, .68, .55, .45, .5, .28, .66},
        {.22, .12, .78, .12, .45, .9},
        {.5, .48, .3, .3, .5, .1, .7, .3, .5, .48, .25, .7, .5, .9, .75, .7, .5, .48},
        {.72, .35, .5, .5, .3, .32, .5, .1, .72, .3, .68, .65, .5, .9}
    };

    /** Table of noise: a random number for each pixel would cost more than the window itself. */
    private static final float[] NOISE = new float[7919];

    static {
        new SeededRandomStream(1, Purpose.TEST, 0).fillGaussian(NOISE, 1);
    }

    private StrokeGenerator() {}

    /**
     * Writes one sample.
     *
     * @param progress 0 is noise, 1 is a clean digit; of a point 0 is the origin, 1 where its latent is
     */
    static void draw(ImageShape shape, float[] latent, int label, double progress, float[] out, int offset) {
        if (shape.isPoint()) {
            out[offset] = (float) (progress * latent[0]);
            out[offset + 1] = (float) (progress * latent[1]);
            return;
        }
        int noiseAt = Math.floorMod(Arrays.hashCode(latent) + label, NOISE.length);
        double[] waves = new double[shape.width()];
        for (int i = 0; i < waves.length; i++) {
            waves[i] = wave(latent, (i + 0.5) / waves.length);
        }
        double[] digit = DIGITS[Math.floorMod(label, DIGITS.length)];
        double thickness = 0.07 + 0.012 * at(latent, 2);
        int pixels = shape.width() * shape.height();
        for (int i = 0; i < pixels; i++) {
            double v = (i / shape.width() + 0.5) / shape.height();
            double u = (i % shape.width() + 0.5) / shape.width();
            double x = (u - 0.5 + 0.12 * at(latent, 0) * (v - 0.5)) / (0.78 + 0.06 * at(latent, 1)) + 0.5;
            double y = (v - 0.5) / (0.8 + 0.05 * at(latent, 3)) + 0.5 + waves[i % shape.width()];
            double ink = 1 / (1 + Math.exp((distance(digit, x, y) - thickness) * 60));
            double grey = progress * ink + (1 - progress) * (0.5 + 0.22 * NOISE[(noiseAt + i) % NOISE.length]);
            for (int c = 0; c < shape.channels(); c++) {
                out[offset + c * pixels + i] = (float) Math.max(-1, Math.min(1, 2 * grey - 1));
            }
        }
    }

    private static double at(float[] latent, int index) {
        return index < latent.length ? latent[index] : 0;
    }

    /** Effect of all further dimensions: each bends the strokes a little, so that every slider has an effect. */
    private static double wave(float[] latent, double u) {
        double sum = 0;
        for (int i = 4; i < latent.length; i++) {
            sum += latent[i] * Math.sin(u * (i % 7 + 1) + i);
        }
        return 0.06 * sum / Math.sqrt(latent.length);
    }

    private static double distance(double[] line, double x, double y) {
        double least = Double.MAX_VALUE;
        for (int i = 0; i + 3 < line.length; i += 2) {
            double dx = line[i + 2] - line[i];
            double dy = line[i + 3] - line[i + 1];
            double t = ((x - line[i]) * dx + (y - line[i + 1]) * dy) / (dx * dx + dy * dy);
            double clamped = Math.max(0, Math.min(1, t));
            double offX = x - line[i] - clamped * dx;
            double offY = y - line[i + 1] - clamped * dy;
            least = Math.min(least, offX * offX + offY * offY);
        }
        return Math.sqrt(least);
    }
}
