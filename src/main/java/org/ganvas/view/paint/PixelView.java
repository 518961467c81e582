package org.ganvas.view.paint;

import java.nio.IntBuffer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * View of painted pixels, one to one screen pixel. What is painted is shown as a whole: the toolkit may draw the shown
 * buffer at any time, so that painting into that one would flicker. FX thread.
 */
final class PixelView extends ImageView {

    private int[] pixels = new int[0];
    private int[] shown = new int[0];
    private int wide;
    private PixelBuffer<IntBuffer> buffer = allocate(1, 1, 1);

    PixelView() {
        setSmooth(false);
    }

    /**
     * Resizes; a change of size clears the pixels.
     *
     * @param screenScale screen pixels a layout unit
     * @return whether the size has changed
     */
    boolean resizeTo(int width, int height, double screenScale) {
        if (wide == width && pixels.length == width * height && getFitWidth() == width / screenScale) {
            return false;
        }
        buffer = allocate(width, height, screenScale);
        return true;
    }

    private PixelBuffer<IntBuffer> allocate(int width, int height, double screenScale) {
        wide = width;
        pixels = new int[width * height];
        shown = new int[width * height];
        PixelBuffer<IntBuffer> allocated =
                new PixelBuffer<>(width, height, IntBuffer.wrap(shown), PixelFormat.getIntArgbPreInstance());
        setImage(new WritableImage(allocated));
        setFitWidth(width / screenScale);
        setFitHeight(height / screenScale);
        return allocated;
    }

    /** Pixels to paint: row by row, opaque ARGB. */
    int[] pixels() {
        return pixels;
    }

    /** Shows what was painted. */
    void refresh() {
        System.arraycopy(pixels, 0, shown, 0, pixels.length);
        buffer.updateBuffer(whole -> null);
    }
}
