package org.ganvas.engine.augment;

import java.util.Arrays;
import java.util.List;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.engine.autodiff.ElementwiseOps;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.spec.training.Regularizer.Diffusion;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.StateArrays;

/**
 * Forward diffusion of D's inputs, y = √ᾱ_t x + √(1 − ᾱ_t) σ ε (Diffusion-GAN, Wang 2022, with the schedule and the
 * adaptation of the authors' code). The number of steps t of an image is taken from a table of 64, of which a half is 0
 * and the rest drawn from 1 to T; T grows while D is surer of real images than the target, and falls otherwise. The
 * training thread's.
 */
final class InputDiffusion {

    static final String STATE = "diffusion/adaptation";
    private static final double FIRST_BETA = 1e-4;
    private static final double LAST_BETA = 2e-2;
    private static final int TABLE = 64;

    /** Updates of D between two changes of T. */
    private static final int WINDOW = 4;

    /** Images in which T can go from its least to its greatest, as in the authors' code. */
    private static final double ADAPTATION_IMAGES = 100_000;

    /** ᾱ_t for t from 0, the share of an image's variance that is left. */
    private static final double[] KEPT = kept();

    private final Diffusion spec;
    private final long seed;

    /** Position of T between its least and its greatest, 0 to 1. */
    private float share;

    /** Changes of T so far: each draws a new table. */
    private int changes;

    // Of the updates since the last change.
    private int updates;
    private double signs;
    private double images;

    InputDiffusion(Diffusion spec, long seed) {
        this.spec = spec;
        this.seed = seed;
        share = spec.target() > 0 ? 0 : 1;
    }

    private static double[] kept() {
        double[] kept = new double[Diffusion.MOST_STEPS + 1];
        kept[0] = 1;
        for (int t = 1; t < kept.length; t++) {
            double beta = FIRST_BETA + (LAST_BETA - FIRST_BETA) * (t - 1) / (Diffusion.MOST_STEPS - 1);
            kept[t] = kept[t - 1] * (1 - beta);
        }
        return kept;
    }

    /**
     * Share of an image's variance that is left after some steps, ᾱ_t.
     *
     * @param t number of steps, 0 to 1,000
     */
    static double kept(int t) {
        return KEPT[t];
    }

    /** T, the greatest number of steps at present. */
    int steps() {
        return Diffusion.FIRST_STEPS + Math.round(share * (spec.steps() - Diffusion.FIRST_STEPS));
    }

    /** Numbers of steps from which those of an image are taken. */
    int[] table() {
        int[] table = new int[TABLE];
        SeededRandomStream random = new SeededRandomStream(seed, Purpose.DIFFUSION, -1L - changes);
        int most = steps();
        for (int i = 0; i < TABLE / 2; i++) {
            table[i] = spec.weighted() ? weighted(random.nextDouble(), most) : 1 + random.nextInt(most);
        }
        return table;
    }

    /** The t of a cumulative probability where p(t) ∝ t for t from 1. */
    private static int weighted(double cumulative, int most) {
        double wanted = cumulative * most * (most + 1) / 2;
        // The least t with t (t + 1) / 2 above it.
        return (int) Math.max(1, Math.min(most, Math.floor((Math.sqrt(1 + 8 * wanted) - 1) / 2) + 1));
    }

    /**
     * The diffused images.
     *
     * @param images [batch, ...]
     * @param stream number of the random stream, unique per batch of a run, not negative
     */
    Tensor apply(Tensor images, long stream) {
        int batch = (int) images.size(0);
        int pixels = (int) (images.length() / batch);
        int[] table = table();
        SeededRandomStream random = new SeededRandomStream(seed, Purpose.DIFFUSION, stream);
        float[] factors = new float[batch * pixels];
        float[] noise = new float[batch * pixels];
        for (int i = 0; i < batch; i++) {
            double left = kept(table[random.nextInt(TABLE)]);
            Arrays.fill(factors, i * pixels, (i + 1) * pixels, (float) Math.sqrt(left));
            double deviation = Math.sqrt(1 - left) * spec.noise();
            for (int p = i * pixels; p < (i + 1) * pixels; p++) {
                noise[p] = deviation == 0 ? 0 : (float) (deviation * random.nextGaussian());
            }
        }
        return ElementwiseOps.add(
                ElementwiseOps.mul(images, Tensor.of(factors, images.type(), images.shape())),
                Tensor.of(noise, images.type(), images.shape()));
    }

    /** Counts D's logits of real images; moves T after every fourth update. */
    void adapt(Tensor realLogits) {
        if (spec.target() == 0) {
            return;
        }
        for (float logit : realLogits.toFloats()) {
            signs += Math.signum(logit);
        }
        images += realLogits.length();
        updates++;
        if (updates == WINDOW) {
            double direction = Math.signum(signs / images - spec.target());
            share = (float) Math.max(0, Math.min(1, share + direction * images / ADAPTATION_IMAGES));
            changes++;
            updates = 0;
            signs = 0;
            images = 0;
        }
    }

    List<NamedArray> capture() {
        float[] values = {share, changes, updates, (float) signs, (float) images};
        return List.of(new NamedArray(STATE, new long[] {values.length}, values));
    }

    void restore(StateArrays state) {
        float[] values = state.read(STATE, 5);
        share = Math.max(0, Math.min(1, values[0]));
        changes = (int) values[1];
        updates = (int) values[2];
        signs = values[3];
        images = values[4];
    }

    /** The diffusion of a changed spec, which keeps what was adapted where both adapt. */
    InputDiffusion withSpec(Diffusion changed) {
        InputDiffusion next = new InputDiffusion(changed, seed);
        if (changed.target() > 0 && spec.target() > 0) {
            next.share = share;
            next.changes = changes;
            next.updates = updates;
            next.signs = signs;
            next.images = images;
        }
        return next;
    }
}
