package org.ganvas.engine.spec;

import java.util.List;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.spec.layer.InitSpec;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.layer.StyleLayerSpec.AdaIn;
import org.ganvas.engine.spec.layer.StyleLayerSpec.Constant;
import org.ganvas.engine.spec.layer.StyleLayerSpec.Mapping;
import org.ganvas.engine.spec.layer.StyleLayerSpec.ModulatedConv;
import org.ganvas.engine.spec.layer.StyleLayerSpec.PixelNoise;
import org.ganvas.engine.spec.layer.StyleLayerSpec.Style;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.spec.training.OptimizerSpec;
import org.ganvas.engine.spec.training.TrainingSpec;

/** A small style-based GAN of 8x8 images with all layers that styles steer. */
public final class StyleSpecs {

    public static final int LATENTS = 5;

    /** Width of w. */
    public static final int STYLE = 6;

    /** Index of the layer that keeps the style. */
    public static final int STYLE_LAYER = 1;

    private StyleSpecs() {}

    /** With mixed styles, noise per pixel and averaged weights. */
    public static GanSpec of() {
        OptimizerSpec adam = OptimizerSpec.adam(2e-3, 0, 0.99);
        return new GanSpec(
                LATENTS,
                new ImageShape(1, 8, 8),
                0,
                Conditioning.NONE,
                network(
                        new Mapping(STYLE, 2, 0.5),
                        new Style("w", 0.9, 0.995),
                        new Constant(4, 4, 4),
                        new ModulatedConv("w", 4, 3, 1, true),
                        new PixelNoise(),
                        new LayerSpec.LeakyRelu(0.2),
                        new AdaIn("w", 1e-5),
                        new ModulatedConv("w", 3, 4, 2, true),
                        new PixelNoise(),
                        new LayerSpec.LeakyRelu(0.2),
                        new ModulatedConv("w", 1, 1, 1, false)),
                network(new LayerSpec.Dense(16), new LayerSpec.LeakyRelu(0.2), new LayerSpec.Dense(1)),
                LossSpec.NON_SATURATING,
                new TrainingSpec(8, adam, adam, 0.99));
    }

    private static NetworkSpec network(LayerSpec... layers) {
        return new NetworkSpec(InitSpec.EQUALISED, List.of(layers));
    }
}
