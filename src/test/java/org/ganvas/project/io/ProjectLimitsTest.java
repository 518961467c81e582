package org.ganvas.project.io;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.spec.Conditioning;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.layer.InitSpec;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.layer.ResizeLayerSpec;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.spec.training.OptimizerSpec;
import org.ganvas.engine.spec.training.Regularizer;
import org.ganvas.engine.spec.training.TrainingSpec;
import org.junit.jupiter.api.Test;

/** Limits are taken of what the discriminator is given: the image, its pack, its label planes. */
class ProjectLimitsTest {

    private static final List<LayerSpec> SMALL =
            List.of(new LayerSpec.Dense(4), new LayerSpec.Reshape(1, 2, 2), new LayerSpec.Tanh());

    /** From one number to 64 x 64 and on to 4096 x 4096. */
    private static final List<LayerSpec> LARGE = List.of(
            new LayerSpec.Dense(1),
            new LayerSpec.ConvTranspose(1, 64, 64, 0, true),
            new LayerSpec.ConvTranspose(1, 64, 64, 0, true),
            new LayerSpec.Tanh());

    private static GanSpec spec(
            ImageShape image,
            int classes,
            List<LayerSpec> generator,
            List<LayerSpec> discriminator,
            List<Regularizer> regularizers) {
        OptimizerSpec adam = OptimizerSpec.adam(2e-4, 0.5, 0.999);
        return new GanSpec(
                3,
                image,
                classes,
                classes == 0 ? Conditioning.NONE : Conditioning.CONCATENATION,
                0,
                new NetworkSpec(InitSpec.PYTORCH, generator),
                new NetworkSpec(InitSpec.PYTORCH, discriminator),
                LossSpec.NON_SATURATING,
                regularizers,
                new TrainingSpec(8, adam, adam, 0.999));
    }

    /** Only a multiple of four channels can be shuffled, and the image has one. */
    private static List<LayerSpec> shuffling() {
        return List.of(new ResizeLayerSpec.PixelShuffle(2), new LayerSpec.Dense(1));
    }

    private static List<LayerSpec> convolving() {
        return List.of(
                new LayerSpec.Conv(1, 64, 64, 0, true), new LayerSpec.Conv(1, 64, 64, 0, true), new LayerSpec.Dense(1));
    }

    @Test
    void aDiscriminatorThatFitsAnImageWithItsLabelPlanesIsAccepted() {
        assertTrue(ProjectLimits.accepts(spec(new ImageShape(1, 2, 2), 3, SMALL, shuffling(), List.of())));
    }

    @Test
    void aDiscriminatorThatFitsAPackOfImagesIsAccepted() {
        List<Regularizer> packs = List.of(new Regularizer.Packing(4));
        assertTrue(ProjectLimits.accepts(spec(new ImageShape(1, 2, 2), 0, SMALL, shuffling(), packs)));
    }

    @Test
    void imagesThatAreTooLargeTogetherWithTheirPackOrLabelsAreRefused() {
        ImageShape largest = new ImageShape(1, 4096, 4096);
        assertTrue(ProjectLimits.accepts(spec(largest, 0, LARGE, convolving(), List.of())));
        assertFalse(ProjectLimits.accepts(spec(largest, 0, LARGE, convolving(), List.of(new Regularizer.Packing(2)))));
        assertFalse(ProjectLimits.accepts(spec(largest, 2, LARGE, convolving(), List.of())));
    }
}
