package org.ganvas.engine.net;

import java.util.List;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.spec.PlayerSpec;
import org.nd4j.linalg.api.buffer.DataType;

/** Encoder: from images to latents. Belongs to one thread; holds native memory until closed. */
public final class Encoder implements PlayerNetwork {

    private final NeuralNetwork network;

    /** @param spec of the player */
    public Encoder(PlayerSpec spec, long seed, DataType type) {
        SeededRandomStream random = new SeededRandomStream(seed, SeededRandomStream.Purpose.ENCODER_INIT, spec.twin());
        network = new NeuralNetwork(spec.network(), spec.input(), random, type, false);
    }

    /**
     * Latents of images.
     *
     * @param images [batch, channels height width]
     * @return [batch, latent width]
     */
    public Tensor encode(Tensor images, ForwardContext context) {
        return encode(images, context, LayerObserver.NONE);
    }

    /** As {@link #encode(Tensor, ForwardContext)}, with the layers' outputs for an observer. */
    public Tensor encode(Tensor images, ForwardContext context, LayerObserver observer) {
        return network.forward(images, context, observer).output();
    }

    @Override
    public List<NamedTensor> parameters() {
        return network.parameters();
    }

    @Override
    public boolean[] liveParameters(double growth) {
        return network.liveParameters(growth);
    }

    @Override
    public List<NamedTensor> statistics() {
        return network.statistics();
    }

    @Override
    public void close() {
        network.close();
    }
}
