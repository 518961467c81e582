package org.ganvas.viewmodel.train;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ganvas.data.PointBounds;
import org.ganvas.data.PointTransform;
import org.ganvas.data.SimilarityTransform;
import org.ganvas.engine.spec.training.DataMotionSpec;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.jspecify.annotations.Nullable;

/** Scatter plot of a run on 2-D points: real points, generated points, and the bounds of the plot. FX thread. */
public final class PointsViewModel implements SnapshotListener {

    private static final double MARGIN = 0.1;

    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> generated = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> real = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable PointBounds> bounds = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper realOfToday = new ReadOnlyBooleanWrapper(false);
    private PointTransform transform = PointTransform.IDENTITY;
    private DataMotionSpec motion = DataMotionSpec.STILL;
    private @Nullable SampleGrid still;

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        shown.set(snapshot.run() != null && snapshot.run().spec().image().isPoint());
        transform = snapshot.run() == null
                ? PointTransform.IDENTITY
                : snapshot.run().pointTransform();
        SampleGrid points = pointsOnly(snapshot.real());
        SampleGrid made = pointsOnly(snapshot.generated());
        DataMotionSpec now = snapshot.run() == null
                ? DataMotionSpec.STILL
                : snapshot.run().spec().game().motion();
        if (points != still || !now.equals(motion)) {
            // From the data alone: bounds that followed the generator would jump with every step.
            bounds.set(points == null ? null : now.swept(points.pixels()).enlarged(MARGIN));
        }
        SampleGrid shownReal = real.get();
        SimilarityTransform place = made == null ? now.at(snapshot.step()) : made.place();
        if (points == null) {
            real.set(null);
        } else if (points != still || shownReal == null || !shownReal.place().equals(place)) {
            real.set(points.at(place));
        }
        still = points;
        motion = now;
        generated.set(made);
    }

    private static @Nullable SampleGrid pointsOnly(@Nullable SampleGrid grid) {
        return grid != null && grid.shape().isPoint() ? grid : null;
    }

    // ---- Properties ----

    /** Whether the samples of the run are 2-D points and not images. */
    public ReadOnlyBooleanProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Points of the fixed latents. */
    public ReadOnlyObjectProperty<@Nullable SampleGrid> generatedProperty() {
        return generated.getReadOnlyProperty();
    }

    /** Sample of the data. */
    public ReadOnlyObjectProperty<@Nullable SampleGrid> realProperty() {
        return real.getReadOnlyProperty();
    }

    /** Sets whether an earlier step is shown with the present real points, because its own are not known any more. */
    public void setRealOfToday(boolean ofToday) {
        realOfToday.set(ofToday);
    }

    /** Whether the real points are those of today beside generated ones of a step that had others. */
    public ReadOnlyBooleanProperty realOfTodayProperty() {
        return realOfToday.getReadOnlyProperty();
    }

    /** Transform of all points and bounds to the user's units. */
    public PointTransform transform() {
        return transform;
    }

    /** Least extent of the plot; set before the real points change. */
    public ReadOnlyObjectProperty<@Nullable PointBounds> boundsProperty() {
        return bounds.getReadOnlyProperty();
    }
}
