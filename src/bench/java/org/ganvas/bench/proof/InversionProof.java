package org.ganvas.bench.proof;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.LatentSampling;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.engine.train.GameTrainer;
import org.ganvas.session.explore.AnalyzedGenerator;
import org.ganvas.session.explore.InversionTarget;
import org.ganvas.session.explore.LatentInversion;
import org.ganvas.session.explore.SearchBudget;

/**
 * Inversion of a trained generator's own images and of real digits it was not trained on, with the errors printed.
 * Arguments: presets, each with its steps behind a colon (mlp-b:3000 dcgan-light:3000). Data: {@code ganvas.mnist}
 * (../shared/data/mnist), else Doodle digits. {@code prove.own} and {@code prove.real} are the numbers of images.
 */
public final class InversionProof {

    private static final double GOOD = 0.01;
    private static final int STEPS = 3000;
    private static final SearchBudget FREE = new SearchBudget(() -> true, () -> false);

    private final Dataset data;
    private final Dataset held;
    private final NearestDigitClassifier classifier;

    private InversionProof(Dataset data, Dataset held, NearestDigitClassifier classifier) {
        this.data = data;
        this.held = held;
        this.classifier = classifier;
    }

    public static void main(String[] args) throws Exception {
        NativeEngine.start();
        Path mnist = Path.of(System.getProperty("ganvas.mnist", "../shared/data/mnist"));
        String id =
                Files.isDirectory(mnist) ? mnist.toAbsolutePath().normalize().toString() : DatasetEntry.DOODLES;
        Dataset data = DatasetRegistry.open(id, ProgressListener.NONE);
        Dataset held = DatasetRegistry.openTest(id, ProgressListener.NONE).orElse(data);
        NearestDigitClassifier classifier = new NearestDigitClassifier(data);
        System.out.printf(Locale.ROOT,
                "Who says which digit it is: the %d nearest of %,d; right for %.1f %% of real ones it never saw.%n%n",
                NearestDigitClassifier.VOTES,
                NearestDigitClassifier.KNOWN,
                100 * classifier.accuracy(held));
        InversionProof proof = new InversionProof(data, held, classifier);
        System.out.println(
                "| preset | steps | own: MSE < 0.01 | own: median | real: MSE | from the mean image | same digit"
                        + " | the real ones themselves |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        for (String wish : args.length > 0 ? List.of(args) : List.of("mlp-b", "dcgan-light")) {
            String[] parts = wish.split(":");
            proof.prove(parts[0], parts.length > 1 ? Integer.parseInt(parts[1]) : STEPS);
        }
    }

    private void prove(String preset, int steps) {
        GanSpec spec = PresetRegistry.get(preset).spec();
        TrainerState state;
        try (GameTrainer trainer = new GameTrainer(spec, data, 1)) {
            for (int i = 0; i < steps; i++) {
                trainer.step();
            }
            state = trainer.capture();
        }
        AnalyzedGenerator generator = new AnalyzedGenerator(spec, state, true);
        double[] own = own(generator);
        Real real = real(generator);
        System.out.printf(Locale.ROOT,
                "| `%s` | %,d | %d of %d | %.4f | %.4f | %.4f | %d of %d | %d of %d |%n",
                preset,
                steps,
                Arrays.stream(own).filter(error -> error < GOOD).count(),
                own.length,
                own[own.length / 2],
                real.error(),
                real.start(),
                real.same(),
                real.count(),
                real.readable(),
                real.count());
    }

    /** Errors of the generator's own images, ascending. */
    private static double[] own(AnalyzedGenerator generator) {
        GanSpec spec = generator.spec();
        double[] errors = new double[Integer.getInteger("prove.own", 10)];
        try (GeneratorProbe probe = new GeneratorProbe(spec)) {
            probe.load(generator.state(), spec.training().averagesWeights());
            for (int i = 0; i < errors.length; i++) {
                float[] latent = LatentSampling.ofSeed(900_000 + i, spec.latentDim());
                float[] classes = new float[spec.conditional() ? spec.classes() : 0];
                if (classes.length > 0) {
                    classes[i % classes.length] = 1;
                }
                errors[i] = find(generator, probe.generateBlends(latent, classes)).error();
                System.err.printf(Locale.ROOT, "own image %d: %.5f%n", i + 1, errors[i]);
            }
        }
        Arrays.sort(errors);
        return errors;
    }

    /** Result for held-out digits.
     *
     * @param error mean error
     * @param start mean error of the image of latent 0
     * @param same number of images found with the right digit, by their nearest neighbours
     * @param readable number of target images with the right digit by the same test
     */
    private record Real(double error, double start, int same, int readable, int count) {}

    private Real real(AnalyzedGenerator generator) {
        int count = Integer.getInteger("prove.real", 20);
        SeededRandomStream random = new SeededRandomStream(1, SeededRandomStream.Purpose.TEST, 3);
        float[] middle;
        try (GeneratorProbe probe = new GeneratorProbe(generator.spec())) {
            probe.load(generator.state(), generator.spec().training().averagesWeights());
            float[] classes =
                    new float[generator.spec().conditional() ? generator.spec().classes() : 0];
            Arrays.fill(classes, 1f / Math.max(1, classes.length));
            middle = probe.generateBlends(new float[generator.spec().latentDim()], classes);
        }
        double error = 0;
        double start = 0;
        int same = 0;
        int readable = 0;
        for (int i = 0; i < count; i++) {
            int index = random.nextInt(held.size());
            float[] digit = new float[held.shape().size()];
            held.copyImage(index, digit, 0);
            LatentInversion.Result found = find(generator, digit);
            error += found.error() / count;
            start += meanSquare(middle, digit) / count;
            readable += classifier.digit(digit) == held.label(index) ? 1 : 0;
            int seen = classifier.digit(found.image());
            same += seen == held.label(index) ? 1 : 0;
            System.err.printf(Locale.ROOT, "a real %d: %.4f, seen as %d%n", held.label(index), found.error(), seen);
        }
        return new Real(error, start, same, readable, count);
    }

    private static LatentInversion.Result find(AnalyzedGenerator generator, float[] image) {
        float[] counts = new float[image.length];
        Arrays.fill(counts, 1);
        return LatentInversion.run(
                generator,
                new InversionTarget(image, counts, new float[0]),
                LatentInversion.Settings.DEFAULT,
                FREE,
                share -> {},
                best -> {});
    }

    private static double meanSquare(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum / a.length;
    }
}
