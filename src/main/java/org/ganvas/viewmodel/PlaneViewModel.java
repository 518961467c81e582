package org.ganvas.viewmodel;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ganvas.data.PlaneBox;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.PictureGrid;
import org.jspecify.annotations.Nullable;

/** The scatter of a run on points of the plane: real ones, generated ones, and the box they are seen in. FX thread. */
public final class PlaneViewModel {

    private static final double MARGIN = 0.1;

    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<@Nullable PictureGrid> generated = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable PictureGrid> real = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable PlaneBox> box = new ReadOnlyObjectWrapper<>();

    void show(TrainingSnapshot snapshot) {
        shown.set(snapshot.run() != null && snapshot.run().spec().image().isPoint());
        PictureGrid points = onlyPoints(snapshot.real());
        if (points != real.get()) {
            // By the data alone: a box that followed the generator would jump with every step.
            box.set(points == null ? null : PlaneBox.around(points.pixels()).grown(MARGIN));
            real.set(points);
        }
        generated.set(onlyPoints(snapshot.generated()));
    }

    private static @Nullable PictureGrid onlyPoints(@Nullable PictureGrid grid) {
        return grid != null && grid.shape().isPoint() ? grid : null;
    }

    // ---- Properties ----

    /** Whether this run is about points and not about pictures. */
    public ReadOnlyBooleanProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The fixed latents as the generator places them now. */
    public ReadOnlyObjectProperty<@Nullable PictureGrid> generatedProperty() {
        return generated.getReadOnlyProperty();
    }

    /** A sample of the data. */
    public ReadOnlyObjectProperty<@Nullable PictureGrid> realProperty() {
        return real.getReadOnlyProperty();
    }

    /** What the scatter shows at least; set before the real points change. */
    public ReadOnlyObjectProperty<@Nullable PlaneBox> boxProperty() {
        return box.getReadOnlyProperty();
    }
}
