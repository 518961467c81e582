package org.ganvas.engine.probe;

import java.util.Arrays;
import org.ganvas.engine.spec.EncodingSpec;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.state.TrainerState;

/**
 * Networks of a GAN with an encoder that say how unlike the data an image is: by what G makes of its latent, and by D's
 * features of both (f-AnoGAN, Schlegl et al. 2019, izi_f), which a D in whose game the encoder is sees with that latent (Zenati
 * et al. 2018). Belongs to one thread; holds native memory until closed.
 */
public final class AnomalyProbe implements AutoCloseable {

    private final GanSpec spec;
    private final double featureWeight;
    private final EncoderProbe encoder;
    private final GeneratorProbe generator;
    private final DiscriminatorProbe discriminator;

    /**
     * @param spec with an encoder
     * @param state with the weights of all three networks
     * @throws org.ganvas.engine.spec.base.SpecException if they do not fit
     */
    public AnomalyProbe(GanSpec spec, TrainerState state) {
        if (!(spec.game() instanceof EncodingSpec game)) {
            throw new IllegalArgumentException("a GAN without an encoder");
        }
        this.spec = spec;
        featureWeight = game.encoderFeatureWeight();
        encoder = new EncoderProbe(spec);
        generator = new GeneratorProbe(spec);
        discriminator = new DiscriminatorProbe(spec);
        try {
            encoder.load(state);
            // The encoder has learned through the current weights, not through their average.
            generator.load(state, false);
            discriminator.load(state);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Images beside what the networks make of them.
     *
     * @param latents of the images, row after row
     * @param reconstructions made of the latents, one after the other
     * @param pixelResiduals mean squared difference of each image from its reconstruction, pixels in [-1, 1]
     * @param featureResiduals mean squared difference of D's features of both
     * @param scores the sum of both residuals, the latter weighted: the higher, the less the image is like the data
     */
    public record Residuals(
            float[] latents,
            float[] reconstructions,
            double[] pixelResiduals,
            double[] featureResiduals,
            double[] scores) {}

    /**
     * How unlike the data images are.
     *
     * @param images one after the other, channel by channel, in [-1, 1]
     */
    public Residuals residuals(float[] images) {
        int size = spec.image().size();
        int count = images.length / size;
        float[] latents = encoder.encode(images);
        float[] made = generator.generate(latents, new int[count]);
        double[] pixels = meanSquares(images, made, count);
        double[] features = meanSquares(
                discriminator.lastFeatures(images, latents), discriminator.lastFeatures(made, latents), count);
        double[] scores = new double[count];
        Arrays.setAll(scores, i -> pixels[i] + featureWeight * features[i]);
        return new Residuals(latents, made, pixels, features, scores);
    }

    private static double[] meanSquares(float[] a, float[] b, int rows) {
        double[] means = new double[rows];
        int width = a.length / Math.max(1, rows);
        for (int r = 0; r < rows; r++) {
            double sum = 0;
            for (int i = r * width; i < (r + 1) * width; i++) {
                double difference = (double) a[i] - b[i];
                sum += difference * difference;
            }
            means[r] = sum / width;
        }
        return means;
    }

    public GanSpec spec() {
        return spec;
    }

    @Override
    public void close() {
        encoder.close();
        generator.close();
        discriminator.close();
    }
}
