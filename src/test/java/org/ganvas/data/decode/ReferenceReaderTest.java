package org.ganvas.data.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.ganvas.data.ImageShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decoded pixels against those that ImageMagick reads from the same files. */
class ReferenceReaderTest {

    private static final int WIDTH = 48;
    private static final int HEIGHT = 32;
    private static final int LEAST_FILES = 60;

    @TempDir
    private Path folder;

    @Test
    void everyKindOfFileIsReadAsAnIndependentReaderReadsIt() throws Exception {
        ReferenceReader reader = ReferenceReader.find().orElse(null);
        assumeTrue(reader != null, ReferenceReader.MISSING);
        Path source = ImageTestFiles.painted(
                folder.resolve("source.png"),
                WIDTH,
                HEIGHT,
                (x, y) -> (x * 5 + 8) << 16 | (y * 7 + 12) << 8 | (x < 6 && y < 6 ? 0 : 240 - 2 * (x + y)));
        List<String> wrong = new ArrayList<>();
        List<String> lines = ReferenceReader.files();
        assertTrue(lines.size() >= LEAST_FILES, "only " + lines.size() + " files");
        for (String line : lines) {
            String[] parts = line.split("\\s+", 3);
            Path file = folder.resolve(parts[0]);
            Objects.requireNonNull(reader).write(source, parts[2], file);
            assertTrue(Files.isRegularFile(file), "not written: " + line);
            String difference = difference(file, reader.read(file));
            System.out.printf(Locale.ROOT, "%-22s %s%n", parts[0], difference);
            if (!difference.matches("\\d+") || Integer.parseInt(difference) > Integer.parseInt(parts[1])) {
                wrong.add(parts[0] + " " + difference);
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** Largest difference of a level, or what stopped the comparison. */
    private static String difference(Path file, byte[] expected) {
        byte[] pixels;
        try {
            pixels = ImageFileDecoder.decode(file, new ImageShape(3, HEIGHT, WIDTH))
                    .pixels();
        } catch (ImageFaultException fault) {
            return fault.reason().english();
        }
        if (expected.length != pixels.length) {
            return "has " + expected.length + " levels";
        }
        int size = WIDTH * HEIGHT;
        return String.valueOf(IntStream.range(0, pixels.length)
                .map(i -> Math.abs((pixels[i] & 0xFF) - (expected[i % size * 3 + i / size] & 0xFF)))
                .max()
                .orElseThrow());
    }
}
