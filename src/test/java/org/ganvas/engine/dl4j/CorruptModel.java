package org.ganvas.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.fixture.ZipParts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Base of tests that corrupt the exported model of a small generator; every refusal is one clause. */
abstract class CorruptModel {

    static final String CONFIGURATION = "configuration.json";
    static final String COEFFICIENTS = "coefficients.bin";

    private static byte[] exported = {};

    @TempDir
    private Path folder;

    Path file = Path.of("");

    @BeforeAll
    static void export() throws IOException {
        NativeEngine.start();
        GanSpec base = TrainedRuns.preset("mlp-b");
        GanSpec spec = TrainedRuns.with(
                base,
                0,
                List.of(
                        new LayerSpec.Dense(49),
                        new LayerSpec.BatchNorm(1e-5, 0.1),
                        new LayerSpec.LeakyRelu(0.2),
                        new LayerSpec.Dropout(0.5),
                        new LayerSpec.Reshape(1, 7, 7),
                        new LayerSpec.ConvTranspose(1, 4, 4, 0, true),
                        new LayerSpec.Tanh()),
                base.discriminator().layers());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Dl4jModelExport.write(spec, TrainedRuns.steps(spec, 1), Player.GENERATOR, false, bytes);
        exported = bytes.toByteArray();
    }

    @BeforeEach
    void writeValidModel() throws IOException {
        file = folder.resolve("model.zip");
        Files.write(file, exported);
    }

    static byte[] valid() {
        return exported.clone();
    }

    ImportedDl4jNetwork read() throws IOException {
        return Dl4jModelReader.read(file, Player.GENERATOR, null);
    }

    void assertRefused(String because) {
        IOException e = assertThrows(IOException.class, this::read);
        assertReason(e);
        assertTrue(String.valueOf(e.getMessage()).contains(because), because + " is not in: " + e.getMessage());
    }

    /** Checks that a refusal is a short clause for a message with the file's name. */
    static void assertReason(IOException e) {
        String text = String.valueOf(e.getMessage());
        assertFalse(text.isBlank() || text.contains("\n"), text);
        assertTrue(text.length() < 300, text);
        assertFalse(text.contains("org.ganvas") || text.contains("java.") || text.contains("null"), text);
    }

    void rewrite(UnaryOperator<String> change) throws IOException {
        Map<String, byte[]> parts = parts();
        String json = new String(parts.get(CONFIGURATION), StandardCharsets.UTF_8);
        String changed = change.apply(json);
        assertFalse(changed.equals(json), "the edit changes nothing");
        parts.put(CONFIGURATION, changed.getBytes(StandardCharsets.UTF_8));
        write(parts);
    }

    static Map<String, byte[]> parts() throws IOException {
        return ZipParts.of(exported);
    }

    void write(Map<String, byte[]> parts) throws IOException {
        Files.write(file, ZipParts.zip(parts));
    }
}
