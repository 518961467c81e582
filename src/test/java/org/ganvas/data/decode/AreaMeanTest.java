package org.ganvas.data.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.ganvas.data.ImageShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each new pixel is the mean of all that it covers, at every size and in little memory. */
class AreaMeanTest {

    private static final ImageShape GREY = new ImageShape(1, 32, 32);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"png", "tif"})
    void aCheckerboardOfSinglePixelsIsGreyEverywhere(String format) throws ImageFaultException {
        Path file = ImageTestFiles.painted(
                folder.resolve("a." + format), 1024, 1024, (x, y) -> (x + y) % 2 == 0 ? 0xFFFFFF : 0);
        for (byte level : decode(file)) {
            assertEquals(128, level & 0xFF);
        }
    }

    @Test
    void anOrderedDitherKeepsItsRamp() throws ImageFaultException {
        int[][] bayer = {{0, 8, 2, 10}, {12, 4, 14, 6}, {3, 11, 1, 9}, {15, 7, 13, 5}};
        Path file = ImageTestFiles.painted(
                folder.resolve("a.png"), 1024, 1024, (x, y) -> x / 64 > bayer[y % 4][x % 4] ? 0xFFFFFF : 0);
        byte[] levels = decode(file);
        for (int i = 0; i < levels.length; i++) {
            int sixteenths = i % 32 / 2;
            assertEquals(sixteenths * 255 / 16.0, levels[i] & 0xFF, 0.51, "column " + i % 32);
        }
    }

    @Test
    void thinStrokesOfALargeSketchStayWhole() throws ImageFaultException {
        // A zigzag of four pixels, of which point sampling leaves dots.
        Path file = ImageTestFiles.painted(folder.resolve("a.png"), 2048, 2048, (x, y) -> {
            int middle = 300 + Math.abs(x % 1400 - 700) * 2;
            return Math.abs(y - middle) <= 4 ? 0 : 0xFFFFFF;
        });
        boolean[] columns = new boolean[32];
        byte[] levels = decode(file);
        for (int i = 0; i < levels.length; i++) {
            columns[i % 32] |= (levels[i] & 0xFF) < 250;
        }
        for (int x = 0; x < columns.length; x++) {
            assertEquals(true, columns[x], "column " + x + " has no ink");
        }
    }

    @Test
    void fiftyMegapixelsFitIntoASmallHeap() throws Exception {
        Path file = stripes(folder.resolve("large.png"), 8000, 6250);
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeImageMain.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        // 195.3 stripes of black and white in turn are not always half and half.
        assertEquals(List.of("127 128"), out.lines().toList());
    }

    private static byte[] decode(Path file) throws ImageFaultException {
        return ImageFileDecoder.decode(file, GREY).pixels();
    }

    /** PNG in colour of one-pixel stripes, written row by row. */
    private static Path stripes(Path file, int width, int height) throws IOException {
        byte[] row = new byte[1 + 3 * width];
        for (int x = 0; x < width; x += 2) {
            row[1 + 3 * x] = (byte) 255;
            row[2 + 3 * x] = (byte) 255;
            row[3 + 3 * x] = (byte) 255;
        }
        Path pixels = file.resolveSibling("pixels");
        try (OutputStream out = new DeflaterOutputStream(
                new BufferedOutputStream(Files.newOutputStream(pixels)), new Deflater(Deflater.BEST_SPEED), 1 << 16)) {
            for (int y = 0; y < height; y++) {
                out.write(row);
            }
        }
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeLong(0x89504E470D0A1A0AL);
            ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
            chunk(out, "IHDR", header.put((byte) 8).put((byte) 2).array());
            chunk(out, "IDAT", Files.readAllBytes(pixels));
            chunk(out, "IEND", new byte[0]);
        }
        return file;
    }

    private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) checksum.getValue());
    }
}
