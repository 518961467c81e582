package org.ganvas.engine.augment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ganvas.data.ImageShape;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.engine.autodiff.ElementwiseOps;
import org.ganvas.engine.autodiff.ReductionOps;
import org.ganvas.engine.autodiff.ResampleOps;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.ViewOps;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.training.Regularizer.Augmentation;
import org.ganvas.engine.spec.training.Regularizer.Diffusion;
import org.ganvas.engine.spec.training.Regularizer.InstanceNoise;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.StateArrays;
import org.ganvas.engine.state.StepReport;
import org.jspecify.annotations.Nullable;

/**
 * Augmentation of all images that D sees: instance noise that fades, random shifts, cutouts and colours (DiffAugment,
 * Zhao 2020), whose probability may adapt to D's overfitting to the real images (ADA, Karras 2020), and diffusion. Gradients
 * pass through to G. The training thread's.
 */
public final class DiscriminatorInputAugmenter {

    private static final String STATE = "augmentation/probability";

    /** Largest shift as a divisor of the side, as in DiffAugment. */
    private static final int SHIFT_DIVISOR = 8;

    /** Images in which the probability can go from 0 to 1; ADA's 500,000 are for runs of millions. */
    private static final double ADAPTATION_IMAGES = 100_000;

    private final long seed;
    private final ImageShape shape;
    private final Optional<Augmentation> augmentation;
    private final Optional<InstanceNoise> noise;
    private final @Nullable InputDiffusion diffusion;
    private float probability;

    public DiscriminatorInputAugmenter(GanSpec spec, long seed) {
        this(spec, seed, null);
    }

    private DiscriminatorInputAugmenter(GanSpec spec, long seed, @Nullable InputDiffusion before) {
        this.seed = seed;
        diffusion = spec.regularizer(Diffusion.class)
                .map(next -> before == null ? new InputDiffusion(next, seed) : before.withSpec(next))
                .orElse(null);
        shape = spec.image();
        augmentation = spec.regularizer(Augmentation.class);
        noise = spec.regularizer(InstanceNoise.class);
        probability = augmentation.map(a -> (float) a.probability()).orElse(0f);
    }

    /** The augmenter for a changed spec; an adapted probability is kept unless the spec sets another. */
    public DiscriminatorInputAugmenter withSpec(GanSpec spec) {
        DiscriminatorInputAugmenter changed = new DiscriminatorInputAugmenter(spec, seed, diffusion);
        boolean sameSetting =
                augmentation.map(Augmentation::probability).equals(changed.augmentation.map(Augmentation::probability));
        changed.probability = sameSetting ? probability : changed.probability;
        return changed;
    }

    /**
     * The augmented images.
     *
     * @param images [batch, channels height width]
     * @param stream number of the random stream, unique per batch of a run
     * @param step training step, from 1
     */
    public Tensor apply(Tensor images, long stream, long step) {
        SeededRandomStream random = new SeededRandomStream(seed, Purpose.AUGMENTATION, stream);
        Tensor seen = augmentation.isPresent() ? augmented(images, augmentation.get(), random) : images;
        double deviation = noise.map(n -> n.deviationAt(step)).orElse(0.0);
        if (deviation > 0) {
            float[] values = new float[(int) seen.length()];
            random.fillGaussian(values, deviation);
            seen = ElementwiseOps.add(seen, Tensor.of(values, seen.type(), seen.shape()));
        }
        return diffusion == null ? seen : diffusion.apply(seen, stream);
    }

    private Tensor augmented(Tensor images, Augmentation kinds, SeededRandomStream random) {
        int batch = (int) images.size(0);
        boolean[] chosen = new boolean[batch];
        for (int i = 0; i < batch; i++) {
            chosen[i] = random.nextDouble() < probability;
        }
        Tensor x = ViewOps.reshape(images, batch, shape.channels(), shape.height(), shape.width());
        if (kinds.colour()) {
            x = coloured(x, chosen, random);
        }
        if (kinds.translation()) {
            x = ResampleOps.shift(x, shifts(chosen, shape.height(), random), shifts(chosen, shape.width(), random));
        }
        if (kinds.cutout()) {
            x = ElementwiseOps.mul(x, cutoutMask(chosen, random, x));
        }
        return ViewOps.reshape(x, images.shape());
    }

