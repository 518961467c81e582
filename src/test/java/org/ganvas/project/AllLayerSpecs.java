package org.ganvas.project;

import java.util.List;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.spec.Conditioning;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.layer.AttentionLayerSpec;
import org.ganvas.engine.spec.layer.InitSpec;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.layer.NormLayerSpec;
import org.ganvas.engine.spec.layer.RegisterLayerSpec;
import org.ganvas.engine.spec.layer.ResizeLayerSpec;
import org.ganvas.engine.spec.training.LearningRateSchedule;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.spec.training.OptimizerSpec;
import org.ganvas.engine.spec.training.Regularizer;
import org.ganvas.engine.spec.training.TrainingSpec;

/** Small GANs that between them have every layer and whatever no preset has. */
final class AllLayerSpecs {

    private AllLayerSpecs() {}

    /** Colour images of 8x8, labels, spectral norm, lazy R2, RMSProp and SGD, scheduled rates. */
    static GanSpec spec() {
        return new GanSpec(
                5,
                new ImageShape(3, 8, 8),
                3,
                Conditioning.CONCATENATION,
                0,
                generator(new LayerSpec.Relu()),
                new NetworkSpec(
                        InitSpec.DCGAN,
                        List.of(
                                new LayerSpec.Conv(8, 3, 2, 1, true),
                                new NormLayerSpec.LayerNorm(1e-5),
                                new LayerSpec.LeakyRelu(0.2),
                                new AttentionLayerSpec(),
                                new LayerSpec.ConvTranspose(4, 2, 2, 0, false),
                                new ResizeLayerSpec.AveragePool(2),
                                new LayerSpec.Maxout(6, 3),
                                new LayerSpec.Dense(1))),
                LossSpec.LEAST_SQUARES_PEARSON,
                List.of(
                        new Regularizer.SpectralNorm(),
                        new Regularizer.LabelSmoothing(0.1),
                        new Regularizer.GradientPenalty(Regularizer.Where.GENERATED, 0.3, 0, 2)),
                new TrainingSpec(
                        6,
                        new OptimizerSpec(OptimizerSpec.Kind.RMSPROP, 0.01, 0, 0.9, 1e-8),
                        OptimizerSpec.sgd(0.1, 0.5),
                        0.9,
                        2,
                        2,
                        new LearningRateSchedule(4, 5, 9, 0.25)));
    }

    /** Pixel shuffle, padding, both interpolations, both norms of single images and registers. */
    private static NetworkSpec generator(LayerSpec between) {
        return new NetworkSpec(
                InitSpec.GLOROT,
                List.of(
                        new LayerSpec.Dense(32),
                        new LayerSpec.Reshape(8, 2, 2),
                        new NormLayerSpec.PixelNorm(1e-8),
                        new ResizeLayerSpec.Upsample(2, ResizeLayerSpec.Interpolation.BILINEAR),
                        new LayerSpec.Conv(6, 3, 1, 1, false),
                        new NormLayerSpec.InstanceNorm(1e-5),
                        new RegisterLayerSpec.Keep("r"),
                        between,
                        new RegisterLayerSpec.Keep("side"),
                        new RegisterLayerSpec.Join("r", RegisterLayerSpec.How.ADD),
                        new RegisterLayerSpec.Join("side", RegisterLayerSpec.How.CONCAT),
                        new RegisterLayerSpec.Keep("all"),
                        new LayerSpec.Dense(2),
                        new RegisterLayerSpec.Take("all"),
                        new ResizeLayerSpec.Upsample(2, ResizeLayerSpec.Interpolation.NEAREST),
                        new ResizeLayerSpec.Pad(1),
                        new ResizeLayerSpec.ReflectPad(1),
                        new LayerSpec.Conv(12, 5, 2, 0, true),
                        new ResizeLayerSpec.PixelShuffle(2),
                        new LayerSpec.Tanh()));
    }

    /** 2-D points with a minibatch deviation in D, minimax, no average. */
    static GanSpec points() {
        OptimizerSpec adam = OptimizerSpec.adam(1e-3, 0, 0.9);
        return new GanSpec(
                2,
                ImageShape.POINT,
                0,
                Conditioning.NONE,
                new NetworkSpec(
                        InitSpec.PYTORCH,
                        List.of(new LayerSpec.Dense(8), new LayerSpec.Tanh(), new LayerSpec.Dense(2))),
                new NetworkSpec(
                        InitSpec.PYTORCH,
                        List.of(
                                new LayerSpec.Dense(8),
                                // Or a bias in front of BatchNorm would have a gradient of nothing but rounding.
                                new LayerSpec.Tanh(),
                                new NormLayerSpec.MinibatchDeviation(4),
                                new LayerSpec.BatchNorm(1e-4, 0.3),
                                new LayerSpec.Dense(1))),
                LossSpec.MINIMAX,
                new TrainingSpec(8, adam, adam, 0));
    }

    /** Dropout, instance noise that fades, augmentation. */
    static GanSpec random() {
        GanSpec base = spec();
        OptimizerSpec adam = OptimizerSpec.adam(1e-3, 0.5, 0.9);
        return new GanSpec(
                base.latentDim(),
                base.image(),
                base.classes(),
                Conditioning.AUXILIARY,
                0,
                generator(new LayerSpec.Dropout(0.5)),
                base.discriminator(),
                LossSpec.HINGE,
                List.of(
                        new Regularizer.SpectralNorm(),
                        new Regularizer.InstanceNoise(0.1, 100),
                        new Regularizer.Augmentation(true, true, true, 0.7, 0.6)),
                new TrainingSpec(6, adam, adam, 0.9));
    }
}
