package org.ganvas.session.anomaly;

import org.ganvas.data.ImageShape;
import org.ganvas.engine.probe.AnomalyProbe;

/**
 * An image beside what the encoder and G make of it. Immutable by convention, any thread.
 *
 * @param name of its file, or its place in the data
 * @param label class of the data; -1 where it has none
 * @param image channel by channel, in [-1, 1]
 * @param latent that the encoder gives it
 * @param reconstruction made of the latent
 * @param pixelResidual mean squared difference of both
 * @param featureResidual mean squared difference of D's features of both
 * @param score the higher, the less it is like the data
 */
public record ScoredImage(
        String name,
        int label,
        float[] image,
        float[] latent,
        float[] reconstruction,
        double pixelResidual,
        double featureResidual,
        double score) {

    /** Scores one image. */
    public static ScoredImage of(AnomalyProbe probe, String name, int label, float[] image) {
        AnomalyProbe.Residuals found = probe.residuals(image);
        return new ScoredImage(
                name,
                label,
                image,
                found.latents(),
                found.reconstructions(),
                found.pixelResiduals()[0],
                found.featureResiduals()[0],
                found.scores()[0]);
    }

    /**
     * Where the image is unlike its reconstruction: the absolute difference of each pixel, mean over the channels, from
     * black for none to white for that of black and white.
     *
     * @return a grey image in all channels, in [-1, 1]
     */
    public float[] map(ImageShape shape) {
        int pixels = shape.height() * shape.width();
        float[] map = new float[image.length];
        for (int p = 0; p < pixels; p++) {
            float sum = 0;
            for (int c = 0; c < shape.channels(); c++) {
                sum += Math.abs(image[c * pixels + p] - reconstruction[c * pixels + p]);
            }
            for (int c = 0; c < shape.channels(); c++) {
                map[c * pixels + p] = Math.min(1, sum / shape.channels() - 1);
            }
        }
        return map;
    }
}
