package org.ganvas.view.paint;

import java.nio.IntBuffer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** View of a pixel buffer, one buffer pixel to one screen pixel. FX thread. */
final class PixelView extends ImageView {

    private int[] pixels = new int[0];
    private int wide;
    private PixelBuffer<IntBuffer> buffer = allocate(1, 1, 1);

    PixelView() {
        setSmooth(false);
    }

    /**
     * Resizes the buffer; a change of size clears it.
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
        PixelBuffer<IntBuffer> allocated =
                new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
        setImage(new WritableImage(allocated));
        setFitWidth(width / screenScale);
        setFitHeight(height / screenScale);
        return allocated;
    }

    /** Buffer to paint into: row by row, opaque ARGB. */
    int[] pixels() {
        return pixels;
    }

    /** Shows the changed buffer. */
    void refresh() {
        buffer.updateBuffer(whole -> null);
    }
}
