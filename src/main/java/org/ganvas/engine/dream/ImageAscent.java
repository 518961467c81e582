package org.ganvas.engine.dream;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.ganvas.data.ImageShape;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.data.transform.PixelImage;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.dream.AscentSpec;
import org.ganvas.engine.spec.dream.DreamObjective;
import org.ganvas.engine.spec.dream.DreamWeights;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.state.FeatureWeights;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Ascent on the pixels of an image through octaves: the image grows from the smallest size to its own, the detail that it
 * lost by shrinking is added back at each size, and each size takes a number of steps (Mordvintsev et al. 2015). Used by one
 * thread, once.
 */
public final class ImageAscent {

    /** Shortest side of an octave. */
    private static final int MIN_SIDE = 8;

    private static final double NOISE_DEVIATION = 0.2;

    /** Distance of the numbers of random streams from octave to octave. */
    private static final long OCTAVE = 1L << 20;

    private final DreamInput input;
    private final DreamObjective objective;
    private final AscentSpec spec;
    private final Supplier<DreamWeights> weights;
    private final Listener listener;
    private final List<int[]> sizes;
    private boolean stopped;

    /** Receiver of every step, on the thread of the ascent. */
    @FunctionalInterface
    public interface Listener {
        /** Whether to continue. */
        boolean onStep(Step step);
    }

    /**
     * One step.
     *
     * @param number of the step, from 1, through all octaves
     * @param total number of steps in all
     * @param image after the step
     * @param objective what is maximised, or the loss of a style transfer, before the step
     * @param content loss of a style transfer
     * @param style loss of a style transfer
     */
    public record Step(int number, int total, PixelImage image, double objective, double content, double style) {}

    private ImageAscent(
            DreamInput input,
            DreamObjective objective,
            AscentSpec spec,
            Supplier<DreamWeights> weights,
            Listener listener) {
        this.input = input;
        this.objective = objective;
        this.spec = spec;
        this.weights = weights;
        this.listener = listener;
        sizes = octaves(input.features(), objective, spec, input.image().shape());
    }

    /**
     * Runs the ascent.
     *
     * @param weights asked for before each step
     * @return the image after the last step, in the size of the input
     * @throws SpecException if the features do not take the image's size
     */
    public static PixelImage run(
            DreamInput input,
            DreamObjective objective,
            AscentSpec spec,
            Supplier<DreamWeights> weights,
            Listener listener) {
        return new ImageAscent(input, objective, spec, weights, listener).run();
    }

    /**
     * Sizes that an image passes through, height before width, the last its own; those that are too small for the layers
     * are left out.
     *
     * @throws SpecException if its own size does not fit
     */
    static List<int[]> octaves(FeatureWeights features, DreamObjective objective, AscentSpec spec, ImageShape shape) {
        List<int[]> sizes = new ArrayList<>();
        int deepest = objective.layers().last();
        if (!features.takesAnySize(deepest)) {
            SpecException.require(
                    shape.height() == features.image().height()
                            && shape.width() == features.image().width(),
                    "engine.dream.ownSize",
                    deepest + 1,
                    features.image().width(),
                    features.image().height());
            sizes.add(new int[] {shape.height(), shape.width()});
            return sizes;
        }
        for (int octave = spec.octaves() - 1; octave >= 0; octave--) {
            double scale = Math.pow(spec.scale(), -octave);
            int height = (int) Math.max(1, Math.round(shape.height() * scale));
            int width = (int) Math.max(1, Math.round(shape.width() * scale));
            boolean fits = Math.min(height, width) >= MIN_SIDE && fits(features, deepest, height, width);
            if (octave == 0) {
                SpecException.require(fits, "engine.dream.tooSmall", shape.width(), shape.height(), deepest + 1);
            }
            if (fits) {
                sizes.add(new int[] {height, width});
            }
        }
        return sizes;
    }

    private static boolean fits(FeatureWeights features, int deepest, int height, int width) {
        try {
            new NetworkSpec(
                            features.network().init(),
                            features.network().layers().subList(0, deepest + 1))
                    .shapes(features.inputOf(height, width));
            return true;
        } catch (SpecException tooSmall) {
            return false;
        }
    }

