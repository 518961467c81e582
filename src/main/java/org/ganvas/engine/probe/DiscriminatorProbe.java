package org.ganvas.engine.probe;

import java.util.Arrays;
import java.util.List;
import org.ganvas.engine.autodiff.Autograd;
import org.ganvas.engine.autodiff.ReductionOps;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.TensorArena;
import org.ganvas.engine.loss.GanLoss;
import org.ganvas.engine.net.Discriminator;
import org.ganvas.engine.net.EnlargedCondition;
import org.ganvas.engine.net.ForwardContext;
import org.ganvas.engine.net.LayerObserver;
import org.ganvas.engine.net.NamedTensor;
import org.ganvas.engine.spec.EncodingSpec;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.PairedTranslationSpec;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.state.LayerStatistics;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.SpectralWeights;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.engine.train.PlayerWeights;
import org.ganvas.engine.train.TrainerStateReader;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Discriminator with copied weights in inference mode: dropout off, BatchNorm with its running statistics. Belongs to one
 * thread; holds native memory until closed.
 */
public final class DiscriminatorProbe implements AutoCloseable {

    private static final String NAME = Player.DISCRIMINATOR.principal();

    private static final float[] NOTHING = new float[0];

    /** Images per forward pass. */
    private static final int CHUNK = 64;

    /** Points per forward pass: so small that the calls would cost more than the arithmetic. */
    private static final int POINT_CHUNK = 4096;

    private final GanSpec spec;
    private final Discriminator discriminator;
    private final List<NamedTensor> variables;
    private final boolean seesGiven;
    private final TensorArena arena = new TensorArena();
    private ForwardContext context = ForwardContext.INFERENCE;

    public DiscriminatorProbe(GanSpec spec) {
        this.spec = spec;
        seesGiven = EncodingSpec.isJoint(spec.game())
                || spec.game() instanceof PairedTranslationSpec game && game.conditionedDiscriminator();
        discriminator = new Discriminator(spec, 0, DataType.FLOAT);
        variables = discriminator.variables();
        growTo(0);
    }

    private void growTo(long step) {
        context = ForwardContext.INFERENCE.withGrowth(spec.growthAt(step));
    }

    /** Loads weights of networks with the same spec, grown as far as at their step. */
    public void load(PlayerWeights weights) {
        growTo(weights.step());
        for (int i = 0; i < variables.size(); i++) {
            variables.get(i).tensor().set(weights.arrays(NAME).get(i), 0);
        }
    }

    /**
     * Loads weights of a captured run with the same spec, grown as far as at its step.
     *
     * @throws org.ganvas.engine.spec.base.SpecException if they do not fit
     */
    public void load(TrainerState state) {
        growTo(state.step());
        new TrainerStateReader(state).copyPlayer(NAME, variables, false);
    }

    /**
     * D's logits of images. A D with packing gets each image as a pack of copies.
     *
     * @param images one after the other
     * @param labels one per image; ignored by a D without labels
     * @return one logit per image, the mean of a map of logits; none where D's network is an autoencoder's encoder
     */
    public float[] logits(float[] images, int[] labels) {
        return logits(images, labels, NOTHING);
    }

    /**
     * D's logits of images with what the generator was given to make them.
     *
     * @param given row after row, as the generator takes it; unused by a D that sees images alone
     * @return as {@link #logits(float[], int[])}
     */
    public float[] logits(float[] images, int[] labels, float[] given) {
        if (spec.loss().encodes()) {
            return new float[0];
        }
        int size = spec.image().size();
        float[] logits = new float[labels.length];
        int most = spec.image().isPoint() ? POINT_CHUNK : CHUNK;
        for (int start = 0; start < labels.length; start += most) {
            int count = Math.min(most, labels.length - start);
            float[] chunk = Arrays.copyOfRange(images, start * size, (start + count) * size);
            int[] chunkLabels = Arrays.copyOfRange(labels, start, start + count);
            float[] chunkGiven = given(given, start, count);
            try (TensorArena.Round round = arena.open()) {
                imageLogits(forward(chunk, chunkLabels, chunkGiven, LayerObserver.NONE))
                        .copyTo(logits, start);
            }
        }
        return logits;
    }

