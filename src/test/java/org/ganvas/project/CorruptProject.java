package org.ganvas.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.ganvas.fixture.ZipParts;
import org.ganvas.project.io.ProjectException;
import org.ganvas.project.io.Sha256Digest;
import org.ganvas.session.run.RunCapture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A good project and the ways to damage it; each has to be refused in one sentence. */
abstract class CorruptProject {

    static final String WEIGHT = "arrays/generator/0.dense/weight.npy";

    @TempDir
    private Path folder;

    Path file = Path.of("");
    byte[] good = {};

    @BeforeEach
    void saveAGoodProject() throws Exception {
        file = folder.resolve("run.ganvas");
        new ProjectStore().save(RunFixtures.tiny(), file);
        good = Files.readAllBytes(file);
    }

    int refusesOrEquals(byte[] bad, String what) throws IOException {
        Files.write(file, bad);
        RunCapture read;
        try {
            read = new ProjectStore().load(file);
        } catch (ProjectException e) {
            assertSentence(e);
            return 1;
        } catch (RuntimeException e) {
            throw new AssertionError(what, e);
        }
        RunFixtures.assertSame(RunFixtures.tiny(), read);
        return 0;
    }

    void assertRefused(String because) {
        ProjectException e = assertThrows(ProjectException.class, () -> new ProjectStore().load(file));
        assertSentence(e);
        assertTrue(e.getMessage().contains(because), because + " is not in: " + e.getMessage());
    }

    void assertSentence(ProjectException e) {
        String text = e.getMessage();
        assertTrue(text.startsWith(file + " cannot be opened: ") && text.endsWith("."), text);
        assertEquals(1, text.lines().count(), text);
        assertTrue(text.length() < file.toString().length() + 300, text);
        assertFalse(text.contains("org.ganvas") || text.contains("java.") || text.contains("null"), text);
    }

    void replaceArray(String from, String to) throws Exception {
        Map<String, byte[]> parts = parts();
        String weight = new String(parts.get(WEIGHT), StandardCharsets.ISO_8859_1);
        byte[] other = weight.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
        String oldSum = HexFormat.of().formatHex(Sha256Digest.digest().digest(parts.get(WEIGHT)));
        String newSum = HexFormat.of().formatHex(Sha256Digest.digest().digest(other));
        String json = new String(parts.get("project.json"), StandardCharsets.UTF_8);
        parts.put("project.json", json.replace(oldSum, newSum).getBytes(StandardCharsets.UTF_8));
        parts.put(WEIGHT, other);
        write(parts);
    }

    void rewrite(UnaryOperator<String> change) throws IOException {
        Map<String, byte[]> parts = parts();
        String json = new String(parts.get("project.json"), StandardCharsets.UTF_8);
        String changed = change.apply(json);
        assertFalse(changed.equals(json), "the change changes nothing");
        parts.put("project.json", changed.getBytes(StandardCharsets.UTF_8));
        write(parts);
    }

    Map<String, byte[]> parts() throws IOException {
        return ZipParts.of(good);
    }

    void write(Map<String, byte[]> parts) throws IOException {
        Files.write(file, ZipParts.zip(parts));
    }
}
