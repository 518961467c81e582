package org.ganvas.view.paint;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.ganvas.data.PointBounds;
import org.ganvas.data.PointTransform;
import org.ganvas.scatter.FieldPainter;
import org.ganvas.scatter.LatentTrail;
import org.ganvas.scatter.PlotLayer;
import org.ganvas.scatter.PointOverflowCounts;
import org.ganvas.scatter.ScatterPlotPainter;
import org.ganvas.scatter.ScatterPlotPalette;
import org.ganvas.scatter.ScatterPlotViewport;
import org.ganvas.view.fx.ScreenProperties;
import org.jspecify.annotations.Nullable;

/**
 * Scatter plot: real points, generated points over them, and the image of the current latent over both. Fills its area
 * with equal units on both axes; the background is painted once and copied at each update. FX thread.
 */
public final class ScatterView extends Region {

    private static final double USUAL_SIDE = 420;
    private static final float[] NO_POINTS = new float[0];

    private final PixelView pixelView = new PixelView();
    private final ThemeColours colours = new ThemeColours(this::changeColours);
    private final ScatterAxes axes;
    private int[] background = new int[0];
    private PointBounds bounds = new PointBounds(-1, -1, 1, 1);
    private PointTransform transform = PointTransform.IDENTITY;
    private ScatterPlotViewport viewport = ScatterPlotViewport.around(bounds, 1, 1);
    private float[] real = NO_POINTS;
    private float[] generated = NO_POINTS;
    private LatentTrail trail = LatentTrail.EMPTY;
    private @Nullable Placement placed;
    private boolean changing;
    private FieldPainter.@Nullable Layer field;
    private float[] arrowPlaces = NO_POINTS;
    private float[] arrowForces = NO_POINTS;
    private double arrowGain;
    private PlotLayer underPoints = PlotLayer.NONE;
    private PlotLayer overPoints = PlotLayer.NONE;
    private Consumer<ScatterPlotViewport> viewportChanged = changed -> {};
    private Consumer<ScatterPlotPalette> paletteChanged = changed -> {};

    /**
     * @param numbers whether the axes have tick labels
     */
    public ScatterView(boolean numbers) {
        axes = new ScatterAxes(numbers);
        getStyleClass().add("scatter-view");
        getChildren().addAll(pixelView, colours, axes);
    }

    /** Sets bounds and points in the user's units. */
    public void showReal(PointBounds newBounds, float[] points) {
        showReal(newBounds, points, PointTransform.IDENTITY);
    }

    /**
     * Sets the data's bounds and points (x, y in turn), which change only with the data set.
     *
     * @param newTransform of them, for the axes
     */
    public void showReal(PointBounds newBounds, float[] points, PointTransform newTransform) {
        boolean moved = !newBounds.equals(bounds);
        bounds = newBounds;
        transform = newTransform;
        real = points;
        if (moved || placed == null) {
            placed = null;
            requestLayout();
        } else {
            repaintBackground();
        }
    }

    /** Makes several changes and paints once. */
    public void inOnePaint(Runnable changes) {
        changing = true;
        try {
            changes.run();
        } finally {
            changing = false;
        }
        repaintBackground();
    }

    /** Sets the generator's points, x and y of each in turn; the array must not change afterwards. */
    public void showGenerated(float[] points) {
        generated = points;
        repaint();
    }

    /** Sets the function of the plane behind the points; null for none. */
    public void showField(FieldPainter.@Nullable Layer newField) {
        if (field != null || newField != null) {
            field = newField;
            repaintBackground();
        }
    }

    /**
     * Sets the arrows over the points.
     *
     * @param places x and y of each in turn; not to be changed afterwards
     * @param forces x and y of each direction in turn; not to be changed afterwards
     * @param gain length in units of the data for a force of 1
     */
    public void showArrows(float[] places, float[] forces, double gain) {
        arrowPlaces = places;
        arrowForces = forces;
        arrowGain = gain;
        repaint();
    }

    /**
     * Sets layers of a plot that shows more than points.
     *
     * @param under painted over the real points and below the generated ones
     * @param over painted over all points
     */
    public void showLayers(PlotLayer under, PlotLayer over) {
        underPoints = under;
        overPoints = over;
        repaintBackground();
    }

    /** Sets names of the axes, which stand at their ends; empty for none. */
    public void showAxisNames(String across, String down) {
        axes.showNames(across, down);
    }