    /**
     * D's last features of images: what its last layer with weights is given.
     *
     * @param images one after the other
     * @param given latents of the images; unused by a D that sees images alone
     * @return row after row
     */
    public float[] lastFeatures(float[] images, float[] given) {
        int size = spec.image().size();
        int count = images.length / size;
        float[] all = new float[0];
        for (int start = 0; start < count; start += CHUNK) {
            int rows = Math.min(CHUNK, count - start);
            float[] chunk = Arrays.copyOfRange(images, start * size, (start + rows) * size);
            float[] chunkGiven = given(given, start, rows);
            try (TensorArena.Round round = arena.open()) {
                Tensor hidden = Autograd.withoutGraph(() -> discriminator
                        .forward(
                                Tensor.of(chunk, rows, size),
                                beside(chunkGiven, rows),
                                new int[rows],
                                context,
                                LayerObserver.NONE)
                        .hidden());
                int width = (int) (hidden.length() / rows);
                if (start == 0) {
                    all = new float[count * width];
                }
                hidden.copyTo(all, start * width);
            }
        }
        return all;
    }

    /**
     * Force of G's loss on generated images: minus the gradient of the loss by each image, times their number, so that it
     * does not depend on how many there are.
     *
     * @param images generated ones, one after the other
     * @param labels one per image; ignored by a D without labels
     * @param real images that a paired loss compares them with, as many
     * @param realLabels one per real image
     * @return as many numbers as the images have; none where D's network is an autoencoder's encoder
     */
    public float[] force(float[] images, int[] labels, float[] real, int[] realLabels) {
        if (spec.loss().encodes()) {
            return new float[0];
        }
        try (TensorArena.Round round = arena.open()) {
            Tensor variable = Tensor.of(
                            packed(images, labels.length),
                            (long) labels.length * spec.pack(),
                            spec.image().size())
                    .asVariable();
            Discriminator.Output fake = discriminator.forward(variable, packed(labels), context, LayerObserver.NONE);
            Tensor loss = generatorLoss(fake, real, realLabels);
            float[] gradient =
                    Autograd.grad(loss, List.of(variable), false).get(0).toFloats();
            return summedPacks(gradient, images.length, -labels.length);
        }
    }

    private Tensor generatorLoss(Discriminator.Output fake, float[] real, int[] realLabels) {
        GanLoss loss = GanLoss.of(spec.loss());
        if (!spec.loss().paired() && !spec.loss().matchesFeatures()) {
            return loss.generatorLoss(fake.logits());
        }
        Tensor batch = Tensor.of(
                packed(real, realLabels.length),
                (long) realLabels.length * spec.pack(),
                spec.image().size());
        Discriminator.Output judged = Autograd.withoutGraph(
                () -> discriminator.forward(batch, packed(realLabels), context, LayerObserver.NONE));
        return spec.loss().paired()
                ? loss.generatorLoss(fake.logits(), judged.logits())
                : GanLoss.featureDistance(judged.features(), fake.features());
    }

    /** The gradients of the copies of each image, added up and scaled. */
    private float[] summedPacks(float[] gradient, int length, double factor) {
        int size = spec.image().size();
        float[] sums = new float[length];
        for (int i = 0; i < gradient.length; i++) {
            int copy = i / size;
            sums[copy / spec.pack() * size + i % size] += (float) (factor * gradient[i]);
        }
        return sums;
    }

    private Tensor forward(float[] images, int[] labels, float[] given, LayerObserver observer) {
        int[] packedLabels = packed(labels);
        Tensor batch = Tensor.of(
                packed(images, labels.length), packedLabels.length, spec.image().size());
        return Autograd.withoutGraph(() -> discriminator
                .forward(batch, beside(given, labels.length), packedLabels, context, observer)
                .logits());
    }

