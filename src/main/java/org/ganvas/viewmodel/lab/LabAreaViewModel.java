package org.ganvas.viewmodel.lab;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ganvas.data.PointBounds;
import org.ganvas.lab.LabPlotter;

/** Area of the plane that the plot of the Lab screen shows: zoom and pan. FX thread. */
public final class LabAreaViewModel {

    /** Most magnification against the whole, either way. */
    private static final double MOST = 200;

    private final ReadOnlyObjectWrapper<PointBounds> shown = new ReadOnlyObjectWrapper<>(new PointBounds(-1, -1, 1, 1));
    private PointBounds whole = new PointBounds(-1, -1, 1, 1);

    /** Other data: all of it is shown. It alone sets the area, which would jump with every step if it followed G. */
    void showData(PointBounds data) {
        whole = LabPlotter.around(data);
        shown.set(whole);
    }

    /** The same data, which moves otherwise: all of it is shown where that was so before. */
    void showMotion(PointBounds swept) {
        boolean fitted = shown.get().equals(whole);
        whole = LabPlotter.around(swept);
        if (fitted) {
            shown.set(whole);
        }
    }

    /** Least area of the plot; it shows more where its sides have another ratio. */
    public ReadOnlyObjectProperty<PointBounds> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    // ---- Commands ----

    /** Shows all data. */
    public void fit() {
        shown.set(whole);
    }

    /**
     * Zooms around a place.
     *
     * @param factor above 1 to see less in more detail
     */
    public void zoom(double x, double y, double factor) {
        PointBounds now = shown.get();
        double most = whole.width() / now.width() * factor;
        if (most > MOST || most < 1 / MOST || !(factor > 0)) {
            return;
        }
        shown.set(new PointBounds(
                x + (now.left() - x) / factor,
                y + (now.bottom() - y) / factor,
                x + (now.right() - x) / factor,
                y + (now.top() - y) / factor));
    }

    /** Zooms around the middle. */
    public void zoom(double factor) {
        PointBounds now = shown.get();
        zoom((now.left() + now.right()) / 2, (now.bottom() + now.top()) / 2, factor);
    }

    /** Moves the area, in units of the data. */
    public void pan(double dx, double dy) {
        PointBounds now = shown.get();
        shown.set(new PointBounds(now.left() + dx, now.bottom() + dy, now.right() + dx, now.top() + dy));
    }
}
