package org.ganvas.view.paint;

import javafx.scene.layout.Region;
import org.ganvas.data.PlaneBox;
import org.ganvas.plane.Outside;
import org.ganvas.plane.PlaneFrame;
import org.ganvas.plane.ScatterPainter;
import org.ganvas.plane.Trace;
import org.ganvas.view.fx.Screens;

/**
 * A scatter: real points, generated points over them, what is in the hand over both. As large as the room, with equal
 * units in both directions; what stays is painted once and copied. FX thread.
 */
public final class PlaneView extends Region {

    private static final double USUAL_SIDE = 420;
    private static final float[] NO_POINTS = new float[0];

    private final PixelView picture = new PixelView();
    private final InkWell inks = new InkWell(this::repaintAll);
    private final PlaneAxes axes;
    private int[] still = new int[0];
    private PlaneBox box = new PlaneBox(-1, -1, 1, 1);
    private PlaneFrame frame = PlaneFrame.around(box, 1, 1);
    private float[] real = NO_POINTS;
    private float[] generated = NO_POINTS;
    private Trace trace = Trace.NONE;
    private boolean paintable;

    /**
     * @param numbers whether numbers stand at the axes
     */
    public PlaneView(boolean numbers) {
        axes = new PlaneAxes(numbers);
        getStyleClass().add("plane-view");
        getChildren().addAll(picture, inks, axes);
    }

    /** What stays: the part of the plane, and the points of the data. */
    public void showReal(PlaneBox newBox, float[] points) {
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
    public void showTrace(Trace newTrace) {
        trace = newTrace;
        repaint();
    }

    /** The x of a place in this region. */
    public double xAt(double place) {
        return frame.xAt((place - picture.getLayoutX()) * Screens.scaleOf(this));
    }

    /** The y of a place in this region. */
    public double yAt(double place) {
        return frame.yAt((place - picture.getLayoutY()) * Screens.scaleOf(this));
    }

    @Override
    protected void layoutChildren() {
        double scale = Screens.scaleOf(this);
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
        double scale = Screens.scaleOf(this);
        int height = (int) Math.round(picture.getFitHeight() * scale);
        frame = PlaneFrame.around(box, picture.pixels().length / height, height);
        if (still.length != picture.pixels().length) {
            still = new int[picture.pixels().length];
        }
        ScatterPainter.paintStill(frame, inks.inks(), real, unit(), still);
        axes.show(frame, unit(), scale);
        repaint();
    }

    private void repaint() {
        if (!paintable) {
            return;
        }
        System.arraycopy(still, 0, picture.pixels(), 0, still.length);
        Outside outside = ScatterPainter.paintGenerated(frame, inks.inks(), generated, unit(), picture.pixels());
        ScatterPainter.paintHand(frame, inks.inks(), trace, unit(), picture.pixels());
        picture.painted();
        axes.show(outside);
    }

    /** Marks grow a little with the room. */
    private double unit() {
        double side = Math.min(picture.getFitWidth(), picture.getFitHeight());
        return Screens.scaleOf(this) * Math.max(0.6, Math.min(1.6, Math.sqrt(side / USUAL_SIDE)));
    }

    /** The pixels that are on the screen, for tests. */
    public int[] pixels() {
        return picture.pixels().clone();
    }
}
