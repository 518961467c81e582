package org.ganvas.data.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.ganvas.data.DataFailure;
import org.ganvas.data.ProgressListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IdxReaderFaultTest {

    private static final String AGAIN = ": copy or download it again.";

    @TempDir
    private Path folder;

    static Stream<Arguments> wrongFiles() {
        byte[] right = IdxTestFiles.images(5, 3, 4);
        byte[] packed = IdxTestFiles.gzip(IdxTestFiles.images(50, 30, 40));
        byte[] spoilt = packed.clone();
        spoilt[spoilt.length - 6] ^= 1;
        byte[] garbled = packed.clone();
        Arrays.fill(garbled, 20, garbled.length - 8, (byte) 0xFF);
        String cutShort = " ends before all of its images, so it is cut short" + AGAIN;
        String damaged = " is compressed and damaged" + AGAIN;
        return Stream.of(
                Arguments.of("empty", new byte[0], " is empty" + AGAIN),
                Arguments.of("first byte only", Arrays.copyOf(right, 1), cutShort),
                Arguments.of("header cut", Arrays.copyOf(right, 15), cutShort),
                Arguments.of("data cut", Arrays.copyOf(right, right.length - 1), cutShort),
                Arguments.of("gzip cut", Arrays.copyOf(packed, packed.length / 2), cutShort),
                Arguments.of("gzip header cut", Arrays.copyOf(packed, 5), cutShort),
                Arguments.of("gzip of nothing", IdxTestFiles.gzip(new byte[0]), " is empty" + AGAIN),
                Arguments.of("gzip with a wrong checksum", spoilt, damaged),
                Arguments.of("gzip with garbled content", garbled, damaged),
                Arguments.of(
                        "one byte too many",
                        Arrays.copyOf(right, right.length + 1),
                        " continues after the 5 images that it says it holds, so it is damaged" + AGAIN),
                Arguments.of(
                        "a PNG image",
                        new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10},
                        " is not an IDX file (its first two bytes are not zero): choose a folder with the MNIST files,"
                                + " or an IDX file of images."),
                Arguments.of(
                        "floats",
                        IdxTestFiles.idx(0x0D, new int[] {1, 1, 1}, new byte[4]),
                        " holds numbers of type 0x0d, and only IDX files of unsigned bytes (0x08) can be read:"
                                + " convert it or choose another."),
                Arguments.of(
                        "labels",
                        IdxTestFiles.labels(1, 2),
                        " is not a file of images (its number of dimensions is 1, not 3): choose a file of"
                                + " images."),
                Arguments.of("no images", IdxTestFiles.images(0, 28, 28), " holds no images: choose another file."),
                Arguments.of(
                        "images without columns",
                        IdxTestFiles.images(5, 28, 0),
                        " says its images are 0x28 pixels large, so it is damaged" + AGAIN),
                Arguments.of(
                        "one image of 268 MB",
                        IdxTestFiles.idx(8, new int[] {1, 1 << 14, 1 << 14}, new byte[0]),
                        " says it holds 1x16384x16384 pixels, which is more than can be read here (1024 MB, and 16 MB"
                                + " an image): choose a smaller dataset, or download the file again if it should be"
                                + " small."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongFiles")
    void aWrongFileIsNamedInOneMessage(String what, byte[] content, String rest) {
        Path file = IdxTestFiles.write(folder, "train-images", content);

        assertEquals(file + rest, sentence(file), what);
    }

    @Test
    void aMissingFileIsNamedInOneMessage() {
        Path file = folder.resolve("nowhere");

        assertEquals(file + " does not exist: check the path.", sentence(file));
    }

    @Test
    void aFolderIsNotReadAsAFile() {
        // What follows the name differs between systems.
        assertTrue(sentence(folder).startsWith(folder + " "), sentence(folder));
    }

    private static String sentence(Path file) {
        IdxFileReader reader = new IdxFileReader(ProgressListener.NONE, IdxFileReader.MAX_BYTES);
        return DataFailure.messageOf(() -> reader.read(file, IdxFileKind.IMAGES));
    }
}
