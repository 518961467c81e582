package org.ganvas.viewmodel.train;

import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.ganvas.data.PointTransform;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.lab.LabScale;
import org.ganvas.lab.LabTexts;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.inspect.InspectionResult;
import org.ganvas.session.inspect.PointField;
import org.ganvas.session.inspect.PointFieldRequest;
import org.ganvas.session.run.RunState;
import org.ganvas.viewmodel.support.PreferenceStore;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.jspecify.annotations.Nullable;

/**
 * D as a function of the plane behind the scatter plot of a run on 2-D points: colours, contour and the force on generated
 * points. Requests only what is visible. FX thread.
 */
public final class PointFieldViewModel implements SnapshotListener {

    /** Generated points with an arrow; more would hide one another. */
    private static final int ARROWS = 256;

    private final InspectionViewModel inspection;
    private final ObservableBooleanValue onScreen;
    private final BooleanProperty surface;
    private final BooleanProperty contour;
    private final BooleanProperty arrows;
    private final ReadOnlyBooleanWrapper available = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private @Nullable PointFieldRequest lattice;
    private @Nullable PointField newest;
    private LossSpec loss = LossSpec.NON_SATURATING;
    private PointTransform transform = PointTransform.IDENTITY;
    private int run = -1;
    private boolean running;
    private final LabScale scale = new LabScale(LossSpec.NON_SATURATING);

    /**
     * A field with the scales of its colours and arrows.
     *
     * @param field of D
     * @param scale distance from the neutral logit of the strongest colour, more than 0
     * @param gain length of an arrow in units of the data for a force of 1
     * @param step of the weights
     */
    public record Shown(PointField field, double scale, double gain, long step) {}

    /**
     * @param onScreen whether the screen with the plot is shown
     */
    public PointFieldViewModel(
            InspectionViewModel inspection, PreferenceStore preferences, ObservableBooleanValue onScreen) {
        this.inspection = inspection;
        this.onScreen = onScreen;
        onScreen.addListener(property -> request());
        surface = remembered(preferences, "points.surface", true);
        contour = remembered(preferences, "points.contour", true);
        arrows = remembered(preferences, "points.arrows", false);
        inspection.resultProperty().addListener((property, old, now) -> show(now));
    }

    private BooleanProperty remembered(PreferenceStore preferences, String key, boolean usual) {
        BooleanProperty on =
                new SimpleBooleanProperty(Boolean.parseBoolean(preferences.get(key, String.valueOf(usual))));
        on.addListener((property, old, now) -> {
            preferences.put(key, String.valueOf(now));
            request();
        });
        return on;
    }

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        running = snapshot.state() == RunState.RUNNING;
        if (snapshot.run() != null && snapshot.run().number() != run) {
            run = snapshot.run().number();
            loss = snapshot.run().spec().loss();
            transform = snapshot.run().pointTransform();
            scale.reset(loss);
            newest = null;
            shown.set(null);
            available.set(snapshot.run().spec().image().isPoint()
                    && !snapshot.run().spec().loss().encodes());
            request();
        }
    }

    private void request() {
        PointFieldRequest wanted = lattice;
        boolean any = surface.get() || contour.get() || arrows.get();
        if (wanted == null || !any || !available.get() || !onScreen.get()) {
            inspection.fieldProperty().set(null);
            shown.set(null);
            return;
        }
        inspection
                .fieldProperty()
                .set(new PointFieldRequest(
                        wanted.bounds(), wanted.columns(), wanted.rows(), arrows.get() ? ARROWS : 0));
    }

    private void show(@Nullable InspectionResult result) {
        PointField field = result == null ? null : result.field();
        if (result == null || field == null || field.logits().length == 0) {
            return;
        }
        newest = field;
        scale.follow(plotted(field, result.step()), running);
        shown.set(new Shown(field, scale.colours(), scale.gain(), result.step()));
    }

    private static LabScale.Plotted plotted(PointField field, long step) {
        return new LabScale.Plotted(
                step,
                field.logits(),
                field.neutral(),
                field.forces(),
                field.request().bounds());
    }

    // ---- Properties ----

    /** Whether the plane is coloured by D's logit. */
    public BooleanProperty surfaceProperty() {
        return surface;
    }

    /** Whether the line is drawn along which D takes points for neither. */
    public BooleanProperty contourProperty() {
        return contour;
    }

    /** Whether arrows show the force of G's loss on generated points. */
    public BooleanProperty arrowsProperty() {
        return arrows;
    }

    /** Whether the run has a discriminator of 2-D points. */
    public ReadOnlyBooleanProperty availableProperty() {
        return available.getReadOnlyProperty();
    }

    /** Newest field; null before the first, and while nothing of it is on. */
    public ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /**
     * Value at an end of the colours; a probability where D's logit has one.
     *
     * @param side -1 for generated points, 1 for real ones
     */
    public String end(@Nullable Shown of, int side) {
        return of == null ? "" : Messages.text(LabTexts.end(loss, of.field().neutral(), of.scale(), side));
    }

    /**
     * D's answer at a place of the plane, whose coordinates are told in the user's units; empty where there is none.
     *
     * @param x as the networks take it
     * @param y as the networks take it
     */
    public String answerAt(double x, double y) {
        Shown now = shown.get();
        double logit = now == null ? Double.NaN : now.field().at(x, y);
        return Double.isNaN(logit)
                ? ""
                : Messages.text(
                        "field.place",
                        coordinate(transform.toDataX(x), transform.scaleX()),
                        coordinate(transform.toDataY(y), transform.scaleY()),
                        Messages.text(LabTexts.answer(loss, logit)));
    }

    private String coordinate(double value, double scale) {
        return transform.isIdentity() ? NumberFormats.value(value) : NumberFormats.coordinate(value, scale);
    }

    // ---- Commands ----

    /** Sets the area that the plot shows and the density of the lattice; null while the plot is hidden. */
    public void setLattice(@Nullable PointFieldRequest newLattice) {
        if (!Objects.equals(lattice, newLattice)) {
            lattice = newLattice;
            request();
        }
    }

    /** Fits the scales of colours and arrows to what is shown now. */
    public void fit() {
        Shown now = shown.get();
        PointField field = newest;
        if (now != null && field != null) {
            scale.settleOn(plotted(field, now.step()));
            shown.set(new Shown(field, scale.colours(), scale.gain(), now.step()));
        }
    }
}
