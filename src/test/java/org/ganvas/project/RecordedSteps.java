package org.ganvas.project;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.ganvas.data.BatchSampler;
import org.ganvas.data.NormalZiggurat;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.StyleLayerSpec;
import org.ganvas.engine.spec.training.Regularizer.Diffusion;
import org.ganvas.engine.spec.training.Regularizer.GradientPenalty;
import org.ganvas.engine.spec.training.Regularizer.PathLength;
import org.ganvas.engine.spec.training.Regularizer.Where;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.engine.train.GameTrainer;
import org.ganvas.fixture.NoiseDataset;
import org.ganvas.project.exchange.NpzArrayExport;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.render.SampleGridLayout;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.ScalarLog;

/** A run before and after some steps, with every random number that the engine used between them. */
public record RecordedSteps(GanSpec spec, String preset, RunCapture before, TrainerState after, int steps) {

    private static final long SEED = 3;
    private static final double DEVIATION = 0.5;

    public static RecordedSteps of(String preset, GanSpec spec, int warm, int steps) {
        RunRequest request = new RunRequest(preset, spec, "noise", SEED);
        RunInfo info = new RunInfo(1, request, "Noise", NoiseDataset.SIZE, List.of());
        try (GameTrainer trainer = new GameTrainer(spec, new NoiseDataset(spec, DEVIATION), SEED)) {
            for (int i = 0; i < warm; i++) {
                trainer.step();
            }
            TrainerState state = trainer.capture();
            for (int i = 0; i < steps; i++) {
                trainer.step();
            }
            return new RecordedSteps(
                    spec, preset, new RunCapture(info, state, 0, new ScalarLog()), trainer.capture(), steps);
        }
    }

    /** The grid as the engine renders it. */
    public float[] grid() {
        SampleGridLayout grid = SampleGridLayout.of(spec, 8, spec.conditional() ? spec.classes() : 8, SEED);
        try (GeneratorProbe probe = new GeneratorProbe(spec)) {
            probe.load(before.state(), spec.training().averagesWeights());
            return probe.generate(grid.latents(spec), grid.labels(spec));
        }
    }

    void save(Path file) throws ProjectException {
        int perStep = spec.training().discriminatorSteps()
                + Math.max(0, spec.training().generatorSteps() - 1);
        int first = (int) before.state().step() * perStep;
        int batches = steps * perStep;
        float[] grid = grid();
        RunCapture last = new RunCapture(before.info(), after, 0, before.scalars());
        NpzArrayExport.save(
                last,
                List.of(
                        new NamedArray("tape/steps", new long[] {1}, new float[] {steps}),
                        new NamedArray("tape/grid", new long[] {grid.length}, grid),
                        rolled("real", IntStream.range(first, first + batches).mapToObj(this::real)),
                        rolled("labels", IntStream.range(first, first + batches).mapToObj(this::labels)),
                        rolled(
                                "latents",
                                IntStream.range(first, first + batches).mapToObj(this::latents)),
                        rolled("wanted", IntStream.range(first, first + batches).mapToObj(this::wanted)),
                        rolled("shares", shares()),
                        rolled("cuts", IntStream.range(first, first + batches).mapToObj(this::cuts)),
                        rolled("noise", IntStream.range(first, first + batches).mapToObj(this::noise)),
                        rolled("path_noise", paths().map(this::pathNoise)),
                        rolled("path_images", paths().map(this::pathImages)),
                        rolled("faded", diffusion(first, batches).map(Faded::steps)),
                        rolled("fading", diffusion(first, batches).map(Faded::noise))),
                file);
    }

    private static NamedArray rolled(String name, Stream<float[]> parts) {
        List<float[]> all = parts.toList();
        int width = all.isEmpty() ? 0 : all.get(0).length;
        float[] values = new float[all.size() * width];
        for (int i = 0; i < all.size(); i++) {
            System.arraycopy(all.get(i), 0, values, i * width, width);
        }
        return new NamedArray("tape/" + name, new long[] {all.size(), width}, values);
    }

    private int batch() {
        return spec.training().batch();
    }

    private float[] real(int batch) {
        NoiseDataset data = new NoiseDataset(spec, DEVIATION);
        int[] indices = new BatchSampler(SEED, data.size()).indices(batch, batch());
        float[] pixels = new float[batch() * spec.image().size()];
        for (int i = 0; i < indices.length; i++) {
            data.copyImage(indices[i], pixels, i * spec.image().size());
        }
        return pixels;
    }

    private float[] labels(int batch) {
        NoiseDataset data = new NoiseDataset(spec, DEVIATION);
        int[] indices = new BatchSampler(SEED, data.size()).indices(batch, batch());
        float[] labels = new float[batch()];
        for (int i = 0; i < indices.length; i++) {
            labels[i] = data.label(indices[i]);
        }
        return labels;
    }

    private float[] latents(int batch) {
        float[] latents = new float[batch() * spec.latentDim()];
        spec.game().prior().fill(new SeededRandomStream(SEED, Purpose.TRAINING_LATENT, batch + 1), latents);
        return latents;
    }

    /** Position of the random numbers of a layer in the pass that makes a batch. */
    private static long place(int batch, int layer) {
        return (batch + 1) * 8L * 256 + layer;
    }

