package org.ganvas.viewmodel.train;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ganvas.data.PointBounds;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.jspecify.annotations.Nullable;

/** The scatter of a run on points of the plane: real ones, generated ones, and the box they are seen in. FX thread. */
public final class PointsViewModel implements SnapshotListener {

    private static final double MARGIN = 0.1;

    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> generated = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> real = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable PointBounds> box = new ReadOnlyObjectWrapper<>();

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        shown.set(snapshot.run() != null && snapshot.run().spec().image().isPoint());
        SampleGrid points = onlyPoints(snapshot.real());
        if (points != real.get()) {
            // By the data alone: a box that followed the generator would jump with every step.
            box.set(points == null ? null : PointBounds.around(points.pixels()).enlarged(MARGIN));
            real.set(points);
        }
        generated.set(onlyPoints(snapshot.generated()));
    }

    private static @Nullable SampleGrid onlyPoints(@Nullable SampleGrid grid) {
        return grid != null && grid.shape().isPoint() ? grid : null;
    }

    // ---- Properties ----

    /** Whether this run is about points and not about pictures. */
    public ReadOnlyBooleanProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The fixed latents as the generator places them now. */
    public ReadOnlyObjectProperty<@Nullable SampleGrid> generatedProperty() {
        return generated.getReadOnlyProperty();
    }

    /** A sample of the data. */
    public ReadOnlyObjectProperty<@Nullable SampleGrid> realProperty() {
        return real.getReadOnlyProperty();
    }

    /** What the scatter shows at least; set before the real points change. */
    public ReadOnlyObjectProperty<@Nullable PointBounds> boxProperty() {
        return box.getReadOnlyProperty();
    }
}
