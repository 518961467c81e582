package org.ganvas.session.render;

import org.ganvas.data.ImageShape;
import org.ganvas.engine.probe.DiscriminatorProbe;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.UnpairedTranslationSpec;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.train.PlayerWeights;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;

/**
 * The networks of a translation beside its generator: D, and of an unpaired one the generator that leads back. The
 * {@code explore} thread's; holds native memory until closed.
 */
final class TranslationReviewer implements AutoCloseable {

    private final GanSpec spec;
    private final DiscriminatorProbe discriminator;
    private final @Nullable GeneratorProbe back;

    TranslationReviewer(GanSpec spec) {
        this.spec = spec;
        discriminator = new DiscriminatorProbe(spec);
        back = spec.game() instanceof UnpairedTranslationSpec
                ? new GeneratorProbe(spec, UnpairedTranslationSpec.BACK_GENERATOR)
                : null;
    }

    /** Loads weights of all networks. */
    void load(PlayerWeights weights) {
        discriminator.load(weights);
        if (back != null) {
            back.load(weights);
        }
    }

    /**
     * @param given what G was given
     * @param output the one image that it made of it
     */
    TranslationReview review(float[] given, SampleGrid output) {
        DiscriminatorProbe.PatchLogits patches = discriminator.patches(output.pixels(), given);
        SampleGrid realness = new SampleGrid(
                new ImageShape(1, patches.height(), patches.width()),
                1,
                1,
                realness(spec.loss(), patches.logits()),
                new int[0],
                output.step());
        SampleGrid returned = back == null
                ? null
                : new SampleGrid(
                        spec.image(), 1, 1, back.generate(output.pixels(), new int[1]), new int[0], output.step());
        return new TranslationReview(realness, returned);
    }

    /**
     * Logits on one scale, -1 generated to 1 real. Those of a critic, which have no zero, are compared with one another.
     *
     * @param logits of the patches of one image
     */
    static float[] realness(LossSpec loss, float[] logits) {
        float[] shares = new float[logits.length];
        double mean = loss.estimatesDistance() ? mean(logits) : loss.equilibriumLogit();
        double half = loss.estimatesDistance() ? greatestDistance(logits, mean) : 0.5;
        for (int i = 0; i < logits.length; i++) {
            double off = logits[i] - mean;
            double share = loss.hasProbabilities() ? Math.tanh(off / 2) : half == 0 ? 0 : off / half;
            shares[i] = (float) Math.max(-1, Math.min(1, share));
        }
        return shares;
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double greatestDistance(float[] values, double from) {
        double greatest = 0;
        for (float value : values) {
            greatest = Math.max(greatest, Math.abs(value - from));
        }
        return greatest;
    }

    @Override
    public void close() {
        discriminator.close();
        if (back != null) {
            back.close();
        }
    }
}
