package org.ganvas.session.explore;

import java.util.List;
import org.ganvas.data.ImageShape;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.engine.spec.Conditioning;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.layer.InitSpec;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.layer.NormLayerSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.TrainerState;

/** Untrained generators that make varied images. */
final class SmallGenerators {

    static final int LATENT = 4;
    static final int CLASSES = 3;

    private SmallGenerators() {}

    static AnalyzedGenerator of(Conditioning conditioning) {
        int classes = conditioning == Conditioning.NONE ? 0 : CLASSES;
        NetworkSpec generator = new NetworkSpec(
                InitSpec.GLOROT,
                List.of(
                        new LayerSpec.Dense(24),
                        new LayerSpec.LeakyRelu(0.2),
                        new LayerSpec.Dense(64),
                        new LayerSpec.Tanh()));
        NetworkSpec discriminator = new NetworkSpec(InitSpec.GLOROT, List.of(new LayerSpec.Dense(1)));
        GanSpec spec = new GanSpec(
                LATENT,
                new ImageShape(1, 8, 8),
                classes,
                conditioning,
                generator,
                discriminator,
                LossSpec.NON_SATURATING,
                PresetRegistry.get("mlp-b").spec().training());
        int inputs = LATENT + classes;
        TrainerState state = new TrainerState(
                7,
                List.of(
                        random("generator/0.dense/weight", 1, 0.6, inputs, 24),
                        random("generator/0.dense/bias", 2, 0.3, 24),
                        random("generator/2.dense/weight", 3, 0.25, 24, 64),
                        random("generator/2.dense/bias", 4, 0.1, 64)));
        return new AnalyzedGenerator(spec, state, false);
    }

    /** A generator whose first dense layer is followed by a normalisation, and which depends on one dimension most. */
    static AnalyzedGenerator normalised(int strong) {
        AnalyzedGenerator plain = of(Conditioning.NONE);
        NetworkSpec generator = new NetworkSpec(
                InitSpec.GLOROT,
                List.of(
                        new LayerSpec.Dense(24),
                        new NormLayerSpec.PixelNorm(1e-8),
                        new LayerSpec.LeakyRelu(0.2),
                        new LayerSpec.Dense(64),
                        new LayerSpec.Tanh()));
        GanSpec old = plain.spec();
        GanSpec spec = new GanSpec(
                LATENT, old.image(), 0, Conditioning.NONE, generator, old.discriminator(), old.loss(), old.training());
        float[] weights = random("", 1, 0.2, LATENT, 24).values();
        for (int i = 0; i < 24; i++) {
            weights[strong * 24 + i] *= 10;
        }
        List<NamedArray> arrays = List.of(
                new NamedArray("generator/0.dense/weight", new long[] {LATENT, 24}, weights),
                random("generator/0.dense/bias", 2, 0.1, 24),
                random("generator/3.dense/weight", 3, 0.25, 24, 64),
                random("generator/3.dense/bias", 4, 0.1, 64));
        return new AnalyzedGenerator(spec, new TrainerState(7, arrays), false);
    }

    private static NamedArray random(String name, long position, double scale, int... shape) {
        long[] dimensions = new long[shape.length];
        int length = 1;
        for (int i = 0; i < shape.length; i++) {
            dimensions[i] = shape[i];
            length *= shape[i];
        }
        float[] values = new float[length];
        new SeededRandomStream(3, SeededRandomStream.Purpose.TEST, position).fillGaussian(values, scale);
        return new NamedArray(name, dimensions, values);
    }
}
