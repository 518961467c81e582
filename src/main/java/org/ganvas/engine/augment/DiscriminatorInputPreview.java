package org.ganvas.engine.augment;

import org.ganvas.engine.autodiff.Autograd;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.growth.GrowthImages;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.training.Regularizer.Augmentation;
import org.ganvas.engine.spec.training.Regularizer.Diffusion;
import org.ganvas.engine.spec.training.Regularizer.InstanceNoise;
import org.ganvas.engine.state.StateArrays;
import org.ganvas.engine.state.TrainerState;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Images as D sees them at a step of training: augmented, noisy and diffused, with the same random numbers at every step, so
 * that only what changes with training changes. Any one thread.
 */
public final class DiscriminatorInputPreview {

    private static final long SEED = 0;

    private final GanSpec spec;
    private DiscriminatorInputAugmenter augmenter;
    private GrowthImages growth;
    private long step;

    /** A preview of the start of training. */
    public DiscriminatorInputPreview(GanSpec spec) {
        this.spec = spec;
        augmenter = new DiscriminatorInputAugmenter(spec, SEED);
        growth = new GrowthImages(spec);
    }

    /** Whether D sees anything but the images themselves. */
    public static boolean changes(GanSpec spec) {
        return spec.regularizers().stream()
                .anyMatch(
                        one -> one instanceof Augmentation || one instanceof Diffusion || one instanceof InstanceNoise);
    }

    /** Takes the step and what was adapted from a state, of which other arrays do not count. */
    public void load(TrainerState state) {
        load(spec, state);
    }

    /** The same with settings that have changed since. */
    public void load(GanSpec present, TrainerState state) {
        augmenter = new DiscriminatorInputAugmenter(present, SEED);
        growth = new GrowthImages(present);
        augmenter.restore(new StateArrays(state));
        step = state.step();
    }

    /** Real images as D sees them: in the pixels of the present stage where the networks grow, and then as {@link #of}. */
    public float[] ofReal(float[] images, int count, long stream) {
        Tensor shown = Tensor.of(images, DataType.FLOAT, count, images.length / count);
        float[] grown = Autograd.withoutGraph(() -> growth.at(shown, step + 1).toFloats());
        return of(grown, count, stream);
    }

    /**
     * The images as D sees them.
     *
     * @param images [count, channels height width], values from -1 to 1
     * @param stream chooses the random numbers, from 0
     */
    public float[] of(float[] images, int count, long stream) {
        Tensor shown = Tensor.of(images, DataType.FLOAT, count, images.length / count);
        return Autograd.withoutGraph(
                () -> augmenter.apply(shown, stream, step + 1).toFloats());
    }
}
