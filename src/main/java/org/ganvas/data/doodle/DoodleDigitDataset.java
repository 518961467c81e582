package org.ganvas.data.doodle;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetInfo;
import org.ganvas.data.ImageShape;
import org.ganvas.data.PixelValueScaling;
import org.ganvas.data.SeededRandomStream;

/**
 * Dataset of the ten digits in synthetic handwriting, available without any file. Image i is a pure function of (seed, i)
 * and is drawn at its first use, so that opening takes no time. Any thread.
 */
public final class DoodleDigitDataset implements Dataset {

    public static final String NAME = "Doodle digits";

    /** The same digits in another style. */
    public static final String OUTLINES_NAME = "Doodle outlines";

    /** Shape of the digits as they are drawn. */
    public static final ImageShape SHAPE = new ImageShape(1, StrokeRaster.SIDE, StrokeRaster.SIDE);

    private static final int CLASSES = 10;
    private static final List<String> CLASS_NAMES =
            IntStream.range(0, CLASSES).mapToObj(String::valueOf).toList();

    private final DatasetInfo info;
    private final long seed;
    private final boolean outlined;
    private final byte[] labels;
    private final AtomicReferenceArray<byte[]> images;

    DoodleDigitDataset(String id, String name, long seed, int size) {
        this(id, name, seed, size, false);
    }

    private DoodleDigitDataset(String id, String name, long seed, int size, boolean outlined) {
        info = new DatasetInfo(id, name, SHAPE, CLASS_NAMES);
        this.seed = seed;
        this.outlined = outlined;
        labels = shuffledLabels(seed, size);
        images = new AtomicReferenceArray<>(size);
    }

    /** Training set of 60,000 images. */
    public static DoodleDigitDataset training(String id) {
        return new DoodleDigitDataset(id, NAME, 1, 60_000);
    }

    /** Test set of 10,000 images, with a seed of its own. */
    public static DoodleDigitDataset test(String id) {
        return new DoodleDigitDataset(id, NAME + " (test)", 2, 10_000);
    }

    /** The digits of {@link #training} as outlines: image i of both is the same handwriting. */
    public static DoodleDigitDataset outlines(String id) {
        return new DoodleDigitDataset(id, OUTLINES_NAME, 1, 60_000, true);
    }

    /** The digits of {@link #test} as outlines. */
    public static DoodleDigitDataset outlinesTest(String id) {
        return new DoodleDigitDataset(id, OUTLINES_NAME + " (test)", 2, 10_000, true);
    }

    private static byte[] shuffledLabels(long seed, int size) {
        byte[] labels = new byte[size];
        // Images take the positions from 0 upwards.
        SeededRandomStream random = new SeededRandomStream(seed, SeededRandomStream.Purpose.DATA_SYNTHESIS, -1);
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i + 1);
            labels[i] = labels[j];
            labels[j] = (byte) (i % CLASSES);
        }
        return labels;
    }

    @Override
    public DatasetInfo info() {
        return info;
    }

    @Override
    public int size() {
        return labels.length;
    }

    @Override
    public void copyImage(int index, float[] target, int offset) {
        PixelValueScaling.toPixels(image(index), 0, SHAPE.size(), target, offset);
    }

    @Override
    public int label(int index) {
        return labels[index];
    }

    private byte[] image(int index) {
        byte[] drawn = images.get(index);
        if (drawn == null) {
            // Two threads may draw the same image; the results are equal.
            SeededRandomStream random = new SeededRandomStream(seed, SeededRandomStream.Purpose.DATA_SYNTHESIS, index);
            drawn = outlined
                    ? DoodleWriter.writeOutlined(labels[index], random)
                    : DoodleWriter.write(labels[index], random);
            images.set(index, drawn);
        }
        return drawn;
    }
}
