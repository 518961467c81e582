package org.ganvas.viewmodel.explore;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import org.ganvas.data.RandomStream;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.session.run.LatentDirection;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.viewmodel.support.UndoKey;
import org.ganvas.viewmodel.support.UndoStack;

/**
 * The latent in the hand as dials: its dimensions, how far it is moved along directions, its classes, its truncation. Every
 * change is one step to take back. FX thread.
 */
public final class LatentSlidersViewModel {

    private final UndoStack undo;
    private final Runnable moved;
    private final ReadOnlyObjectWrapper<List<LatentSlider>> dimensions = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<LatentSlider>> directions = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<LatentSlider>> classes = new ReadOnlyObjectWrapper<>(List.of());
    private final DoubleProperty truncation = new SimpleDoubleProperty(1);
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper(false);
    private double homeTruncation = 1;
    private long draws;
    private int busy;

    /**
     * @param moved called after every change
     */
    LatentSlidersViewModel(UndoStack undo, Runnable moved) {
        this.undo = undo;
        this.moved = moved;
        truncation.addListener((property, old, now) -> touched());
    }

    /** All dials of another generator, at a latent. */
    void build(GanSpec spec, List<String> classNames, LatentPoint start) {
        directions.set(List.of());
        classes.set(LatentSliderFactory.classes(spec, classNames));
        dimensions.set(LatentSliderFactory.dimensions(spec));
        put(start, true);
    }

    /** Other directions; what was moved along the old ones becomes part of the dimensions. */
    void setDirections(List<LatentDirection> found) {
        float[] latent = latent();
        directions.set(LatentSliderFactory.directions(found));
        together(() -> {
            for (int i = 0; i < latent.length; i++) {
                dimensions.get().get(i).put(latent[i]);
            }
        });
    }

    private Stream<LatentSlider> all() {
        return Stream.of(dimensions, directions, classes).flatMap(list -> list.get().stream());
    }

    private void touched() {
        if (busy == 0) {
            changed.set(truncation.get() != homeTruncation || all().anyMatch(LatentSlider::isMoved));
            moved.run();
        }
    }

    private void put(LatentPoint point, boolean settle) {
        together(() -> {
            directions.get().forEach(dial -> dial.put(0));
            for (int i = 0; i < dimensions.get().size(); i++) {
                dimensions.get().get(i).put(point.latent()[i]);
            }
            for (int i = 0; i < Math.min(classes.get().size(), point.classWeights().length); i++) {
                classes.get().get(i).put(point.classWeights()[i]);
            }
            truncation.set(point.truncation());
            if (settle) {
                all().forEach(LatentSlider::settle);
                homeTruncation = truncation.get();
            }
        });
    }

    /** What is in the hand, dials and directions added up. */
    public LatentPoint point() {
        return new LatentPoint(latent(), LatentSliderFactory.classWeights(classes.get()), truncation.get());
    }

    private float[] latent() {
        return LatentSliderFactory.latent(dimensions.get(), directions.get());
    }

    private void remember(String kind) {
        undo.remember(new UndoKey("undo.latent", kind), this::wayBack);
    }

    /** The way back to how the dials stand now. */
    private Runnable wayBack() {
        List<LatentSlider> of = dimensions.get();
        List<LatentSlider> ways = directions.get();
        List<double[]> stood = all().map(
                        dial -> new double[] {dial.valueProperty().get(), dial.home()})
                .toList();
        double cut = truncation.get();
        double home = homeTruncation;
        LatentPoint before = point();
        return () -> {
            if (dimensions.get() == of && directions.get() == ways) {
                restore(stood, cut, home);
            } else if (dimensions.get().size() == before.latent().length) {
                put(before, false);
            }
        };
    }

    private void restore(List<double[]> stood, double cut, double home) {
        together(() -> {
            List<LatentSlider> dials = all().toList();
            for (int i = 0; i < dials.size(); i++) {
                dials.get(i).put(stood.get(i)[0]);
                dials.get(i).settle(stood.get(i)[1]);
            }
            homeTruncation = home;
            truncation.set(cut);
        });
    }

    // ---- Properties ----

    /** The latent's dimensions, codes last; a new list for another generator. */
    public ReadOnlyObjectProperty<List<LatentSlider>> dimensionsProperty() {
        return dimensions.getReadOnlyProperty();
    }

    /** Directions of this generator; empty until they are found. */
    public ReadOnlyObjectProperty<List<LatentSlider>> directionsProperty() {
        return directions.getReadOnlyProperty();
    }

    /** Classes; empty where there are none. */
    public ReadOnlyObjectProperty<List<LatentSlider>> classesProperty() {
        return classes.getReadOnlyProperty();
    }

    /** What the latent is multiplied by, 0 to 1.5; change it through {@link #truncate}. */
    public DoubleProperty truncationProperty() {
        return truncation;
    }

    /** Whether anything stands elsewhere than reset would put it. */
    public ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    // ---- Commands ----

    /** Turns a dial, unless it is locked. */
    public void set(LatentSlider dial, double value) {
        if (!dial.lockedProperty().get() && dial.valueProperty().get() != value) {
            remember(dial.kind() + " " + dial.index());
            dial.put(value);
            touched();
        }
    }

    /** Several changes as one picture. */
    void together(Runnable changes) {
        busy++;
        try {
            changes.run();
        } finally {
            busy--;
        }
        touched();
    }

    public void resetOne(LatentSlider dial) {
        set(dial, dial.home());
    }

    public void truncate(double psi) {
        remember("truncation");
        truncation.set(psi);
    }

    /** Goes to a latent, which is where reset leads from now on. */
    public void open(LatentPoint point) {
        remember("open");
        put(point, true);
    }

    /** Goes to a latent on a way; reset leads back to where the way was entered. */
    void glide(LatentPoint point, String way) {
        remember(way);
        put(point, false);
    }

    /** All dials that are not locked back to where they were opened. */
    public void reset() {
        remember("reset");
        together(() -> {
            all().filter(dial -> !dial.lockedProperty().get()).forEach(dial -> dial.put(dial.home()));
            truncation.set(homeTruncation);
        });
    }

    /** Every dimension that is not locked to a new random place, z ~ N(0, 1). */
    public void randomise() {
        remember("random " + draws);
        RandomStream random = new RandomStream(++draws, RandomStream.Purpose.EXPLORE_LATENT, 1);
        together(() -> {
            for (LatentSlider dial : dimensions.get()) {
                double drawn = random.nextGaussian();
                if (!dial.lockedProperty().get()) {
                    dial.put((float) drawn);
                    dial.settle();
                }
            }
        });
    }

    /** Two classes, b by a share of 0 to 1. */
    public void blend(int a, int b, double share) {
        remember("blend");
        together(() -> {
            for (LatentSlider dial : classes.get()) {
                double weight = (dial.index() == a ? 1 - share : 0) + (dial.index() == b ? share : 0);
                dial.put((float) weight);
            }
        });
    }
}
