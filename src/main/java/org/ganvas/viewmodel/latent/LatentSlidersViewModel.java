package org.ganvas.viewmodel.latent;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import org.ganvas.data.LatentPrior;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.layer.StyleEdits;
import org.ganvas.session.run.LatentDirection;
import org.ganvas.session.run.LatentPoint;

/**
 * The current latent of a screen as sliders: its dimensions, its distance along principal directions, its class weights
 * and its truncation. FX thread.
 */
public final class LatentSlidersViewModel {

    private final ChangeListener beforeChange;
    private final Runnable changedLatent;
    private final ReadOnlyObjectWrapper<List<LatentSlider>> dimensions = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<LatentSlider>> directions = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<LatentSlider>> classes = new ReadOnlyObjectWrapper<>(List.of());
    private final DoubleProperty truncation = new SimpleDoubleProperty(1);
    private final StyleEditsViewModel styles = new StyleEditsViewModel();
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper(false);
    private LatentPrior prior = LatentPrior.GAUSSIAN;
    private double homeTruncation = 1;
    private long randomDraws;
    private int batches;

    /** Receiver of every command of the user, before it changes anything; an undo history, for example. */
    @FunctionalInterface
    public interface ChangeListener {
        /**
         * @param kind equal for changes that belong together, as those of one dragged slider
         * @param state captures the present state, as an action that restores it
         */
        void beforeChange(String kind, Supplier<Runnable> state);
    }

    /**
     * @param beforeChange called before every command
     * @param changedLatent called after every change, once for a batch
     */
    public LatentSlidersViewModel(ChangeListener beforeChange, Runnable changedLatent) {
        this.beforeChange = beforeChange;
        this.changedLatent = changedLatent;
        truncation.addListener((property, old, now) -> notifyChanged());
    }

    /**
     * Replaces all sliders by those of another generator.
     *
     * @param start the first latent, which reset restores; with sliders for classes if it has class weights
     */
    public void build(GanSpec spec, List<String> classNames, LatentPoint start) {
        prior = spec.game().prior();
        styles.build(spec.generator().styleReaders());
        directions.set(List.of());
        classes.set(start.classWeights().length == 0 ? List.of() : LatentSliderFactory.classes(spec, classNames));
        dimensions.set(LatentSliderFactory.dimensions(spec));
        set(start, true);
    }

    /** Replaces the directions; the distance along the old ones becomes part of the dimensions. */
    public void setDirections(List<LatentDirection> found) {
        float[] latent = latent();
        List<LatentSlider> others = LatentSliderFactory.directions(found, prior);
        batch(() -> {
            styles.setDirections(others);
            directions.set(others);
            setDimensions(latent);
        });
    }

    /** Sets the dimensions, of which directions add nothing. */
    private void setDimensions(float[] latent) {
        for (int i = 0; i < dimensions.get().size(); i++) {
            dimensions.get().get(i).setValue(latent[i], latent[i]);
        }
    }

    private void moveAlongDirections() {
        LatentSliderFactory.moveAlong(directions.get(), dimensions.get());
    }

    private Stream<LatentSlider> all() {
        return Stream.of(dimensions, directions, classes).flatMap(list -> list.get().stream());
    }

    private void notifyChanged() {
        if (batches == 0) {
            changed.set(
                    truncation.get() != homeTruncation || styles.isMoved() || all().anyMatch(LatentSlider::isMoved));
            changedLatent.run();
        }
    }

    /**
     * Sets the latent without notice to the change listener.
     *
     * @param asHome whether reset restores it from now on
     */
    void set(LatentPoint point, boolean asHome) {
        batch(() -> {
            directions.get().forEach(slider -> slider.setValue(0));
            setDimensions(point.latent());
            for (int i = 0; i < Math.min(classes.get().size(), point.classWeights().length); i++) {
                classes.get().get(i).setValue(point.classWeights()[i]);
            }
            truncation.set(point.truncation());
            styles.show(point.style());
            if (asHome) {
                all().forEach(LatentSlider::setHome);
                styles.setHome(point.style());
                homeTruncation = truncation.get();
            }
        });
    }

    /** Goes to the latent of an opened project, which reset restores from now on; not to be undone. */
    public void restore(LatentPoint point) {
        set(point, true);
    }

    /** The current latent: dimensions, class weights, truncation, edits of the style. */
    public LatentPoint point() {
        return new LatentPoint(
                latent(), LatentSliderFactory.classWeights(classes.get()), truncation.get(), styles.edits());
    }

    private float[] latent() {
        return LatentSliderFactory.latent(dimensions.get());
    }

    /** Distribution of the latents of the generator that these sliders are for. */
    public LatentPrior prior() {
        return prior;
    }

    /** Whether a latent has the dimensions and classes of these sliders. */
    public boolean fits(LatentPoint point) {
        return point.fits(dimensions.get().size(), classes.get().size());
    }

    private void announce(String kind) {
        beforeChange.beforeChange(kind, this::captureState);
    }

    /** An action that restores the present state: slider by slider, or the latent alone if the sliders are others by then. */
    private Runnable captureState() {
        List<LatentSlider> sameDimensions = dimensions.get();
        List<LatentSlider> sameDirections = directions.get();
        List<double[]> values = all().map(
                        slider -> new double[] {slider.valueProperty().get(), slider.base(), slider.home()})
                .toList();
        double psi = truncation.get();
        double homePsi = homeTruncation;
        LayerRange range = styles.rangeProperty().get();
        StyleEdits homeStyle = styles.home();
        LatentPoint before = point();
        return () -> {
            if (dimensions.get() == sameDimensions && directions.get() == sameDirections) {
                batch(() -> {
                    styles.setRange(range);
                    restore(values, psi, homePsi);
                    styles.show(before.style());
                    styles.setHome(homeStyle);
                });
            } else if (dimensions.get().size() == before.latent().length) {
                set(before, false);
            }
        };
    }