    /** Sets the consumer of the visible area, called at each layout. */
    public void onViewport(Consumer<ScatterPlotViewport> consumer) {
        viewportChanged = consumer;
    }

    /** Sets the consumer of the theme's colours, called now and whenever they change. */
    public void onPalette(Consumer<ScatterPlotPalette> consumer) {
        paletteChanged = consumer;
        consumer.accept(colours.palette());
    }

    private void changeColours() {
        paletteChanged.accept(colours.palette());
        repaintAll();
    }

    /** Sets the output and trail of the current latent. */
    public void showTrail(LatentTrail newTrail) {
        trail = newTrail;
        repaint();
    }

    /** Whether the pointer is on a label over the plot that has a tooltip of its own. */
    public boolean isOnLabel(MouseEvent event) {
        for (Node node = event.getPickResult().getIntersectedNode(); node != null; node = node.getParent()) {
            if (node == axes) {
                return true;
            }
        }
        return false;
    }

    /** Layout x of the plot's left edge, right of the tick labels. */
    public double plotLeft() {
        return axes.leftMargin();
    }

    /** The x, as the networks take it, at a layout x of this region. */
    public double xAt(double position) {
        return viewport.xAt((position - pixelView.getLayoutX()) * ScreenProperties.scaleOf(this));
    }

    /** The y, as the networks take it, at a layout y of this region. */
    public double yAt(double position) {
        return viewport.yAt((position - pixelView.getLayoutY()) * ScreenProperties.scaleOf(this));
    }

    /** Paints only where the plot itself has moved: labels around it ask for a layout with every update. */
    @Override
    protected void layoutChildren() {
        Placement now = placement();
        if (now != null && !now.equals(placed)) {
            pixelView.setLayoutX(now.left());
            axes.setLayoutX(now.left());
            pixelView.resizeTo(now.width(), now.height(), now.scale());
            placed = now;
            repaintAll();
        }
        placed = now;
    }

    /** Where the pixels belong; null where there is no room for any. */
    private @Nullable Placement placement() {
        double scale = ScreenProperties.scaleOf(this);
        int width = (int) Math.floor((getWidth() - axes.leftMargin()) * scale);
        int height = (int) Math.floor((getHeight() - axes.bottomMargin()) * scale);
        return width > 0 && height > 0 ? new Placement(axes.leftMargin(), width, height, scale) : null;
    }

    /** Left edge in layout units; width and height in pixels of the screen; pixels for each layout unit. */
    private record Placement(double left, int width, int height, double scale) {}

    private void repaintAll() {
        if (placed == null) {
            return;
        }
        viewport = ScatterPlotViewport.around(bounds, placed.width(), placed.height(), transform);
        if (background.length != pixelView.pixels().length) {
            background = new int[pixelView.pixels().length];
        }
        axes.show(viewport, unit(), placed.scale());
        viewportChanged.accept(viewport);
        repaintBackground();
    }

    private void repaintBackground() {
        if (placed != null && !changing) {
            ScatterPlotPainter.paintBackground(viewport, colours.palette(), field, real, unit(), background);
            underPoints.paint(viewport, colours.palette(), unit(), background);
            repaint();
        }
    }

    private void repaint() {
        if (placed == null || changing) {
            return;
        }
        System.arraycopy(background, 0, pixelView.pixels(), 0, background.length);
        PointOverflowCounts overflow =
                ScatterPlotPainter.paintGenerated(viewport, colours.palette(), generated, unit(), pixelView.pixels());
        FieldPainter.paintArrows(
                viewport, colours.palette(), arrowPlaces, arrowForces, arrowGain, unit(), pixelView.pixels());
        overPoints.paint(viewport, colours.palette(), unit(), pixelView.pixels());
        ScatterPlotPainter.paintTrail(viewport, colours.palette(), trail, unit(), pixelView.pixels());
        pixelView.refresh();
        axes.show(overflow);
    }

    /** Size of marks in screen pixels, growing with the square root of the plot's side. */
    private double unit() {
        double side = Math.min(pixelView.getFitWidth(), pixelView.getFitHeight());
        return ScreenProperties.scaleOf(this) * Math.max(0.6, Math.min(1.6, Math.sqrt(side / USUAL_SIDE)));
    }

    /** Copy of the shown pixels, for tests. */
    public int[] pixels() {
        return pixelView.pixels().clone();
    }
}
