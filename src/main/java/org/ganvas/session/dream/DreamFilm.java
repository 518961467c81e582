package org.ganvas.session.dream;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.data.ImageShape;
import org.ganvas.data.transform.PixelImage;
import org.ganvas.session.run.SampleGrid;

/**
 * Frames of the way to an image, spread evenly over the steps, all in the size of the result. Filled by one thread; read
 * when it is done.
 */
public final class DreamFilm {

    private static final int MAX_FRAMES = 150;

    /** Numbers of all frames together, a byte each. */
    private static final long MAX_BYTES = 64L << 20;

    private final ImageShape size;
    private final int most;
    private final List<byte[]> frames = new ArrayList<>();
    private boolean colour;

    /** @param result image whose size all frames get */
    public DreamFilm(PixelImage result) {
        size = result.shape();
        long bytes = 3L * size.width() * size.height();
        most = (int) Math.max(2, Math.min(MAX_FRAMES, MAX_BYTES / bytes));
    }

    /** Keeps the image of a step, unless there are enough frames before it. */
    public void add(DreamStep step) {
        long wanted = Math.min(most, step.total());
        boolean due = step.number() * wanted / step.total() > (step.number() - 1) * wanted / step.total();
        if (due || step.number() == 1) {
            PixelImage image = step.image().resized(size.width(), size.height());
            colour = image.isColour();
            byte[] levels = new byte[image.pixels().length];
            for (int i = 0; i < levels.length; i++) {
                levels[i] = (byte) Math.round((image.pixels()[i] + 1) * 127.5f);
            }
            frames.add(levels);
        }
    }

    public int count() {
        return frames.size();
    }

    /** A frame as a grid of one image. */
    public SampleGrid frame(int index) {
        byte[] levels = frames.get(index);
        float[] pixels = new float[levels.length];
        for (int i = 0; i < levels.length; i++) {
            pixels[i] = (levels[i] & 0xFF) / 127.5f - 1;
        }
        ImageShape shape = new ImageShape(colour ? 3 : 1, size.height(), size.width());
        return new SampleGrid(shape, 1, 1, pixels, new int[0], index);
    }

    /** An image as a grid of one. */
    public static SampleGrid grid(PixelImage image) {
        return new SampleGrid(image.shape(), 1, 1, image.pixels(), new int[0], 0);
    }
}
