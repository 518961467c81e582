package org.ganvas.view.paint;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.view.fx.ViewBindings;
import org.jspecify.annotations.Nullable;

/** Grid of images, one buffer pixel to one screen pixel. FX thread. */
public final class SampleGridView extends Region {

    private final PixelView view = new PixelView();
    private final Region marker = new Region();
    private @Nullable SampleGridFit fit;
    private @Nullable SampleGrid shown;
    private double screenScale = 1;
    private boolean pixelated;
    private int marked = -1;

    public SampleGridView() {
        getStyleClass().add("grid-view");
        marker.getStyleClass().add("grid-mark");
        marker.setManaged(false);
        marker.setMouseTransparent(true);
        marker.setVisible(false);
        getChildren().addAll(view, marker);
        ViewBindings.listen(ImageSmoothing.smoothProperty(), (property, old, now) -> repaint());
    }

    /** Shows pixels as squares, whatever the setting: the user works on them. */
    public void keepPixels() {
        pixelated = true;
        repaint();
    }

    private void repaint() {
        SampleGrid grid = shown;
        SampleGridFit layout = fit;
        if (grid != null && layout != null) {
            show(grid, layout, screenScale);
        }
    }

    /**
     * Shows a grid.
     *
     * @param newFit layout in screen pixels
     * @param newScale screen pixels a layout unit
     */
    public void show(SampleGrid grid, SampleGridFit newFit, double newScale) {
        boolean resized = view.resizeTo(newFit.width(), newFit.height(), newScale);
        if (resized || !newFit.equals(fit)) {
            requestLayout();
        }
        fit = newFit;
        screenScale = newScale;
        shown = grid;
        ImagePainter.paint(
                grid, newFit, !pixelated && ImageSmoothing.smoothProperty().get(), view.pixels());
        view.refresh();
    }

    /**
     * Index of the image at a position of this node.
     *
     * @return index in reading order; -1 between images and outside
     */
    public int imageAt(double x, double y) {
        SampleGridFit layout = fit;
        if (layout == null || x < 0 || y < 0) {
            return -1;
        }
        int gap = layout.scale().gap();
        int wide = layout.scale().side(layout.shape().width());
        int high = layout.scale().side(layout.shape().height());
        int column = (int) (x * screenScale) / (wide + gap);
        int row = (int) (y * screenScale) / (high + gap);
        boolean inside = (int) (x * screenScale) % (wide + gap) < wide && (int) (y * screenScale) % (high + gap) < high;
        return inside && column < layout.columns() && row < layout.rows() ? row * layout.columns() + column : -1;
    }

    /** Copy of one image at its current scale. */
    public Image image(int index) {
        SampleGridFit layout = fit;
        if (layout == null || index < 0 || index >= count()) {
            throw new IllegalArgumentException("no image with index " + index);
        }
        int wide = layout.scale().side(layout.shape().width());
        int high = layout.scale().side(layout.shape().height());
        int x = index % layout.columns() * (wide + layout.scale().gap());
        int y = index / layout.columns() * (high + layout.scale().gap());
        WritableImage image = new WritableImage(wide, high);
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        wide,
                        high,
                        PixelFormat.getIntArgbPreInstance(),
                        view.pixels(),
                        y * layout.width() + x,
                        layout.width());
        return image;
    }

    /** Number of columns shown; 0 while there is no grid. */
    public int columns() {
        return fit == null ? 0 : fit.columns();
    }

    /** Number of images shown; 0 while there is no grid. */
    public int count() {
        return fit == null ? 0 : fit.columns() * fit.rows();
    }

    /** Frames the image selected by keyboard; -1 for none. */
    public void markImage(int index) {
        marked = index;
        SampleGridFit layout = fit;
        marker.setVisible(layout != null && index >= 0 && index < count());
        if (layout != null && marker.isVisible()) {
            double stepX =
                    layout.scale().side(layout.shape().width()) + layout.scale().gap();
            double stepY = layout.scale().side(layout.shape().height())
                    + layout.scale().gap();
            marker.resizeRelocate(
                    index % layout.columns() * stepX / screenScale - 2,
                    index / layout.columns() * stepY / screenScale - 2,
                    (stepX - layout.scale().gap()) / screenScale + 4,
                    (stepY - layout.scale().gap()) / screenScale + 4);
        }
    }

    /** The image that is framed; -1 for none. */
    public int markedImage() {
        return marker.isVisible() ? marked : -1;
    }

    /** Removes the grid. */
    public void clear() {
        marker.setVisible(false);
        fit = null;
        shown = null;
        view.resizeTo(1, 1, 1);
    }

    @Override
    protected double computePrefWidth(double height) {
        return fit == null ? 0 : fit.width() / screenScale;
    }

    @Override
    protected double computePrefHeight(double width) {
        return fit == null ? 0 : fit.height() / screenScale;
    }

    /** Copy of the shown pixels, for tests. */
    public int[] pixels() {
        return view.pixels().clone();
    }
}
