package org.ganvas.view.paint;

import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;

/** Shows a grid of pictures, one buffer's pixel to one of the screen's. FX thread. */
public final class GridView extends Region {

    private final ImageView view = new ImageView();
    private final Region mark = new Region();
    private int[] pixels = new int[0];
    private @Nullable PixelBuffer<IntBuffer> buffer;
    private @Nullable GridFit fit;
    private double screenScale = 1;

    public GridView() {
        getStyleClass().add("grid-view");
        mark.getStyleClass().add("grid-mark");
        mark.setManaged(false);
        mark.setMouseTransparent(true);
        mark.setVisible(false);
        getChildren().addAll(view, mark);
        view.setSmooth(false);
    }

    /**
     * Paints.
     *
     * @param grid the pictures
     * @param newFit how they lie, in the screen's pixels
     * @param newScale the screen's pixels a unit of layout
     */
    public void show(SampleGrid grid, GridFit newFit, double newScale) {
        PixelBuffer<IntBuffer> target = buffer;
        if (target == null || !newFit.equals(fit) || newScale != screenScale) {
            fit = newFit;
            screenScale = newScale;
            target = allocate(newFit);
            buffer = target;
        }
        ImagePainter.paint(grid, newFit, pixels);
        target.updateBuffer(whole -> null);
    }

    private PixelBuffer<IntBuffer> allocate(GridFit newFit) {
        pixels = new int[newFit.width() * newFit.height()];
        PixelBuffer<IntBuffer> fresh = new PixelBuffer<>(
                newFit.width(), newFit.height(), IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
        view.setImage(new WritableImage(fresh));
        view.setFitWidth(newFit.width() / screenScale);
        view.setFitHeight(newFit.height() / screenScale);
        requestLayout();
        return fresh;
    }

    /**
     * Which picture lies at a place of this node.
     *
     * @return its index in reading order; -1 between pictures and outside
     */
    public int pictureAt(double x, double y) {
        GridFit shown = fit;
        if (shown == null || x < 0 || y < 0) {
            return -1;
        }
        int gap = shown.scale().gap();
        int wide = shown.scale().side(shown.shape().width());
        int high = shown.scale().side(shown.shape().height());
        int column = (int) (x * screenScale) / (wide + gap);
        int row = (int) (y * screenScale) / (high + gap);
        boolean inside = (int) (x * screenScale) % (wide + gap) < wide && (int) (y * screenScale) % (high + gap) < high;
        return inside && column < shown.columns() && row < shown.rows() ? row * shown.columns() + column : -1;
    }

    /** One of the pictures, as it is shown now. */
    public Image picture(int index) {
        GridFit shown = fit;
        if (shown == null || index < 0 || index >= count()) {
            throw new IllegalArgumentException("there is no picture " + index);
        }
        int wide = shown.scale().side(shown.shape().width());
        int high = shown.scale().side(shown.shape().height());
        int x = index % shown.columns() * (wide + shown.scale().gap());
        int y = index / shown.columns() * (high + shown.scale().gap());
        WritableImage picture = new WritableImage(wide, high);
        picture.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        wide,
                        high,
                        PixelFormat.getIntArgbPreInstance(),
                        pixels,
                        y * shown.width() + x,
                        shown.width());
        return picture;
    }

    /** Pictures side by side as they are shown; 0 while nothing is. */
    public int columns() {
        return fit == null ? 0 : fit.columns();
    }

    /** Pictures as they are shown; 0 while nothing is. */
    public int count() {
        return fit == null ? 0 : fit.columns() * fit.rows();
    }

    /** Frames one picture, for the keyboard; -1 for none. */
    public void mark(int index) {
        GridFit shown = fit;
        mark.setVisible(shown != null && index >= 0 && index < count());
        if (shown != null && mark.isVisible()) {
            double stepX =
                    shown.scale().side(shown.shape().width()) + shown.scale().gap();
            double stepY =
                    shown.scale().side(shown.shape().height()) + shown.scale().gap();
            mark.resizeRelocate(
                    index % shown.columns() * stepX / screenScale - 2,
                    index / shown.columns() * stepY / screenScale - 2,
                    (stepX - shown.scale().gap()) / screenScale + 4,
                    (stepY - shown.scale().gap()) / screenScale + 4);
        }
    }

    /** Shows nothing. */
    public void clear() {
        mark.setVisible(false);
        fit = null;
        buffer = null;
        view.setImage(null);
    }

    @Override
    protected double computePrefWidth(double height) {
        return fit == null ? 0 : fit.width() / screenScale;
    }

    @Override
    protected double computePrefHeight(double width) {
        return fit == null ? 0 : fit.height() / screenScale;
    }

    /** The pixels that are on the screen, for tests; changes with the next picture. */
    public int[] pixels() {
        return pixels.clone();
    }
}
