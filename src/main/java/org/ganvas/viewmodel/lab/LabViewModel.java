package org.ganvas.viewmodel.lab;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import org.ganvas.data.PointBounds;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.scatter.FieldPainter;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.lab.DiscriminatorOptimum;
import org.ganvas.session.lab.LabRequest;
import org.ganvas.session.lab.LabRequest.Part;
import org.ganvas.session.lab.LabResult;
import org.ganvas.session.lab.PointLab;
import org.ganvas.session.run.RunState;
import org.ganvas.viewmodel.support.FrameListener;
import org.ganvas.viewmodel.support.PreferenceStore;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.ganvas.viewmodel.text.Messages;
import org.jspecify.annotations.Nullable;

/**
 * The plot of the Lab screen. Requests only what is visible; at rest first a coarse image, then one with every pixel. FX
 * thread.
 */
public final class LabViewModel implements SnapshotListener, FrameListener {

    private final PointLab lab;
    private final ObservableBooleanValue onScreen;
    private final LabLayersViewModel layers;
    private final LabScale scale = new LabScale();
    private final LabTrails trails = new LabTrails();
    private final ReadOnlyBooleanWrapper available = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper reason = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable LabPicture> picture = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable GanSpec> spec = new ReadOnlyObjectWrapper<>();
    private @Nullable Area area;
    private @Nullable LabRequest requested;
    private @Nullable LabResult newest;
    private float[] beforeStep = new float[0];
    private boolean hovered;
    private boolean running;
    private int run = -1;

    private record Area(PointBounds bounds, int width, int height) {}

