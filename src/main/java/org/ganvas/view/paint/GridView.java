package org.ganvas.view.paint;

import java.nio.IntBuffer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import org.ganvas.session.run.PictureGrid;
import org.jspecify.annotations.Nullable;

/** Shows a grid of pictures, one buffer's pixel to one of the screen's. FX thread. */
public final class GridView extends Region {

    private final ImageView view = new ImageView();
    private int[] pixels = new int[0];
    private @Nullable PixelBuffer<IntBuffer> buffer;
    private @Nullable GridFit fit;
    private double screenScale = 1;

    public GridView() {
        getStyleClass().add("grid-view");
        getChildren().add(view);
        view.setSmooth(false);
    }

    /**
     * Paints.
     *
     * @param grid the pictures
     * @param newFit how they lie, in the screen's pixels
     * @param newScale the screen's pixels a unit of layout
     */
    public void show(PictureGrid grid, GridFit newFit, double newScale) {
        PixelBuffer<IntBuffer> target = buffer;
        if (target == null || !newFit.equals(fit) || newScale != screenScale) {
            fit = newFit;
            screenScale = newScale;
            target = allocate(newFit);
            buffer = target;
        }
        PicturePainter.paint(grid, newFit, pixels);
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

    /** Shows nothing. */
    public void clear() {
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
