package org.ganvas.engine.growth;

import java.util.List;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.spec.Conditioning;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.layer.InitSpec;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.LayerSpec.Conv;
import org.ganvas.engine.spec.layer.LayerSpec.Dense;
import org.ganvas.engine.spec.layer.LayerSpec.LeakyRelu;
import org.ganvas.engine.spec.layer.LayerSpec.Reshape;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.layer.NormLayerSpec.MinibatchDeviation;
import org.ganvas.engine.spec.layer.NormLayerSpec.PixelNorm;
import org.ganvas.engine.spec.layer.RegisterLayerSpec.Fade;
import org.ganvas.engine.spec.layer.RegisterLayerSpec.Keep;
import org.ganvas.engine.spec.layer.RegisterLayerSpec.Take;
import org.ganvas.engine.spec.layer.ResizeLayerSpec.AveragePool;
import org.ganvas.engine.spec.layer.ResizeLayerSpec.Interpolation;
import org.ganvas.engine.spec.layer.ResizeLayerSpec.Upsample;
import org.ganvas.engine.spec.training.GrowthSpec;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.spec.training.OptimizerSpec;
import org.ganvas.engine.spec.training.Regularizer.GradientPenalty;
import org.ganvas.engine.spec.training.Regularizer.Where;
import org.ganvas.engine.spec.training.TrainingSpec;

/** A small GAN that grows from 2x2 over 4x4 to 8x8 pixels. */
public final class GrowingSpecs {

    private static final LayerSpec BEND = new LeakyRelu(0.2);
    private static final LayerSpec NORM = new PixelNorm(1e-8);
    private static final LayerSpec TWICE = new Upsample(2, Interpolation.NEAREST);
    private static final LayerSpec HALF = new AveragePool(2);

    /** Layers of G before its first output. */
    static final List<LayerSpec> START = List.of(new Dense(6 * 4), new Reshape(6, 2, 2), BEND, NORM);

    private GrowingSpecs() {}

    static Conv conv(int filters, int kernel) {
        return new Conv(filters, kernel, 1, kernel / 2, true);
    }

    private static NetworkSpec generator() {
        return network(
                START,
                List.of(new Keep("h"), conv(1, 1), TWICE, new Keep("rgb"), new Take("h"), TWICE, conv(4, 3), BEND),
                List.of(NORM, new Keep("h"), conv(1, 1), new Fade("rgb", 1), TWICE, new Keep("rgb"), new Take("h")),
                List.of(TWICE, conv(3, 3), BEND, NORM, conv(1, 1), new Fade("rgb", 2)));
    }

    private static NetworkSpec discriminator() {
        return network(
                List.of(new Keep("x"), HALF, new Keep("small"), conv(4, 1), BEND, new Keep("old"), new Take("x")),
                List.of(conv(3, 1), BEND, conv(4, 3), BEND, HALF, new Fade("old", 2), new Keep("e")),
                List.of(new Take("small"), HALF, conv(6, 1), BEND, new Keep("old"), new Take("e"), conv(6, 3), BEND),
                List.of(HALF, new Fade("old", 1), new MinibatchDeviation(4), new Dense(8), BEND, new Dense(1)));
    }

    @SafeVarargs
    private static NetworkSpec network(List<LayerSpec>... parts) {
        return new NetworkSpec(
                InitSpec.EQUALISED,
                List.of(parts).stream().flatMap(List::stream).toList());
    }

    /** With R1 in every second update and averaged weights. */
    public static GanSpec of(GrowthSpec growth) {
        OptimizerSpec adam = OptimizerSpec.adam(1e-2, 0, 0.99);
        return new GanSpec(
                        5,
                        new ImageShape(1, 8, 8),
                        0,
                        Conditioning.NONE,
                        generator(),
                        discriminator(),
                        LossSpec.NON_SATURATING,
                        new TrainingSpec(8, adam, adam, 0.9).withGrowth(growth))
                .with(new GradientPenalty(Where.REAL, 1, 0, 2));
    }
}