    /** Layers from which samples have their neighbour's style; empty without styles. */
    private float[] cuts(int batch) {
        List<LayerSpec> layers = spec.generator().layers();
        int readers = spec.generator().styleReaders();
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i) instanceof StyleLayerSpec.Style style) {
                SeededRandomStream random = new SeededRandomStream(SEED, Purpose.STYLE, place(batch, i));
                float[] cuts = new float[batch()];
                for (int k = 0; k < cuts.length; k++) {
                    boolean mixes = random.nextDouble() < style.mixing();
                    int cut = 1 + random.nextInt(readers - 1);
                    cuts[k] = mixes ? cut : readers;
                }
                return cuts;
            }
        }
        return new float[0];
    }

    /** Numbers of G's updates that measure the lengths of paths, from 1; of G with one update a step. */
    private Stream<Long> paths() {
        return spec.regularizer(PathLength.class).stream()
                .flatMap(paths -> LongStream.rangeClosed(
                                before.state().step() + 1, before.state().step() + steps)
                        .filter(update -> (update - 1) % paths.interval() == 0)
                        .boxed());
    }

    /** Noise of the pass that measures them, the seventh of a draw, on a half of the batch. */
    private float[] pathNoise(long update) {
        return noise(update * 8 + 6, batch() / 2);
    }

    private float[] pathImages(long update) {
        float[] projections = new float[batch() / 2 * spec.image().size()];
        NormalZiggurat.fill(projections, SEED, Purpose.PATH_LENGTH, update);
        return projections;
    }

    private float[] noise(int batch) {
        return noise((batch + 1) * 8L, batch());
    }

    /** Noise of all layers that add it, one after the other; empty without. */
    private float[] noise(long pass, int samples) {
        List<LayerSpec> layers = spec.generator().layers();
        List<LayerShape> shapes = spec.generator().shapes(spec.generatorInput());
        float[] all = new float[0];
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i) instanceof StyleLayerSpec.PixelNoise) {
                float[] noise = new float
                        [samples * shapes.get(i).height() * shapes.get(i).width()];
                NormalZiggurat.fill(noise, SEED, Purpose.PIXEL_NOISE, pass * 256 + i);
                int before = all.length;
                all = Arrays.copyOf(all, before + noise.length);
                System.arraycopy(noise, 0, all, before, noise.length);
            }
        }
        return all;
    }

    private float[] wanted(int batch) {
        float[] labels = new float[batch()];
        SeededRandomStream random = new SeededRandomStream(SEED, Purpose.TRAINING_LABEL, batch + 1);
        for (int i = 0; i < labels.length && spec.conditional(); i++) {
            labels[i] = random.nextInt(spec.classes());
        }
        return labels;
    }

    /** Random numbers of penalties: one per image between real and generated, one per pixel near real. */
    private Stream<float[]> shares() {
        int each = spec.training().discriminatorSteps();
        int first = (int) before.state().step() * each;
        boolean near = spec.regularizers().stream()
                .anyMatch(r -> r instanceof GradientPenalty penalty && penalty.at() == Where.NEAR_REAL);
        return IntStream.range(first, first + steps * each).mapToObj(update -> {
            float[] values = new float[near ? batch() * spec.image().size() : batch()];
            SeededRandomStream random = new SeededRandomStream(SEED, Purpose.PENALTY, update + 1);
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextDouble();
            }
            return values;
        });
    }

    /** Diffusion of a batch of real or of generated images: numbers of steps, and noise of deviation 1. */
    private record Faded(float[] steps, float[] noise) {}

    /** Real and generated images of one batch after the other; empty without diffusion. */
    private Stream<Faded> diffusion(int first, int batches) {
        return spec.regularizer(Diffusion.class).stream()
                .flatMap(diffusion -> IntStream.range(2 * (first + 1), 2 * (first + batches + 1))
                        .mapToObj(stream -> faded(diffusion, stream)));
    }

    private Faded faded(Diffusion diffusion, long stream) {
        float[] state = before.state().arrays().stream()
                .filter(array -> array.name().equals("diffusion/adaptation"))
                .findFirst()
                .orElseThrow()
                .values();
        int most = 10 + Math.round(state[0] * (diffusion.steps() - 10));
        int[] table = new int[64];
        SeededRandomStream drawn = new SeededRandomStream(SEED, Purpose.DIFFUSION, -1 - (long) state[1]);
        for (int i = 0; i < 32; i++) {
            double left = drawn.nextDouble() * most * (most + 1) / 2;
            do {
                table[i]++;
                left -= table[i];
            } while (left >= 0 && table[i] < most);
        }
        SeededRandomStream random = new SeededRandomStream(SEED, Purpose.DIFFUSION, stream);
        int pixels = spec.image().size();
        Faded faded = new Faded(new float[batch()], new float[batch() * pixels]);
        for (int i = 0; i < batch(); i++) {
            faded.steps[i] = table[random.nextInt(64)];
            for (int p = i * pixels; p < (i + 1) * pixels && faded.steps[i] > 0; p++) {
                faded.noise[p] = (float) random.nextGaussian();
            }
        }
        return faded;
    }
}