    /**
     * @param onScreen whether the screen is shown
     */
    public LabViewModel(PointLab lab, PreferenceStore preferences, ObservableBooleanValue onScreen) {
        this.lab = lab;
        this.onScreen = onScreen;
        layers = new LabLayersViewModel(preferences);
        layers.changesProperty().addListener((property, old, now) -> {
            request();
            show();
        });
        layers.averagedProperty().addListener(property -> trails.clear());
        onScreen.addListener(property -> request());
    }

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        boolean another = snapshot.run() != null && snapshot.run().number() != run;
        if (another) {
            run = snapshot.run().number();
            scale.reset();
            trails.clear();
            newest = null;
            beforeStep = new float[0];
            picture.set(null);
        }
        spec.set(snapshot.run() == null ? null : snapshot.run().spec());
        available.set(snapshot.run() != null && snapshot.run().spec().image().isPoint());
        reason.set(
                available.get()
                        ? ""
                        : Messages.text(snapshot.run() == null ? "lab.unavailable.run" : "lab.unavailable.images"));
        boolean runs = snapshot.state() == RunState.RUNNING;
        if (another || runs != running) {
            running = runs;
            beforeStep = runs ? new float[0] : beforeStep;
            request();
        }
    }

    @Override
    public void onFrame(long nanos) {
        LabResult result = lab.takeResult();
        if (result == null || result.run() != run || requested == null) {
            return;
        }
        LabResult before = newest;
        newest = result;
        if (!running && before != null && result.step() == before.step() + 1) {
            beforeStep = before.generated();
        } else if (before != null && result.step() != before.step()) {
            beforeStep = new float[0];
        }
        scale.follow(result);
        trails.add(result.step(), result.generated());
        show();
    }

    private void request() {
        Area visible = area;
        if (visible == null || !available.get() || !onScreen.get()) {
            if (requested != null) {
                requested = null;
                lab.request(null);
            }
            return;
        }
        Set<Part> parts = EnumSet.noneOf(Part.class);
        parts.addAll(layers.parts());
        if (hovered || !running) {
            parts.addAll(Set.of(Part.FIELD, Part.OPTIMUM));
        }
        if (!running) {
            parts.add(Part.EVERY_PIXEL);
        }
        LabRequest next = new LabRequest(
                visible.bounds(),
                visible.width(),
                visible.height(),
                parts,
                layers.averagedProperty().get());
        if (!next.equals(requested)) {
            requested = next;
            lab.request(next);
        }
    }

    private void show() {
        LabResult result = newest;
        if (result == null) {
            return;
        }
        picture.set(new LabPicture(
                result,
                colours(result),
                layers.isShown(LabLayer.CONTOUR) ? field(result) : null,
                scale.gain(),
                layers.isShown(LabLayer.PATHS) ? trails.ways() : List.of(),
                beforeStep));
    }

    private FieldPainter.@Nullable Field colours(LabResult result) {
        if (layers.isShown(LabLayer.OPTIMUM)) {
            return best(result);
        }
        if (layers.isShown(LabLayer.GAP)) {
            return gap(result);
        }
        return layers.isShown(LabLayer.SURFACE) ? field(result) : null;
    }

    private FieldPainter.@Nullable Field field(LabResult result) {
        LabResult.Field field = result.field();
        return field == null
                ? null
                : new FieldPainter.Field(
                        field.lattice().bounds(),
                        field.lattice().columns(),
                        field.lattice().rows(),
                        field.logits(),
                        field.neutral(),
                        scale.colours());
    }

    private FieldPainter.@Nullable Field best(LabResult result) {
        DiscriminatorOptimum optimum = result.optimum();
        GanSpec of = spec.get();
        return optimum == null || !optimum.exists() || of == null
                ? null
                : onLattice(optimum, optimum.best(), of.loss().equilibriumLogit());
    }

    private FieldPainter.@Nullable Field gap(LabResult result) {
        DiscriminatorOptimum optimum = result.optimum();
        LabResult.Field field = result.field();
        if (optimum == null || !optimum.exists() || field == null) {
            return null;
        }
        float[] gap = new float[optimum.best().length];
        for (int i = 0; i < gap.length; i++) {
            double x = optimum.lattice().x(i % optimum.lattice().columns());
            double y = optimum.lattice().y(i / optimum.lattice().columns());
            double logit = field.lattice().interpolate(field.logits(), x, y);
            // Where there are no points D may answer anything, and outside the view it was not asked.
            gap[i] = optimum.isEmptyAt(i) || Double.isNaN(logit) ? 0 : (float) (logit - optimum.best()[i]);
        }
        return onLattice(optimum, gap, 0);
    }

    private FieldPainter.Field onLattice(DiscriminatorOptimum optimum, float[] values, double neutral) {
        return new FieldPainter.Field(
                optimum.lattice().bounds(),
                optimum.lattice().columns(),
                optimum.lattice().rows(),
                values,
                neutral,
                scale.colours());
    }

    // ---- Properties ----

    public LabLayersViewModel layers() {
        return layers;
    }

    /** Whether the run is on 2-D points. */
    public ReadOnlyBooleanProperty availableProperty() {
        return available.getReadOnlyProperty();
    }

    /** Why the screen does not fit the run; empty where it does. */
    public ReadOnlyStringProperty reasonProperty() {
        return reason.getReadOnlyProperty();
    }

    /** What is shown; null before the first answer. */
    public ReadOnlyObjectProperty<@Nullable LabPicture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** Spec of the run; null without one. */
    public ReadOnlyObjectProperty<@Nullable GanSpec> specProperty() {
        return spec.getReadOnlyProperty();
    }

    /** Distance from the neutral logit of the strongest colour. */
    public double colourScale() {
        return scale.colours();
    }

    // ---- Commands ----

    /** Sets the visible area and its size in pixels; null while the plot is hidden. */
    public void setArea(@Nullable PointBounds bounds, int width, int height) {
        Area next = bounds == null ? null : new Area(bounds, width, height);
        if (!Objects.equals(area, next)) {
            area = next;
            request();
        }
    }

    /** Sets whether the pointer is in the plot, so that everything about its place is known. */
    public void setHovered(boolean now) {
        if (hovered != now) {
            hovered = now;
            request();
        }
    }

    /** Fits the scales of colours and arrows to what is shown now. */
    public void fitScale() {
        LabResult result = newest;
        if (result != null) {
            scale.settleOn(result);
            show();
        }
    }
}
