package org.ganvas.engine.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ganvas.engine.autodiff.Autograd;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.TensorArena;
import org.ganvas.engine.net.Discriminator;
import org.ganvas.engine.net.ForwardContext;
import org.ganvas.engine.net.LayerObserver;
import org.ganvas.engine.net.NamedTensor;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.LayerShape;
import org.ganvas.engine.state.LayerStatistics;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.engine.train.ModelWeights;
import org.ganvas.engine.train.TrainerStateReader;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Judges pictures with copied weights as D does after training: dropout off, BatchNorm on its running statistics. Belongs
 * to one thread; holds native memory until closed.
 */
public final class DiscriminatorProbe implements AutoCloseable {

    /** Pictures judged in one go. */
    private static final int CHUNK = 64;

    private final GanSpec spec;
    private final Discriminator discriminator;
    private final List<NamedTensor> variables = new ArrayList<>();
    private final TensorArena arena = new TensorArena();

    public DiscriminatorProbe(GanSpec spec) {
        this.spec = spec;
        discriminator = new Discriminator(spec, 0, DataType.FLOAT);
        variables.addAll(discriminator.parameters());
        variables.addAll(discriminator.statistics());
    }

    /** Takes over weights of networks with the same spec. */
    public void load(ModelWeights weights) {
        for (int i = 0; i < variables.size(); i++) {
            variables.get(i).tensor().set(weights.discriminator().get(i), 0);
        }
    }

    /**
     * Takes over weights of a captured run with the same spec.
     *
     * @throws org.ganvas.engine.spec.SpecException if they do not fit
     */
    public void load(TrainerState state) {
        new TrainerStateReader(state).copyDiscriminator(variables);
    }

    /**
     * D's verdict on each picture. Where D judges packs, each picture is shown as a pack of itself.
     *
     * @param pictures one after the other
     * @param labels one a picture; ignored where D does not see them
     * @return logits, one a picture; none where D's network is an autoencoder's encoder, which judges nothing
     */
    public float[] logits(float[] pictures, int[] labels) {
        if (spec.loss().encodes()) {
            return new float[0];
        }
        int size = spec.image().size();
        float[] logits = new float[labels.length];
        for (int start = 0; start < labels.length; start += CHUNK) {
            int count = Math.min(CHUNK, labels.length - start);
            float[] some = Arrays.copyOfRange(pictures, start * size, (start + count) * size);
            int[] someLabels = Arrays.copyOfRange(labels, start, start + count);
            try (TensorArena.Round round = arena.open()) {
                pass(some, someLabels, LayerObserver.NONE).copyTo(logits, start);
            }
        }
        return logits;
    }

    private Tensor pass(float[] pictures, int[] labels, LayerObserver tap) {
        int pack = spec.pack();
        int size = spec.image().size();
        float[] packed = new float[pictures.length * pack];
        int[] packedLabels = new int[labels.length * pack];
        for (int i = 0; i < packedLabels.length; i++) {
            System.arraycopy(pictures, i / pack * size, packed, i * size, size);
            packedLabels[i] = labels[i / pack];
        }
        Tensor batch = Tensor.of(packed, packedLabels.length, size);
        return Autograd.withoutGraph(() -> discriminator
                .forward(batch, packedLabels, ForwardContext.INFERENCE, tap)
                .logits());
    }

    /**
     * Weights and activations of every layer.
     *
     * @param pictures at most a few dozen, one after the other
     */
    public List<LayerStatistics> layerStatistics(float[] pictures, int[] labels) {
        LayerCapture scan = new LayerCapture(spec.discriminator(), spec.judgedExtent());
        try (TensorArena.Round round = arena.open()) {
            pass(pictures, labels, scan);
        }
        return scan.statistics(discriminator.parameters());
    }

    /** What comes out of one layer for one picture: map after map, row by row. */
    public float[] featureMaps(float[] picture, int label, int layer) {
        LayerCapture.FeatureMaps maps = new LayerCapture.FeatureMaps(layer);
        try (TensorArena.Round round = arena.open()) {
            pass(picture, new int[] {label}, maps);
        }
        return maps.values();
    }

    /** What the layers give out, first to last. */
    public List<LayerShape> layerShapes() {
        List<LayerShape> all = spec.discriminator().extents(spec.judgedExtent());
        return all.subList(1, all.size());
    }

    @Override
    public void close() {
        arena.close();
        discriminator.close();
    }
}
