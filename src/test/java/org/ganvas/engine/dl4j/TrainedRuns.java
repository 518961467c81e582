package org.ganvas.engine.dl4j;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.net.Discriminator;
import org.ganvas.engine.net.ForwardContext;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.Conditioning;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.spec.training.Regularizer;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.engine.train.GameTrainer;
import org.ganvas.fixture.NoiseDataset;
import org.nd4j.linalg.api.buffer.DataType;

/** Small trained runs, and the outputs of this program's networks for them. */
final class TrainedRuns {

    private TrainedRuns() {}

    /** A preset with a small batch, and rates at which averaged weights differ clearly from the current ones. */
    static GanSpec preset(String id) {
        GanSpec spec = PresetRegistry.get(id).spec();
        return spec.withTraining(spec.training().withBatch(4).withRates(0.01, 0.01));
    }

    static GanSpec with(GanSpec base, int classes, List<LayerSpec> generator, List<LayerSpec> discriminator) {
        return new GanSpec(
                base.latentDim(),
                base.image(),
                classes,
                classes == 0 ? Conditioning.NONE : Conditioning.PROJECTION,
                new NetworkSpec(base.generator().init(), generator),
                new NetworkSpec(base.discriminator().init(), discriminator),
                base.loss(),
                base.training());
    }

    /** The same networks with another conditioning on ten classes. */
    static GanSpec withConditioning(GanSpec base, Conditioning conditioning, List<Regularizer> regularizers) {
        return new GanSpec(
                base.latentDim(),
                base.image(),
                10,
                conditioning,
                0,
                base.generator(),
                base.discriminator(),
                base.loss(),
                regularizers,
                base.training());
    }

    static TrainerState steps(GanSpec spec, int count) {
        try (GameTrainer trainer = new GameTrainer(spec, new NoiseDataset(spec, 1), 3)) {
            for (int i = 0; i < count; i++) {
                trainer.step();
            }
            return trainer.capture();
        }
    }

    /** Latents, each followed by its one-hot label in a conditional run. */
    static float[] inputs(GanSpec spec, float[] latents, int[] labels) {
        float[] rows = new float[labels.length * spec.generatorInputs()];
        for (int i = 0; i < labels.length; i++) {
            System.arraycopy(latents, i * spec.latentDim(), rows, i * spec.generatorInputs(), spec.latentDim());
            if (spec.conditional()) {
                rows[i * spec.generatorInputs() + spec.latentDim() + labels[i]] = 1;
            }
        }
        return rows;
    }

    static float[] images(GanSpec spec, TrainerState state, boolean averaged, float[] latents, int[] labels) {
        GeneratorProbe probe = new GeneratorProbe(spec);
        try {
            probe.load(state, averaged);
            return probe.generate(latents, labels);
        } finally {
            probe.close();
        }
    }

    static float[] logits(GanSpec spec, TrainerState state, float[] images, int[] labels) {
        return discriminatorOutput(spec, state, images, labels, Discriminator.Output::logits);
    }

    static float[] head(GanSpec spec, TrainerState state, float[] images, int[] labels) {
        return discriminatorOutput(spec, state, images, labels, Discriminator.Output::head);
    }

    private static float[] discriminatorOutput(
            GanSpec spec,
            TrainerState state,
            float[] images,
            int[] labels,
            Function<Discriminator.Output, Tensor> part) {
        try (Discriminator discriminator = new Discriminator(spec, 3, DataType.FLOAT)) {
            discriminator
                    .variables()
                    .forEach(variable -> variable.tensor().set(values(state, "discriminator/" + variable.name()), 0));
            Tensor x = Tensor.of(images, labels.length, spec.image().size());
            return part.apply(discriminator.forward(x, labels, ForwardContext.INFERENCE))
                    .toFloats();
        }
    }

    /** Images, each followed by its label maps where D has them as input. */
    static float[] discriminatorInputs(GanSpec spec, float[] images, int[] labels) {
        LayerShape shape = spec.discriminatorInput();
        int size = spec.image().size();
        float[] all = new float[labels.length * shape.size()];
        int pixels = shape.height() * shape.width();
        for (int i = 0; i < labels.length; i++) {
            System.arraycopy(images, i * size, all, i * shape.size(), size);
            if (shape.size() > size) {
                int start = i * shape.size() + size + labels[i] * pixels;
                Arrays.fill(all, start, start + pixels, 1);
            }
        }
        return all;
    }

    static float[] values(TrainerState state, String name) {
        return state.arrays().stream()
                .filter(array -> array.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no array " + name))
                .values();
    }

    static float[] gaussian(int length, long position) {
        float[] values = new float[length];
        new SeededRandomStream(9, Purpose.TEST, position).fillGaussian(values, 1);
        return values;
    }
}
