package org.ganvas.engine.dream;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.data.ImageShape;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.engine.spec.Conditioning;
import org.ganvas.engine.spec.EncodingSpec;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.layer.InitSpec;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.layer.ResizeLayerSpec;
import org.ganvas.engine.spec.training.Regularizer;
import org.ganvas.engine.state.FeatureWeights;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.TrainerState;

/** Features of a discriminator and of random weights. Pure functions, any thread. */
public final class FeatureSources {

    private static final int[] RANDOM_FILTERS = {32, 48, 64, 96};
    private static final int RANDOM_KERNEL = 3;

    /** Side of the images that random features are described for; they take any size. */
    private static final int RANDOM_SIDE = 64;

    private FeatureSources() {}

    /**
     * The discriminator of a run.
     *
     * @param state of the run, with its weights
     * @throws SpecException if the run is of 2-D points
     */
    public static FeatureWeights discriminator(GanSpec spec, TrainerState state) {
        SpecException.require(!spec.image().isPoint(), "engine.dream.points");
        String prefix = TrainerState.prefix(Player.DISCRIMINATOR.principal());
        List<NamedArray> arrays = state.arrays().stream()
                .filter(array -> array.name().startsWith(prefix))
                .map(array -> new NamedArray(array.name().substring(prefix.length()), array.shape(), array.values()))
                .toList();
        // The numbers of a latent stand where those of a class would, close to the middle of the prior.
        int latents = EncodingSpec.isJoint(spec.game()) ? spec.latentDim() : 0;
        int labels = spec.conditioning() == Conditioning.CONCATENATION ? spec.classes() : latents;
        return new FeatureWeights(
                spec.discriminator(),
                spec.image(),
                spec.pack(),
                labels,
                spec.regularizer(Regularizer.SpectralNorm.class).isPresent(),
                spec.growthAt(state.step()),
                arrays);
    }

    /**
     * Convolutions with random weights, whose Gram matrices describe textures all the same (Ustyuzhaninov et al. 2016,
     * arXiv:1606.00021; He et al. 2016, arXiv:1606.04801): four of 3x3, each with ReLU and, but the last, average pooling.
     * Weights are normal with variance 2 / fan-in (He et al. 2015), biases 0.
     *
     * @param channels of the images, 1 or 3
     */
    public static FeatureWeights random(int channels, long seed) {
        List<LayerSpec> layers = new ArrayList<>();
        List<NamedArray> arrays = new ArrayList<>();
        SeededRandomStream random = new SeededRandomStream(seed, Purpose.DREAM, Long.MAX_VALUE);
        int inputs = channels;
        for (int i = 0; i < RANDOM_FILTERS.length; i++) {
            String name = layers.size() + ".conv";
            layers.add(new LayerSpec.Conv(RANDOM_FILTERS[i], RANDOM_KERNEL, 1, 1, true));
            layers.add(new LayerSpec.Relu());
            if (i < RANDOM_FILTERS.length - 1) {
                layers.add(new ResizeLayerSpec.AveragePool(2));
            }
            int fanIn = inputs * RANDOM_KERNEL * RANDOM_KERNEL;
            float[] weights = new float[RANDOM_FILTERS[i] * fanIn];
            random.fillGaussian(weights, Math.sqrt(2.0 / fanIn));
            long[] shape = {RANDOM_FILTERS[i], inputs, RANDOM_KERNEL, RANDOM_KERNEL};
            arrays.add(new NamedArray(name + "/weight", shape, weights));
            arrays.add(new NamedArray(name + "/bias", new long[] {RANDOM_FILTERS[i]}, new float[RANDOM_FILTERS[i]]));
            inputs = RANDOM_FILTERS[i];
        }
        ImageShape image = new ImageShape(channels, RANDOM_SIDE, RANDOM_SIDE);
        return new FeatureWeights(new NetworkSpec(InitSpec.PYTORCH, layers), image, 1, 0, false, arrays);
    }
}