    /** Rows of what images were made of, for a D that sees it. */
    private float[] given(float[] all, int from, int count) {
        int width = spec.givenWidth();
        return seesGiven ? Arrays.copyOfRange(all, from * width, (from + count) * width) : NOTHING;
    }

    private @Nullable Tensor beside(float[] given, int count) {
        return seesGiven ? EnlargedCondition.of(Tensor.of(given, count, spec.givenWidth()), spec) : null;
    }

    /**
     * The logit at which D takes points neither for real nor for generated: the equilibrium's, or of a critic, whose answers
     * have no zero, the middle between its means on both.
     *
     * @param labels one per generated image
     * @param realLabels one per real image
     */
    public double neutralLogit(float[] generated, int[] labels, float[] real, int[] realLabels) {
        if (!spec.loss().estimatesDistance()) {
            return spec.loss().equilibriumLogit();
        }
        return (mean(logits(generated, labels)) + mean(logits(real, realLabels))) / 2;
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /**
     * D's logits of the patches of one image.
     *
     * @param height rows of patches, 1 of a D that ends in one logit
     * @param width columns of patches
     * @param logits row by row
     */
    public record PatchLogits(int height, int width, float[] logits) {}

    /**
     * D's logits of the patches of an image.
     *
     * @param image one
     * @param given what the generator was given to make it; unused by a D that sees images alone
     */
    public PatchLogits patches(float[] image, float[] given) {
        LayerShape map = spec.discriminator().output(spec.discriminatorInput());
        try (TensorArena.Round round = arena.open()) {
            float[] logits =
                    forward(image, new int[1], given, LayerObserver.NONE).toFloats();
            return new PatchLogits(map.height(), map.width(), logits);
        }
    }

    /** One logit an image: of a map of logits, their mean. */
    private static Tensor imageLogits(Tensor logits) {
        return logits.size(1) == 1 ? logits : ReductionOps.mean(logits, 1);
    }

    /** Each image as a pack of copies. */
    private float[] packed(float[] images, int count) {
        int pack = spec.pack();
        int size = spec.image().size();
        float[] packed = new float[images.length * pack];
        for (int i = 0; i < count * pack; i++) {
            System.arraycopy(images, i / pack * size, packed, i * size, size);
        }
        return packed;
    }

    private int[] packed(int[] labels) {
        int pack = spec.pack();
        int[] packed = new int[labels.length * pack];
        Arrays.setAll(packed, i -> labels[i / pack]);
        return packed;
    }

    /**
     * Histograms of weights and activations of every layer.
     *
     * @param images at most a few dozen, one after the other
     * @param given what the generator was given to make them; unused by a D that sees images alone
     */
    public List<LayerStatistics> layerStatistics(float[] images, int[] labels, float[] given) {
        LayerOutputCapture capture = new LayerOutputCapture(spec.discriminator(), spec.discriminatorInput());
        try (TensorArena.Round round = arena.open()) {
            forward(images, labels, given, capture);
        }
        return capture.statistics(discriminator.parameters());
    }

    /**
     * Outputs of every layer for images without labels, row after row. A D with packing gets each image as a pack of copies.
     *
     * @param images few enough for one pass
     */
    public List<float[]> layerOutputs(float[] images, int[] labels) {
        LayerOutputCapture.All capture = new LayerOutputCapture.All();
        try (TensorArena.Round round = arena.open()) {
            forward(images, labels, NOTHING, capture);
        }
        return capture.values();
    }

    /** Copies of the weights as the layers multiply by them, and of the running statistics. */
    public List<NamedArray> arrays() {
        return SpectralWeights.divided(
                variables.stream().map(variable -> variable.copy("")).toList(), "");
    }

    /** Output of one layer for one image: map after map, row by row. */
    public float[] featureMaps(float[] image, int label, float[] given, int layer) {
        LayerOutputCapture.FeatureMaps maps = new LayerOutputCapture.FeatureMaps(layer);
        try (TensorArena.Round round = arena.open()) {
            forward(image, new int[] {label}, given, maps);
        }
        return maps.values();
    }

    @Override
    public void close() {
        arena.close();
        discriminator.close();
    }
}
