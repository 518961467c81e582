package org.ganvas.data.doodle;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.ganvas.data.Dataset;
import org.ganvas.data.ImageShape;
import org.ganvas.data.PixelScaling;
import org.ganvas.data.RandomStream;

/**
 * Ten digits that look handwritten, drawn by the program: the set that is there without any file. Picture i is a pure
 * function of (seed, i) and is drawn when it is first asked for, so that opening takes no time. Any thread.
 */
public final class DoodleDigits implements Dataset {

    public static final String NAME = "Doodle digits";

    private static final int CLASSES = 10;
    private static final ImageShape SHAPE = new ImageShape(1, StrokeRaster.SIDE, StrokeRaster.SIDE);
    private static final List<String> CLASS_NAMES =
            IntStream.range(0, CLASSES).mapToObj(String::valueOf).toList();

    private final String id;
    private final String name;
    private final long seed;
    private final byte[] labels;
    private final AtomicReferenceArray<byte[]> images;

    DoodleDigits(String id, String name, long seed, int size) {
        this.id = id;
        this.name = name;
        this.seed = seed;
        labels = shuffledLabels(seed, size);
        images = new AtomicReferenceArray<>(size);
    }

    public static DoodleDigits training(String id) {
        return new DoodleDigits(id, NAME, 1, 60_000);
    }

    public static DoodleDigits test(String id) {
        return new DoodleDigits(id, NAME + " (test)", 2, 10_000);
    }

    private static byte[] shuffledLabels(long seed, int size) {
        byte[] labels = new byte[size];
        // Pictures take the positions from 0 upwards.
        RandomStream random = new RandomStream(seed, RandomStream.Purpose.DATA_SYNTHESIS, -1);
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i + 1);
            labels[i] = labels[j];
            labels[j] = (byte) (i % CLASSES);
        }
        return labels;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int size() {
        return labels.length;
    }

    @Override
    public ImageShape shape() {
        return SHAPE;
    }

    @Override
    public List<String> classNames() {
        return CLASS_NAMES;
    }

    @Override
    public void copyImage(int index, float[] target, int offset) {
        PixelScaling.toPixels(image(index), 0, SHAPE.size(), target, offset);
    }

    @Override
    public int label(int index) {
        return labels[index];
    }

    private byte[] image(int index) {
        byte[] drawn = images.get(index);
        if (drawn == null) {
            // Two threads may draw the same picture; they draw it alike.
            drawn = DoodleWriter.write(
                    labels[index], new RandomStream(seed, RandomStream.Purpose.DATA_SYNTHESIS, index));
            images.set(index, drawn);
        }
        return drawn;
    }
}