    private static int[] shifts(boolean[] chosen, int side, SeededRandomStream random) {
        int limit = (side + SHIFT_DIVISOR / 2) / SHIFT_DIVISOR;
        int[] shifts = new int[chosen.length];
        for (int i = 0; i < shifts.length; i++) {
            int drawn = random.nextInt(2 * limit + 1) - limit;
            shifts[i] = chosen[i] ? drawn : 0;
        }
        return shifts;
    }

    /** Brightness shifted by up to 0.5, then saturation times 0 to 2, then contrast times 0.5 to 1.5. */
    private Tensor coloured(Tensor x, boolean[] chosen, SeededRandomStream random) {
        Tensor y = ElementwiseOps.add(x, factors(chosen, random, -0.5, 0.5, 0, x));
        if (shape.channels() > 1) {
            y = scaledFromMean(y, factors(chosen, random, 0, 2, 1, x), 1);
        }
        return scaledFromMean(y, factors(chosen, random, 0.5, 1.5, 1, x), 1, 2, 3);
    }

    /** The differences from the mean over some dimensions, times a factor per image. */
    private static Tensor scaledFromMean(Tensor x, Tensor factors, int... dimensions) {
        Tensor mean = ReductionOps.mean(x, dimensions);
        return ElementwiseOps.add(mean, ElementwiseOps.mul(ElementwiseOps.sub(x, mean), factors));
    }

    private static Tensor factors(
            boolean[] chosen, SeededRandomStream random, double low, double high, double otherwise, Tensor like) {
        float[] values = new float[chosen.length];
        for (int i = 0; i < values.length; i++) {
            double drawn = random.nextDouble(low, high);
            values[i] = (float) (chosen[i] ? drawn : otherwise);
        }
        return Tensor.of(values, like.type(), values.length, 1, 1, 1);
    }

    /** 1 everywhere but in a rectangle of half the side in each chosen image. */
    private Tensor cutoutMask(boolean[] chosen, SeededRandomStream random, Tensor like) {
        int height = shape.height();
        int width = shape.width();
        float[] mask = new float[chosen.length * height * width];
        java.util.Arrays.fill(mask, 1);
        for (int i = 0; i < chosen.length; i++) {
            int top = random.nextInt(height + 1) - height / 4;
            int left = random.nextInt(width + 1) - width / 4;
            for (int y = Math.max(0, top); chosen[i] && y < Math.min(height, top + height / 2); y++) {
                int row = (i * height + y) * width;
                java.util.Arrays.fill(
                        mask, row + Math.max(0, left), row + Math.max(0, Math.min(width, left + width / 2)), 0);
            }
        }
        return Tensor.of(mask, like.type(), chosen.length, 1, height, width);
    }

    /**
     * Moves the probability by ADA's heuristic, the mean sign of D's logits of real images against the target, and the
     * steps of the diffusion by the same.
     */
    public void adapt(Tensor realLogits) {
        if (diffusion != null) {
            diffusion.adapt(realLogits);
        }
        double target = augmentation.map(Augmentation::target).orElse(0.0);
        if (target > 0) {
            double sign = 0;
            for (float logit : realLogits.toFloats()) {
                sign += Math.signum(logit);
            }
            double direction = Math.signum(sign / realLogits.length() - target);
            double adapted = probability + direction * realLogits.size(0) / ADAPTATION_IMAGES;
            probability = (float) Math.max(0, Math.min(1, adapted));
        }
    }

    /** What adapts to D, by the names of {@link StepReport#adapted}. */
    public Map<String, Double> adapted() {
        Map<String, Double> adapted = new LinkedHashMap<>();
        augmentation
                .filter(one -> one.target() > 0)
                .ifPresent(one -> adapted.put(StepReport.AUGMENTATION, (double) probability));
        if (diffusion != null) {
            adapted.put(StepReport.DIFFUSION, (double) diffusion.steps());
        }
        return adapted;
    }

    public List<NamedArray> capture() {
        List<NamedArray> arrays = new ArrayList<>();
        if (augmentation.isPresent()) {
            arrays.add(new NamedArray(STATE, new long[] {1}, new float[] {probability}));
        }
        if (diffusion != null) {
            arrays.addAll(diffusion.capture());
        }
        return arrays;
    }

    /** Takes what was adapted from a state; one from before the spec had it leaves the start. */
    public void restore(StateArrays state) {
        if (diffusion != null && state.has(InputDiffusion.STATE)) {
            diffusion.restore(state);
        }
        if (augmentation.isPresent() && state.has(STATE)) {
            probability = state.read(STATE, 1)[0];
        }
    }
}
