package org.ganvas.engine.probe;

import java.util.Arrays;
import java.util.List;
import org.ganvas.engine.autodiff.Autograd;
import org.ganvas.engine.autodiff.ElementwiseOps;
import org.ganvas.engine.autodiff.ReductionOps;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.autodiff.TensorArena;
import org.ganvas.engine.net.ForwardContext;
import org.ganvas.engine.net.Generator;
import org.ganvas.engine.net.KnownPixels;
import org.ganvas.engine.net.LayerObserver;
import org.ganvas.engine.net.NamedTensor;
import org.ganvas.engine.net.StyleInput;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.PairedTranslationSpec;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.spec.layer.StyleControl;
import org.ganvas.engine.state.LayerStatistics;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.SpectralWeights;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.engine.train.PlayerWeights;
import org.ganvas.engine.train.TrainerStateReader;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Generator with copied weights in inference mode, BatchNorm with its running statistics, independent of the trainer.
 * Belongs to one thread; holds native memory until closed.
 */
public final class GeneratorProbe implements AutoCloseable {

    /** Images per forward pass: enough for fast matrix products, few enough for little memory. */
    private static final int CHUNK = 64;

    /** Points per forward pass: so small that the calls would cost more than the arithmetic. */
    private static final int POINT_CHUNK = 4096;

    private final String name;
    private final Generator generator;
    private final List<NamedTensor> variables;
    private final TensorArena arena = new TensorArena();
    private double growth;
    private final StyleMapping mapping;

    public GeneratorProbe(GanSpec spec) {
        this(spec, Player.GENERATOR.principal());
    }

    /** @param name of the player, such as the generator that leads back */
    public GeneratorProbe(GanSpec spec, String name) {
        this.name = name;
        generator = new Generator(spec, 0, DataType.FLOAT);
        variables = generator.variables();
        growth = spec.growthAt(0);
        mapping = new StyleMapping(generator, arena);
    }

    /** Loads weights of a generator with the same spec, grown as far as at their step. */
    public void load(PlayerWeights weights) {
        growth = spec().growthAt(weights.step());
        mapping.forget();
        for (int i = 0; i < variables.size(); i++) {
            variables.get(i).tensor().set(weights.arrays(name).get(i), 0);
        }
    }

    /**
     * Loads weights of a captured run with the same spec, grown as far as at its step.
     *
     * @param averaged whether to take the averaged instead of the current weights
     * @throws org.ganvas.engine.spec.base.SpecException if they do not fit
     */
    public void load(TrainerState state, boolean averaged) {
        growth = spec().growthAt(state.step());
        mapping.forget();
        new TrainerStateReader(state).copyPlayer(name, variables, averaged);
    }

    /**
     * Generates images.
     *
     * @param given row after row, each of {@link #givenWidth} numbers: latents in units of sigma, or what a translation gives
     * @param labels one per row; ignored by an unconditional generator
     * @return images one after the other, in [-1, 1] if the generator ends in a tanh; where a translation knows pixels, with
     *     those in them
     */
    public float[] generate(float[] given, int[] labels) {
        int width = givenWidth();
        int size = generator.spec().image().size();
        float[] pixels = new float[labels.length * size];
        int most = generator.spec().image().isPoint() ? POINT_CHUNK : CHUNK;
        for (int start = 0; start < labels.length; start += most) {
            int from = start;
            int count = Math.min(most, labels.length - start);
            float[] chunk = Arrays.copyOfRange(given, from * width, (from + count) * width);
            int[] chunkLabels = Arrays.copyOfRange(labels, from, from + count);
            try (TensorArena.Round round = arena.open()) {
                Autograd.withoutGraph(() -> known(chunk, run(chunk, chunkLabels, LayerObserver.NONE)))
                        .copyTo(pixels, from * size);
            }
        }
        return pixels;
    }

    /**
     * Generates images of a style-based generator.
     *
     * @param latents row after row
     * @param classWeights row after row; ignored by an unconditional generator
     * @param controls one for each row
     * @return as {@link #generate(float[], int[])}
     */
    public float[] generateStyled(float[] latents, float[] classWeights, List<StyleControl> controls) {
        int width = generator.spec().latentDim();
        int classes = generator.spec().conditional() ? generator.spec().classes() : 0;
        int size = generator.spec().image().size();
        float[] pixels = new float[controls.size() * size];
        for (int start = 0; start < controls.size(); start += CHUNK) {
            int count = Math.min(CHUNK, controls.size() - start);
            float[] z = Arrays.copyOfRange(latents, start * width, (start + count) * width);
            float[] weights = Arrays.copyOfRange(classWeights, start * classes, (start + count) * classes);
            StyleInput input = mapping.input(z, weights, controls.subList(start, start + count));
            try (TensorArena.Round round = arena.open()) {
                Autograd.withoutGraph(() -> generator.generate(
                                Tensor.of(z, count, width),
                                classes(weights, 0, count),
                                ForwardContext.inference(input).withGrowth(growth)))
                        .copyTo(pixels, start * size);
            }
        }
        return pixels;
    }

    /** Styles of seeded latents of a style-based generator, see {@link org.ganvas.engine.spec.layer.StyleEdits#SEEDS}; not to be changed. */
    public float[] seededStyles() {
        return mapping.seededStyles();
    }

    /** Numbers of a row that the generator is given. */
    public int givenWidth() {
        return generator.spec().givenWidth();
    }

    private Tensor run(float[] given, int[] labels, LayerObserver observer) {
        return generator.spec().game().takesLatents()
                ? generator.generate(given, labels, context(), observer)
                : generator.translate(Tensor.of(given, labels.length, givenWidth()), context(), observer);
    }

