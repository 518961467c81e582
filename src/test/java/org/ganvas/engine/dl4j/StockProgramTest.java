package org.ganvas.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.state.TrainerState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports in a separate process with Deeplearning4j and its dependencies but no class of this program. */
class StockProgramTest {

    private static final int[] LABELS = {4, 0, 9, 9};
    private static final int BATCH = LABELS.length;

    /** Libraries of this program that neither are Deeplearning4j nor its dependencies. */
    private static final Pattern OTHERS = Pattern.compile(
            "openjfx|controlsfx|fair-acc|mkpaz|kordamp|fasterxml|picocli|jspecify|junit|testfx|tngtech");

    @TempDir
    private Path folder;

    @Test
    void stockDeeplearning4jAloneGivesTheSameImagesAndLogits() throws Exception {
        GanSpec spec = TrainedRuns.preset("minute");
        TrainerState state = TrainedRuns.steps(spec, 3);
        float[] latents = TrainedRuns.gaussian(BATCH * spec.latentDim(), 1);
        float[] images = TrainedRuns.images(spec, state, true, latents, LABELS);
        float[] oneHot = new float[BATCH * spec.classes()];
        for (int i = 0; i < BATCH; i++) {
            oneHot[i * spec.classes() + LABELS[i]] = 1;
        }
        export(spec, state, Player.GENERATOR, "generator.zip");
        export(spec, state, Player.DISCRIMINATOR, "discriminator.zip");
        store("inputs", TrainedRuns.inputs(spec, latents, LABELS));
        store("images", images);
        store("discriminatorInputs", images);
        store("labels", oneHot);
        store("logits", TrainedRuns.logits(spec, state, images, LABELS));

        String output = runCheck();
        assertTrue(output.contains("own classes false"), output);
        assertTrue(difference(output, "images") < 1e-5, output);
        assertTrue(difference(output, "logits") < 1e-4, output);
    }

    private String runCheck() throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp",
                        stockClassPath(),
                        Path.of("src/test/resources/stock/Check.java")
                                .toAbsolutePath()
                                .toString(),
                        folder.toString(),
                        NativeEngine.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(300, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("it hung: " + Files.readString(output));
        }
        assertEquals(0, process.exitValue(), Files.readString(output));
        return Files.readString(output);
    }

    private static String stockClassPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> stock = Arrays.stream(all.split(File.pathSeparator))
                .filter(entry ->
                        entry.endsWith(".jar") && !OTHERS.matcher(entry).find())
                .toList();
        assertFalse(stock.isEmpty(), all);
        return stock.stream().collect(Collectors.joining(File.pathSeparator));
    }

    private static double difference(String output, String what) {
        Matcher found = Pattern.compile(what + " (\\S+)").matcher(output);
        assertTrue(found.find(), output);
        return Double.parseDouble(found.group(1));
    }

    private void export(GanSpec spec, TrainerState state, Player player, String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Dl4jModelExport.write(spec, state, player, true, bytes);
        Files.write(folder.resolve(name), bytes.toByteArray());
    }

    private void store(String name, float[] values) throws IOException {
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            out.writeInt(BATCH);
            out.writeInt(values.length / BATCH);
            for (float value : values) {
                out.writeFloat(value);
            }
        }
    }
}
