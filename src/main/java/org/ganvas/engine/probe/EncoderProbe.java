package org.ganvas.engine.probe;

import java.util.Arrays;
import java.util.List;
import org.ganvas.engine.autodiff.Autograd;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.TensorArena;
import org.ganvas.engine.net.Encoder;
import org.ganvas.engine.net.ForwardContext;
import org.ganvas.engine.net.LayerObserver;
import org.ganvas.engine.net.NamedTensor;
import org.ganvas.engine.spec.EncodingSpec;
import org.ganvas.engine.spec.Game;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.PlayerSpec;
import org.ganvas.engine.state.LayerStatistics;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.engine.train.PlayerWeights;
import org.ganvas.engine.train.TrainerStateReader;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Encoder with copied weights in inference mode: dropout off, BatchNorm with its running statistics. Belongs to one thread;
 * holds native memory until closed.
 */
public final class EncoderProbe implements AutoCloseable {

    private static final String NAME = EncodingSpec.encoderName();

    /** Images per forward pass. */
    private static final int CHUNK = 64;

    private final PlayerSpec player;
    private final Encoder encoder;
    private final List<NamedTensor> variables;
    private final TensorArena arena = new TensorArena();

    /** @throws java.util.NoSuchElementException if the spec has no encoder */
    public EncoderProbe(GanSpec spec) {
        player = Game.of(spec).player(NAME);
        encoder = new Encoder(player, 0, DataType.FLOAT);
        variables = encoder.variables();
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
     * Latents of images.
     *
     * @param images one after the other, channel by channel, in [-1, 1]
     * @return row after row, each of the latent width
     */
    public float[] encode(float[] images) {
        int size = (int) player.input().size();
        int count = images.length / size;
        int width = (int) player.network().output(player.input()).size();
        float[] latents = new float[count * width];
        for (int start = 0; start < count; start += CHUNK) {
            int end = Math.min(count, start + CHUNK);
            float[] chunk = Arrays.copyOfRange(images, start * size, end * size);
            try (TensorArena.Round round = arena.open()) {
                run(chunk, LayerObserver.NONE).copyTo(latents, start * width);
            }
        }
        return latents;
    }

    private Tensor run(float[] images, LayerObserver observer) {
        long size = player.input().size();
        Tensor batch = Tensor.of(images, images.length / size, size);
        return Autograd.withoutGraph(() -> encoder.encode(batch, ForwardContext.INFERENCE, observer));
    }

    /** Histograms of weights and activations of every layer for a few images. */
    public List<LayerStatistics> layerStatistics(float[] images) {
        LayerOutputCapture capture = new LayerOutputCapture(player.network(), player.input());
        try (TensorArena.Round round = arena.open()) {
            run(images, capture);
        }
        return capture.statistics(encoder.parameters());
    }

    /** Output of one layer for one image: map after map, row by row. */
    public float[] featureMaps(float[] image, int layer) {
        LayerOutputCapture.FeatureMaps maps = new LayerOutputCapture.FeatureMaps(layer);
        try (TensorArena.Round round = arena.open()) {
            run(image, maps);
        }
        return maps.values();
    }

    @Override
    public void close() {
        arena.close();
        encoder.close();
    }
}
