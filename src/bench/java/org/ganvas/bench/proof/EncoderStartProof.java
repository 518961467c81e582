package org.ganvas.bench.proof;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ganvas.data.Dataset;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.probe.EncoderProbe;
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
 * Inversion of held-out images from the latent of an encoder beside the mean latent, after numbers of steps. Arguments:
 * presets with an encoder (f-anogan). Data: {@code ganvas.mnist} (../shared/data/mnist); {@code prove.seconds} of the
 * training thread's processor time (180), {@code prove.images} (100), {@code prove.seed}.
 */
public final class EncoderStartProof {

    private static final int[] STEPS = {25, 100, 400};
    private static final SearchBudget FREE = new SearchBudget(() -> true, () -> false);

    private final Dataset data;
    private final Dataset held;

    private EncoderStartProof(Dataset data, Dataset held) {
        this.data = data;
        this.held = held;
    }

    public static void main(String[] args) throws Exception {
        NativeEngine.setThreads(1);
        NativeEngine.start();
        String id = Path.of(System.getProperty("ganvas.mnist", "../shared/data/mnist"))
                .toAbsolutePath()
                .normalize()
                .toString();
        Dataset data = DatasetRegistry.open(id, ProgressListener.NONE);
        EncoderStartProof proof = new EncoderStartProof(
                data, DatasetRegistry.openTest(id, ProgressListener.NONE).orElseThrow());
        for (String preset : args.length > 0 ? List.of(args) : List.of("f-anogan")) {
            proof.prove(preset);
        }
        System.exit(0);
    }

    private void prove(String preset) {
        GanSpec spec = PresetRegistry.get(preset).spec();
        TrainerState state = trained(spec);
        float[][] images = images();
        float[][] encoded = new float[images.length][];
        try (EncoderProbe encoder = new EncoderProbe(spec)) {
            encoder.load(state);
            Arrays.setAll(encoded, i -> encoder.encode(images[i]));
        }
        float[][] middle = new float[images.length][spec.latentDim()];
        // The encoder has learned through the current weights.
        AnalyzedGenerator generator = new AnalyzedGenerator(spec, state, false);
        System.out.printf(
                Locale.ROOT,
                "%s after %,d steps, %d held-out images of %s%n",
                preset,
                state.step(),
                images.length,
                data.name());
        System.out.println("| steps | from E(x) | from the mean z | closer from E(x) | milliseconds from E(x) |");
        System.out.println("|---|---|---|---|---|");
        row(0, starts(spec, state, encoded, images), starts(spec, state, middle, images), 0);
        for (int steps : STEPS) {
            long began = System.nanoTime();
            double[] ofEncoder = descended(generator, encoded, images, steps);
            double milliseconds = (System.nanoTime() - began) / 1e6 / images.length;
            row(steps, ofEncoder, descended(generator, middle, images, steps), milliseconds);
        }
    }

    private TrainerState trained(GanSpec spec) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        double seconds = Double.parseDouble(System.getProperty("prove.seconds", "180"));
        try (GameTrainer trainer = new GameTrainer(spec, data, Long.getLong("prove.seed", 1))) {
            long start = clock.getCurrentThreadCpuTime();
            while (clock.getCurrentThreadCpuTime() - start < seconds * 1e9) {
                trainer.step();
            }
            return trainer.capture();
        }
    }

    private float[][] images() {
        SeededRandomStream random = new SeededRandomStream(1, SeededRandomStream.Purpose.TEST, 3);
        float[][] images =
                new float[Integer.getInteger("prove.images", 100)][held.shape().size()];
        for (float[] image : images) {
            held.copyImage(random.nextInt(held.size()), image, 0);
        }
        return images;
    }

    private static double[] starts(GanSpec spec, TrainerState state, float[][] latents, float[][] images) {
        double[] errors = new double[images.length];
        try (GeneratorProbe probe = new GeneratorProbe(spec)) {
            probe.load(state, false);
            Arrays.setAll(errors, i -> meanSquare(probe.generateBlends(latents[i], new float[0]), images[i]));
        }
        return errors;
    }

    private static double[] descended(AnalyzedGenerator generator, float[][] latents, float[][] images, int steps) {
        LatentInversion.Settings usual = LatentInversion.Settings.DEFAULT;
        LatentInversion.Settings settings = new LatentInversion.Settings(1, steps, usual.rate(), usual.prior());
        double[] errors = new double[images.length];
        Arrays.setAll(errors, i -> {
            float[] whole = new float[images[i].length];
            Arrays.fill(whole, 1);
            InversionTarget target = new InversionTarget(images[i], whole, new float[0]);
            return LatentInversion.descend(generator, target, latents[i], settings, FREE)
                    .error();
        });
        return errors;
    }

    private static void row(int steps, double[] ofEncoder, double[] ofMean, double milliseconds) {
        long closer = 0;
        for (int i = 0; i < ofEncoder.length; i++) {
            closer += ofEncoder[i] < ofMean[i] ? 1 : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "| %d | %.4f | %.4f | %d of %d | %.0f |%n",
                steps,
                Arrays.stream(ofEncoder).average().orElseThrow(),
                Arrays.stream(ofMean).average().orElseThrow(),
                closer,
                ofEncoder.length,
                milliseconds);
    }

    private static double meanSquare(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum / a.length;
    }
}
