package org.ganvas.engine.probe;

import java.util.Arrays;
import java.util.List;
import org.ganvas.engine.autodiff.Autograd;
import org.ganvas.engine.autodiff.ReductionOps;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.TensorArena;
import org.ganvas.engine.loss.GanLoss;
import org.ganvas.engine.net.Discriminator;
import org.ganvas.engine.net.ForwardContext;
import org.ganvas.engine.net.LayerObserver;
import org.ganvas.engine.net.NamedTensor;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.PairedTranslationSpec;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.state.LayerStatistics;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.engine.train.PlayerWeights;
import org.ganvas.engine.train.TrainerStateReader;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Discriminator with copied weights in inference mode: dropout off, BatchNorm with its running statistics. Belongs to one
 * thread; holds native memory until closed.
 */
public final class DiscriminatorProbe implements AutoCloseable {

    private static final String NAME = Player.DISCRIMINATOR.principal();

    /** Images per forward pass. */
    private static final int CHUNK = 64;

    /** Points per forward pass: so small that the calls would cost more than the arithmetic. */
    private static final int POINT_CHUNK = 4096;

    private final GanSpec spec;
    private final int seenSize;
    private final Discriminator discriminator;
    private final List<NamedTensor> variables;
    private final TensorArena arena = new TensorArena();

    public DiscriminatorProbe(GanSpec spec) {
        this.spec = spec;
        seenSize = (int) (seesCondition(spec) ? spec.discriminatorInput().size() : spec.image().size());
        discriminator = new Discriminator(spec, 0, DataType.FLOAT);
        variables = discriminator.variables();
    }

    private static boolean seesCondition(GanSpec spec) {
        return spec.game() instanceof PairedTranslationSpec game && game.conditionedDiscriminator();
    }

    /**
     * Images with what they were made of, as D sees both: behind the channels of each image those of its condition,
     * enlarged to the image's size. The images themselves where D sees nothing else.
     *
     * @param images one after the other
     * @param given what G was given, one after the other
     */
    public float[] seen(float[] images, float[] given) {
        if (!seesCondition(spec)) {
            return images;
        }
        LayerShape condition = spec.generatorInput();
        int size = spec.image().size();
        int count = images.length / size;
        int width = spec.image().width();
        int pixels = spec.image().height() * width;
        int factor = spec.image().height() / condition.height();
        float[] seen = new float[count * seenSize];
        for (int i = 0; i < count; i++) {
            System.arraycopy(images, i * size, seen, i * seenSize, size);
            for (int k = 0; k < condition.channels() * pixels; k++) {
                int row = (k / pixels) * condition.height() + k % pixels / width / factor;
                seen[i * seenSize + size + k] =
                        given[i * (int) condition.size() + row * condition.width() + k % width / factor];
            }
        }
        return seen;
    }

    /**
     * D's logits patch by patch.
     *
     * @param images as D sees them, see {@link #seen}
     * @return for each image its map of logits, row by row; a single logit where D ends in one
     */
    public float[] patches(float[] images) {
        int count = images.length / seenSize;
        try (TensorArena.Round round = arena.open()) {
            Tensor batch = Tensor.of(images, count, seenSize);
            return Autograd.withoutGraph(() -> discriminator
                            .forward(batch, new int[count], ForwardContext.INFERENCE, LayerObserver.NONE)
                            .logits())
                    .toFloats();
        }
    }

    /** Loads weights of networks with the same spec. */
    public void load(PlayerWeights weights) {
        for (int i = 0; i < variables.size(); i++) {
            variables.get(i).tensor().set(weights.arrays(NAME).get(i), 0);
        }
    }

    /**
     * Loads weights of a captured run with the same spec.
     *
     * @throws org.ganvas.engine.spec.base.SpecException if they do not fit
     */
    public void load(TrainerState state) {
        new TrainerStateReader(state).copyPlayer(NAME, variables, false);
    }

    /**
     * D's logits of images. A D with packing gets each image as a pack of copies.
     *
     * @param images one after the other, as D sees them
     * @param labels one per image; ignored by a D without labels
     * @return one logit per image, the mean of a map of logits; none where D's network is an autoencoder's encoder
     */
    public float[] logits(float[] images, int[] labels) {
        if (spec.loss().encodes()) {
            return new float[0];
        }
        int size = seenSize;
        float[] logits = new float[labels.length];
        int most = spec.image().isPoint() ? POINT_CHUNK : CHUNK;
        for (int start = 0; start < labels.length; start += most) {
            int count = Math.min(most, labels.length - start);
            float[] chunk = Arrays.copyOfRange(images, start * size, (start + count) * size);
            int[] chunkLabels = Arrays.copyOfRange(labels, start, start + count);
            try (TensorArena.Round round = arena.open()) {
                forward(chunk, chunkLabels, LayerObserver.NONE).copyTo(logits, start);
            }
        }
        return logits;
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
            Discriminator.Output fake =
                    discriminator.forward(variable, packed(labels), ForwardContext.INFERENCE, LayerObserver.NONE);
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
                () -> discriminator.forward(batch, packed(realLabels), ForwardContext.INFERENCE, LayerObserver.NONE));
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

    private Tensor forward(float[] images, int[] labels, LayerObserver observer) {
        int[] packedLabels = packed(labels);
        Tensor batch = Tensor.of(
                packed(images, labels.length), packedLabels.length, seenSize);
        return Autograd.withoutGraph(() -> imageLogits(discriminator
                .forward(batch, packedLabels, ForwardContext.INFERENCE, observer)
                .logits()));
    }

    /** One logit an image: of a map of logits, their mean. */
    private static Tensor imageLogits(Tensor logits) {
        return logits.size(1) == 1 ? logits : ReductionOps.mean(logits, 1);
    }

    /** Each image as a pack of copies. */
    private float[] packed(float[] images, int count) {
        int pack = spec.pack();
        int size = seenSize;
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
     */
    public List<LayerStatistics> layerStatistics(float[] images, int[] labels) {
        LayerOutputCapture capture = new LayerOutputCapture(spec.discriminator(), spec.discriminatorInput());
        try (TensorArena.Round round = arena.open()) {
            forward(images, labels, capture);
        }
        return capture.statistics(discriminator.parameters());
    }

    /** Output of one layer for one image: map after map, row by row. */
    public float[] featureMaps(float[] image, int label, int layer) {
        LayerOutputCapture.FeatureMaps maps = new LayerOutputCapture.FeatureMaps(layer);
        try (TensorArena.Round round = arena.open()) {
            forward(image, new int[] {label}, maps);
        }
        return maps.values();
    }

    @Override
    public void close() {
        arena.close();
        discriminator.close();
    }
}