    private void restore(List<double[]> values, double psi, double homePsi) {
        batch(() -> {
            List<LatentSlider> sliders = all().toList();
            for (int i = 0; i < sliders.size(); i++) {
                sliders.get(i).setValue(values.get(i)[0], values.get(i)[1]);
                sliders.get(i).setHome(values.get(i)[2]);
            }
            homeTruncation = homePsi;
            truncation.set(psi);
        });
    }

    // ---- Properties ----

    /** The latent's dimensions, codes last; a new list for another generator. */
    public ReadOnlyObjectProperty<List<LatentSlider>> dimensionsProperty() {
        return dimensions.getReadOnlyProperty();
    }

    /** Principal directions of this generator; empty until they are known. */
    public ReadOnlyObjectProperty<List<LatentSlider>> directionsProperty() {
        return directions.getReadOnlyProperty();
    }

    /** Class weights; empty for an unconditional generator. */
    public ReadOnlyObjectProperty<List<LatentSlider>> classesProperty() {
        return classes.getReadOnlyProperty();
    }

    /** The factor of the latent, 0 to 1.5; it is changed through {@link #setTruncation}. */
    public DoubleProperty truncationProperty() {
        return truncation;
    }

    /** Edits of the style; a generator without styles has no layers for them. */
    public StyleEditsViewModel styles() {
        return styles;
    }

    /** Whether the generator has styles, and truncation acts on them. */
    public boolean inStyles() {
        return styles.layersProperty().get() > 0;
    }

    /** Whether any value differs from the one that reset restores. */
    public ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    // ---- Commands ----

    /**
     * Moves a slider, unless it is locked. A direction takes the dimensions along; a dimension leaves the distances
     * along directions alone.
     */
    public void set(LatentSlider slider, double value) {
        if (!slider.lockedProperty().get() && slider.valueProperty().get() != value) {
            announce(slider.kind() + " " + slider.index());
            slider.setValue(value);
            if (slider.kind() == LatentSlider.Kind.DIRECTION) {
                moveAlongDirections();
            }
            notifyChanged();
        }
    }

    /** Several changes with one notice to {@code changedLatent}. */
    public void batch(Runnable changes) {
        batches++;
        try {
            changes.run();
        } finally {
            batches--;
        }
        notifyChanged();
    }

    public void resetOne(LatentSlider slider) {
        set(slider, slider.home());
    }

    public void setTruncation(double psi) {
        announce("truncation");
        truncation.set(psi);
    }

    /** Goes to a latent, which reset restores from now on. */
    public void open(LatentPoint point) {
        announce("open");
        set(point, true);
    }

    /**
     * Goes to a latent of a walk; reset restores the latent from before the walk.
     *
     * @param walk equal for all latents of one walk
     */
    public void moveTo(LatentPoint point, String walk) {
        announce(walk);
        set(point, false);
    }

    /** Resets all sliders that are not locked, and the truncation. */
    public void reset() {
        announce("reset");
        batch(() -> {
            keepingLocked(directions.get(), () -> styles.show(styles.home()));
            keepingLocked(dimensions.get(), () -> {
                all().filter(slider -> !slider.lockedProperty().get())
                        .forEach(slider -> slider.setValue(slider.home(), slider.home()));
                moveAlongDirections();
            });
            truncation.set(homeTruncation);
        });
    }

    /** Makes changes that do not count for the locked ones of some sliders. */
    private static void keepingLocked(List<LatentSlider> sliders, Runnable changes) {
        List<LatentSlider> locked =
                sliders.stream().filter(slider -> slider.lockedProperty().get()).toList();
        List<Double> values =
                locked.stream().map(slider -> slider.valueProperty().get()).toList();
        changes.run();
        for (int i = 0; i < locked.size(); i++) {
            locked.get(i).setValue(values.get(i));
        }
    }

    /** Changes the edits of the style. */
    public void editStyle(String kind, UnaryOperator<StyleEdits> edit) {
        announce("style " + kind);
        batch(() -> styles.show(edit.apply(styles.edits())));
    }

    /** Chooses the layers that the sliders of directions in w move; the image stays. */
    public void setRange(LayerRange range) {
        batch(() -> styles.setRange(range));
    }

    /** Draws every dimension that is not locked anew from the prior; reset restores the new values. */
    public void randomise() {
        announce("random " + randomDraws);
        SeededRandomStream random = new SeededRandomStream(++randomDraws, SeededRandomStream.Purpose.EXPLORE_LATENT, 1);
        batch(() -> {
            for (LatentSlider slider : dimensions.get()) {
                double drawn = prior.draw(random);
                if (!slider.lockedProperty().get()) {
                    slider.setValue((float) drawn, (float) drawn);
                    slider.setHome();
                }
            }
            moveAlongDirections();
        });
    }

    /**
     * Blends two classes.
     *
     * @param share of b, 0 to 1
     */
    public void blend(int a, int b, double share) {
        announce("blend");
        batch(() -> {
            for (LatentSlider slider : classes.get()) {
                double weight = (slider.index() == a ? 1 - share : 0) + (slider.index() == b ? share : 0);
                slider.setValue((float) weight);
            }
        });
    }
}
