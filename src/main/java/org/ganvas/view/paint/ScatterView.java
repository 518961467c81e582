package org.ganvas.view.paint;

import javafx.scene.layout.Region;
import org.ganvas.data.PointBounds;
import org.ganvas.scatter.LatentTrail;
import org.ganvas.scatter.OverflowCounts;
import org.ganvas.scatter.ScatterPainter;
import org.ganvas.scatter.ScatterViewport;
import org.ganvas.view.fx.ScreenProperties;

/**
 * A scatter: real points, generated points over them, what is in the hand over both. As large as the room, with equal
 * units in both directions; what stays is painted once and copied. FX thread.
 */
public final class ScatterView extends Region {

    private static final double USUAL_SIDE = 420;
    private static final float[] NO_POINTS = new float[0];

    private final PixelView picture = new PixelView();
    private final ThemeColours inks = new ThemeColours(this::repaintAll);
    private final ScatterAxes axes;
    private int[] still = new int[0];
    private PointBounds box = new PointBounds(-1, -1, 1, 1);
    private ScatterViewport frame = ScatterViewport.around(box, 1, 1);
    private float[] real = NO_POINTS;
    private float[] generated = NO_POINTS;
    private LatentTrail trace = LatentTrail.EMPTY;
    private boolean paintable;

    /**
     * @param numbers whether numbers stand at the axes
     */
    public ScatterView(boolean numbers) {
        axes = new ScatterAxes(numbers);
        getStyleClass().add("plane-view");
        getChildren().addAll(picture, inks, axes);
    }

    /** What stays: the part of the plane, and the points of the data. */
    public void showReal(PointBounds newBox, float[] points) {
        box = newBox;
        real = points;
        requestLayout();
    }

    /** The generator's points, x and y of each in turn; not to be changed afterwards. */
    public void showGenerated(float[] points) {
        generated = points;
        repaint();
    }

    /** What is in the hand. */
    public void showTrace(LatentTrail newTrace) {
        trace = newTrace;
        repaint();
    }

    /** The x of a place in this region. */
    public double xAt(double place) {
        return frame.xAt((place - picture.getLayoutX()) * ScreenProperties.scaleOf(this));
    }

    /** The y of a place in this region. */
    public double yAt(double place) {
        return frame.yAt((place - picture.getLayoutY()) * ScreenProperties.scaleOf(this));
    }

    @Override
    protected void layoutChildren() {
        double scale = ScreenProperties.scaleOf(this);
        double left = axes.roomLeft();
        int width = (int) Math.floor((getWidth() - left) * scale);
        int height = (int) Math.floor((getHeight() - axes.roomBelow()) * scale);
        paintable = width > 0 && height > 0;
        if (paintable) {
            picture.setLayoutX(left);
            axes.setLayoutX(left);
            picture.room(width, height, scale);
            repaintAll();
        }
    }

    private void repaintAll() {
        if (!paintable) {
            return;
        }
        double scale = ScreenProperties.scaleOf(this);
        int height = (int) Math.round(picture.getFitHeight() * scale);
        frame = ScatterViewport.around(box, picture.pixels().length / height, height);
        if (still.length != picture.pixels().length) {
            still = new int[picture.pixels().length];
        }
        ScatterPainter.paintBackground(frame, inks.inks(), real, unit(), still);
        axes.show(frame, unit(), scale);
        repaint();
    }

    private void repaint() {
        if (!paintable) {
            return;
        }
        System.arraycopy(still, 0, picture.pixels(), 0, still.length);
        OverflowCounts outside = ScatterPainter.paintGenerated(frame, inks.inks(), generated, unit(), picture.pixels());
        ScatterPainter.paintTrail(frame, inks.inks(), trace, unit(), picture.pixels());
        picture.painted();
        axes.show(outside);
    }

    /** Marks grow a little with the room. */
    private double unit() {
        double side = Math.min(picture.getFitWidth(), picture.getFitHeight());
        return ScreenProperties.scaleOf(this) * Math.max(0.6, Math.min(1.6, Math.sqrt(side / USUAL_SIDE)));
    }

    /** The pixels that are on the screen, for tests. */
    public int[] pixels() {
        return picture.pixels().clone();
    }
}