    private ForwardContext context() {
        return ForwardContext.INFERENCE.withGrowth(growth);
    }

    private Tensor known(float[] given, Tensor made) {
        GanSpec spec = generator.spec();
        boolean masks = spec.game() instanceof PairedTranslationSpec game
                && game.condition().masks();
        return masks
                ? KnownPixels.paste(
                        made,
                        Tensor.of(given, made.size(0), givenWidth()),
                        spec.image().height() * spec.image().width())
                : made;
    }

    /**
     * Generates images of class mixtures.
     *
     * @param latents row after row, each of the latent width, in units of sigma
     * @param classWeights row after row, one weight per class; ignored by an unconditional generator
     * @return as {@link #generate(float[], int[])}
     */
    public float[] generateBlends(float[] latents, float[] classWeights) {
        return inChunks(latents, classWeights, generator::generate);
    }

    /**
     * Outputs of the layers before the first activation.
     *
     * @return outputs, row after row
     */
    float[] beforeFirstActivation(float[] latents, float[] classWeights) {
        return inChunks(latents, classWeights, generator::beforeFirstActivation);
    }

    @FunctionalInterface
    private interface Forward {
        Tensor run(Tensor latents, @Nullable Tensor classWeights, ForwardContext context);
    }

    private float[] inChunks(float[] latents, float[] classWeights, Forward forward) {
        int width = generator.spec().latentDim();
        int rows = latents.length / width;
        float[] all = new float[0];
        for (int start = 0; start < rows; start += CHUNK) {
            int from = start;
            int count = Math.min(CHUNK, rows - start);
            try (TensorArena.Round round = arena.open()) {
                Tensor out = Autograd.withoutGraph(() ->
                        forward.run(rows(latents, from, count, width), classes(classWeights, from, count), context()));
                if (start == 0) {
                    all = new float[(int) (out.length() / count) * rows];
                }
                out.copyTo(all, (int) (out.length() / count) * from);
            }
        }
        return all;
    }

    private static Tensor rows(float[] all, int from, int count, int width) {
        return Tensor.of(Arrays.copyOfRange(all, from * width, (from + count) * width), count, width);
    }

    private @Nullable Tensor classes(float[] all, int from, int count) {
        return generator.spec().conditional()
                ? rows(all, from, count, generator.spec().classes())
                : null;
    }

    /**
     * Errors of generated images to a target, with their gradients.
     *
     * @param errors mean squared error of each row over the masked-in numbers
     * @param gradients of each row's error by its latent, row after row
     */
    public record ErrorGradient(float[] errors, float[] gradients) {}

    /**
     * The mean squared error of each generated image to a target, and its gradient by the latent.
     *
     * @param latents row after row
     * @param classWeights row after row; ignored by an unconditional generator
     * @param target one image
     * @param mask 1 for each number of the target that counts, 0 for the others; at least one 1
     */
    public ErrorGradient errorGradient(float[] latents, float[] classWeights, float[] target, float[] mask) {
        int width = generator.spec().latentDim();
        int rows = latents.length / width;
        float counted = 0;
        for (float weight : mask) {
            counted += weight;
        }
        try (TensorArena.Round round = arena.open()) {
            Tensor z = Tensor.of(latents, rows, width).asVariable();
            Tensor images = generator.generate(z, classes(classWeights, 0, rows), context());
            Tensor differences = ElementwiseOps.sub(images, Tensor.of(repeated(target, rows), rows, target.length));
            Tensor squares = ElementwiseOps.square(
                    ElementwiseOps.mul(differences, Tensor.of(repeated(mask, rows), rows, mask.length)));
            Tensor errors = ElementwiseOps.scale(ReductionOps.sum(squares, 1), 1 / counted);
            Tensor gradient =
                    Autograd.grad(ReductionOps.sum(errors), List.of(z), false).get(0);
            return new ErrorGradient(errors.toFloats(), gradient.toFloats());
        }
    }

    private static float[] repeated(float[] row, int times) {
        float[] all = new float[row.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(row, 0, all, i * row.length, row.length);
        }
        return all;
    }

    /** Histograms of weights and activations of every layer for a few latents. */
    public List<LayerStatistics> layerStatistics(float[] given, int[] labels) {
        GanSpec spec = generator.spec();
        LayerOutputCapture capture = new LayerOutputCapture(spec.generator(), spec.generatorInput());
        try (TensorArena.Round round = arena.open()) {
            Autograd.withoutGraph(() -> run(given, labels, capture));
        }
        return capture.statistics(generator.parameters());
    }

    /**
     * Outputs of every layer, row after row.
     *
     * @param given few enough rows for one pass
     */
    public List<float[]> layerOutputs(float[] given, int[] labels) {
        LayerOutputCapture.All capture = new LayerOutputCapture.All();
        try (TensorArena.Round round = arena.open()) {
            Autograd.withoutGraph(() -> run(given, labels, capture));
        }
        return capture.values();
    }

    /** Copies of the weights as the layers multiply by them, and of the running statistics. */
    public List<NamedArray> arrays() {
        return SpectralWeights.divided(
                variables.stream().map(variable -> variable.copy("")).toList(), "");
    }

    /** Output of one layer for one latent: map after map, row by row. */
    public float[] featureMaps(float[] given, int label, int layer) {
        LayerOutputCapture.FeatureMaps maps = new LayerOutputCapture.FeatureMaps(layer);
        try (TensorArena.Round round = arena.open()) {
            Autograd.withoutGraph(() -> run(given, new int[] {label}, maps));
        }
        return maps.values();
    }

    public GanSpec spec() {
        return generator.spec();
    }

    @Override
    public void close() {
        arena.close();
        generator.close();
    }
}
