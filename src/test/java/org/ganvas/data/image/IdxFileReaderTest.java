package org.ganvas.data.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.ganvas.data.DataException;
import org.ganvas.data.DataFailure;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.RecordingProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxFileReaderTest {

    @TempDir
    private Path folder;

    @Test
    void readReturnsTheImagesThatWereWritten() throws DataException {
        IdxItemArray images = readImages(IdxTestFiles.images(5, 3, 4));

        assertEquals(new IdxFileHeader(5, 3, 4), images.header());
        float[] second = new float[14];
        images.copyItem(1, second, 1);
        float[] expected = new float[14];
        for (int i = 0; i < 12; i++) {
            expected[i + 1] = (12 + i) / 127.5f - 1;
        }
        assertArrayEquals(expected, second, 1e-6f);
    }

    @Test
    void readGivesTheSameImagesWhenCompressedUnderAPlainName() throws DataException {
        IdxItemArray images = readImages(IdxTestFiles.gzip(IdxTestFiles.images(5, 3, 4)));

        assertEquals(5, images.count());
        assertEquals(48, images.firstByte(4));
    }

    @Test
    void readGivesUnsignedLabels() throws DataException {
        IdxItemArray labels = read(IdxTestFiles.labels(3, 200, 0), IdxFileKind.LABELS);

        assertEquals(List.of(3, 200, 0), List.of(labels.firstByte(0), labels.firstByte(1), labels.firstByte(2)));
        assertEquals(200, labels.largestFirstByte());
    }

    @Test
    void readKeepsImagesApartAcrossBlocks() throws DataException {
        int side = 700;
        byte[] file = IdxTestFiles.images(5, side, side);
        IdxItemArray images = readImages(file);

        for (int i = 0; i < 5; i++) {
            assertEquals(file[16 + i * side * side] & 0xFF, images.firstByte(i), "image " + i);
        }
        float[] last = new float[side * side];
        images.copyItem(4, last, 0);
        assertEquals((file[file.length - 1] & 0xFF) / 127.5f - 1, last[last.length - 1], 1e-6f);
    }

    @Test
    void blackIsMinusOneAndWhiteIsOne() throws DataException {
        float[] pixels = new float[2];
        readImages(IdxTestFiles.idx(8, new int[] {1, 1, 2}, new byte[] {0, -1})).copyItem(0, pixels, 0);

        assertArrayEquals(new float[] {-1, 1}, pixels);
    }

    @Test
    void progressEndsAtOne() throws DataException {
        RecordingProgress progress = new RecordingProgress();
        new IdxFileReader(progress, IdxFileReader.MAX_BYTES)
                .read(write(IdxTestFiles.images(5, 700, 700)), IdxFileKind.IMAGES);

        List<Double> fractions = progress.fractions();
        assertTrue(fractions.size() > 1, "more than one report: " + fractions);
        assertEquals(fractions.stream().sorted().toList(), fractions);
        assertEquals(1.0, fractions.get(fractions.size() - 1));
    }

    @Test
    void readStopsWhenCancelled() {
        RecordingProgress progress = new RecordingProgress(1);
        IdxFileReader reader = new IdxFileReader(progress, IdxFileReader.MAX_BYTES);
        Path file = write(IdxTestFiles.images(5, 700, 700));

        assertThrows(CancellationException.class, () -> reader.read(file, IdxFileKind.IMAGES));
        assertEquals(1, progress.fractions().size());
    }

    @Test
    void theLimitIsExactToTheByte() throws DataException {
        Path file = write(IdxTestFiles.images(5, 3, 4));

        assertEquals(
                5,
                new IdxFileReader(ProgressListener.NONE, 60)
                        .read(file, IdxFileKind.IMAGES)
                        .count());
        assertThrows(
                DataException.class, () -> new IdxFileReader(ProgressListener.NONE, 59).read(file, IdxFileKind.IMAGES));
    }

    @Test
    void aHugeHeaderIsRefusedWithoutReadingTheItems() {
        int[] absurd = {-1, -1, -1};
        byte[] header = Arrays.copyOf(IdxTestFiles.idx(8, absurd, new byte[0]), 16);

        String sentence = DataFailure.messageOf(() -> readImages(header));

        assertTrue(sentence.contains("4294967295x4294967295x4294967295 pixels"), sentence);
    }

    private IdxItemArray readImages(byte[] content) throws DataException {
        return read(content, IdxFileKind.IMAGES);
    }

    private IdxItemArray read(byte[] content, IdxFileKind kind) throws DataException {
        return new IdxFileReader(ProgressListener.NONE, IdxFileReader.MAX_BYTES).read(write(content), kind);
    }

    private Path write(byte[] content) {
        return IdxTestFiles.write(folder, "some-images", content);
    }
}