    private PixelImage run() {
        PixelImage before = null;
        PixelImage image = input.image();
        for (int octave = 0; octave < sizes.size() && !stopped; octave++) {
            int height = sizes.get(octave)[0];
            int width = sizes.get(octave)[1];
            PixelImage original = input.image().resized(width, height);
            if (before == null) {
                image = spec.noise() ? noise(original.shape()) : original;
            } else {
                image = image.resized(width, height);
                image = spec.noise() ? image : withDetail(image, original, before.resized(width, height));
            }
            before = original;
            image = climb(image, original, octave);
        }
        return image.resized(input.image().width(), input.image().height());
    }

    private PixelImage noise(ImageShape shape) {
        float[] pixels = new float[shape.size()];
        new SeededRandomStream(spec.seed(), Purpose.DREAM, OCTAVE * AscentSpec.MAX_OCTAVES)
                .fillGaussian(pixels, NOISE_DEVIATION);
        return new PixelImage(shape, clipped(pixels));
    }

    /** The image plus what the original has in this size and not in the size before. */
    private static PixelImage withDetail(PixelImage image, PixelImage original, PixelImage blurred) {
        float[] pixels = image.pixels().clone();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] += original.pixels()[i] - blurred.pixels()[i];
        }
        return new PixelImage(image.shape(), clipped(pixels));
    }

    private static float[] clipped(float[] pixels) {
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Math.max(-1, Math.min(1, pixels[i]));
        }
        return pixels;
    }

    private PixelImage climb(PixelImage start, PixelImage content, int octave) {
        PixelImage image = start;
        PixelImage style = styleFor(content);
        PixelStep update = new PixelStep(spec, start.pixels().length);
        try (DreamObjectiveTerms terms =
                new DreamObjectiveTerms(input.features(), objective, content, style, DataType.FLOAT)) {
            for (int step = 0; step < spec.steps() && !stopped; step++) {
                SeededRandomStream random = new SeededRandomStream(spec.seed(), Purpose.DREAM, octave * OCTAVE + step);
                int down = shift(random, image.height());
                int right = shift(random, image.width());
                DreamObjectiveTerms.Values at = terms.at(rolled(image, down, right), weights.get());
                float[] gradient = rolled(new PixelImage(image.shape(), at.gradient()), -down, -right);
                image = new PixelImage(image.shape(), clipped(update.moved(image.pixels(), gradient)));
                stopped = !listener.onStep(new Step(
                        octave * spec.steps() + step + 1,
                        sizes.size() * spec.steps(),
                        image,
                        at.objective(),
                        at.content(),
                        at.style()));
            }
        }
        return image;
    }

    /** The style image in the size of the octave; in the trained size where a style layer takes no other. */
    private @Nullable PixelImage styleFor(PixelImage content) {
        PixelImage style = input.style();
        if (style == null || !(objective instanceof DreamObjective.Style)) {
            return null;
        }
        return input.features().takesAnySize(objective.layers().last())
                ? style.withLongerSide(Math.max(content.width(), content.height()))
                : style.fitted(content.width(), content.height());
    }

    private int shift(SeededRandomStream random, int side) {
        int most = Math.min(spec.jitter(), side / 2);
        return random.nextInt(2 * most + 1) - most;
    }

    /** The pixels shifted; those that leave at one border come in at the other. */
    static float[] rolled(PixelImage image, int down, int right) {
        if (down == 0 && right == 0) {
            return image.pixels();
        }
        int height = image.height();
        int width = image.width();
        float[] out = new float[image.pixels().length];
        for (int row = 0; row < image.shape().channels() * height; row++) {
            int channel = row / height;
            int to = channel * height + Math.floorMod(row % height + down, height);
            for (int x = 0; x < width; x++) {
                out[to * width + Math.floorMod(x + right, width)] = image.pixels()[row * width + x];
            }
        }
        return out;
    }
}
