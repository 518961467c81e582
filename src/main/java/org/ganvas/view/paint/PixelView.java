package org.ganvas.view.paint;

import java.nio.IntBuffer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** Pixels that are painted by hand, one of them to one of the screen's. FX thread. */
final class PixelView extends ImageView {

    private int[] pixels = new int[0];
    private int wide;
    private PixelBuffer<IntBuffer> buffer = allocate(1, 1, 1);

    PixelView() {
        setSmooth(false);
    }

    /**
     * Makes room; what was painted is lost where the size is another.
     *
     * @param screenScale the screen's pixels a unit of layout
     * @return whether it is another size
     */
    boolean room(int width, int height, double screenScale) {
        if (wide == width && pixels.length == width * height && getFitWidth() == width / screenScale) {
            return false;
        }
        buffer = allocate(width, height, screenScale);
        return true;
    }

    private PixelBuffer<IntBuffer> allocate(int width, int height, double screenScale) {
        wide = width;
        pixels = new int[width * height];
        PixelBuffer<IntBuffer> fresh =
                new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
        setImage(new WritableImage(fresh));
        setFitWidth(width / screenScale);
        setFitHeight(height / screenScale);
        return fresh;
    }

    /** Where to paint: row after row, opaque ARGB. */
    int[] pixels() {
        return pixels;
    }

    /** Shows what was painted. */
    void painted() {
        buffer.updateBuffer(whole -> null);
    }
}
