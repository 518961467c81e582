package org.ganvas.viewmodel.train;

import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.ganvas.engine.spec.LossSpec;
import org.ganvas.engine.spec.Player;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.history.Checkpoint;
import org.ganvas.session.inspect.InspectionRequest;
import org.ganvas.session.inspect.InspectionRequest.Pick;
import org.ganvas.session.inspect.InspectionResult;
import org.ganvas.session.inspect.NetworkInspector;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.support.FrameListener;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.jspecify.annotations.Nullable;

/** The look into both networks: asks only for what is open, and for nothing while all is closed. FX thread. */
public final class InspectionViewModel implements SnapshotListener, FrameListener {

    /** What can be looked at. */
    public enum Part {
        /** How D's verdicts are distributed. */
        VERDICTS,
        /** The real picture nearest to the one that was clicked. */
        NEIGHBOUR,
        /** Weights and activations by layer. */
        LAYERS,
        /** Feature maps of a layer. */
        MAPS
    }

    private final NetworkInspector desk;
    private final BooleanProperty open = new SimpleBooleanProperty(false);
    private final BooleanProperty verdicts = new SimpleBooleanProperty(false);
    private final BooleanProperty sorted = new SimpleBooleanProperty(false);
    private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.VERDICTS);
    private final ObjectProperty<Player> player = new SimpleObjectProperty<>(Player.DISCRIMINATOR);
    private final IntegerProperty layer = new SimpleIntegerProperty(0);
    private final ReadOnlyObjectWrapper<@Nullable InspectionResult> look = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Pick> pick = new ReadOnlyObjectWrapper<>(new Pick(true, 0));
    private final ReadOnlyBooleanWrapper points = new ReadOnlyBooleanWrapper(false);
    private LossSpec loss = LossSpec.NON_SATURATING;
    private int run = -1;
    private @Nullable Checkpoint moment;
    private boolean searchAgain;
    private long searchedStep;
    private final ReadOnlyIntegerWrapper search = new ReadOnlyIntegerWrapper(0);

    public InspectionViewModel(TrainingSession desk) {
        this.desk = desk.inside();
        open.addListener(property -> ask());
        verdicts.addListener(property -> ask());
        part.addListener(property -> ask());
        layer.addListener(property -> ask());
        player.addListener((property, old, now) -> {
            layer.set(0);
            ask();
        });
    }

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        RunInfo now = snapshot.run();
        if (now == null) {
            return;
        }
        loss = now.spec().loss();
        if (now.number() != run) {
            run = now.number();
            look.set(null);
            search.set(0);
            layer.set(0);
            pick.set(new Pick(true, 0));
            points.set(now.spec().image().isPoint());
            if (points.get() && part.get() != Part.VERDICTS && part.get() != Part.LAYERS) {
                part.set(Part.VERDICTS);
            }
            ask();
        }
    }

    /** Somebody looks at a moment; null for the present, which no look into the past may stand for. */
    public void lookAt(@Nullable Checkpoint now) {
        InspectionResult before = look.get();
        if (open.get() && part.get() == Part.NEIGHBOUR && search.get() > 0 && before != null) {
            searchAgain = true;
            searchedStep = before.step();
        }
        moment = now;
        if (now == null) {
            look.set(null);
        }
    }

    @Override
    public void onFrame(long nanos) {
        InspectionResult newest = desk.take();
        if (newest != null && newest.run() == run && active()) {
            look.set(newest);
            if (searchAgain && newest.step() != searchedStep) {
                searchAgain = false;
                // The picture at the same place, as it is at this moment.
                search.set(search.get() + 1);
                ask();
            }
        }
    }

    private boolean active() {
        return open.get() || verdicts.get();
    }

    private void ask() {
        if (!active()) {
            desk.request(null);
            look.set(null);
            return;
        }
        boolean maps = open.get() && part.get() == Part.MAPS;
        boolean layers = maps || open.get() && part.get() == Part.LAYERS;
        desk.request(new InspectionRequest(layers, player.get(), maps ? layer.get() : -1, pick.get(), search.get()));
    }

    // ---- Properties ----

    /** Whether the pane is open. */
    public BooleanProperty openProperty() {
        return open;
    }

    /** Whether a bar under each picture shows D's verdict. */
    public BooleanProperty verdictsProperty() {
        return verdicts;
    }

    /** Whether the most convincing pictures come first. */
    public BooleanProperty sortedProperty() {
        return sorted;
    }

    public ObjectProperty<Part> partProperty() {
        return part;
    }

    /** Whose layers are shown. */
    public ObjectProperty<Player> playerProperty() {
        return player;
    }

    /** Whose maps are shown, counted from 0. */
    public IntegerProperty layerProperty() {
        return layer;
    }

    /** The newest look; null while nothing is open, and before the first. */
    public ReadOnlyObjectProperty<@Nullable InspectionResult> lookProperty() {
        return look.getReadOnlyProperty();
    }

    /** The picture in question. */
    public ReadOnlyObjectProperty<Pick> pickProperty() {
        return pick.getReadOnlyProperty();
    }

    /** Number of the latest search for a nearest real picture; 0 before the first. */
    public ReadOnlyIntegerProperty searchProperty() {
        return search.getReadOnlyProperty();
    }

    /** Whether the run is about points, of which there are no pictures. */
    public ReadOnlyBooleanProperty pointsProperty() {
        return points.getReadOnlyProperty();
    }

    /**
     * The newest look, if it is of these pictures: in the present they are redrawn with it, a moment that is looked at
     * has verdicts only where both networks were kept.
     */
    public @Nullable InspectionResult lookOn(SampleGrid pictures, boolean generated) {
        InspectionResult newest = look.get();
        Checkpoint shown = moment;
        if (newest == null || shown == null) {
            return newest;
        }
        boolean same = newest.step() == shown.step() && (!generated || pictures.step() == shown.step());
        return same ? newest : null;
    }

    /** How D's logits are to be read. */
    public DiscriminatorScores verdictsOf(InspectionResult of) {
        return DiscriminatorScores.of(of, loss);
    }

    /** Places of pictures as they are shown: as they are, or sorted by verdict. */
    public int[] order(float[] logits) {
        return sorted.get()
                ? DiscriminatorScores.order(logits)
                : IntStream.range(0, logits.length).toArray();
    }

    // ---- Commands ----

    /** Takes a picture in question; its nearest real one is searched for if that is open. */
    public void pick(boolean generated, int index) {
        if (!open.get()) {
            return;
        }
        pick.set(new Pick(generated, index));
        if (part.get() == Part.NEIGHBOUR) {
            search.set(search.get() + 1);
        }
        ask();
    }
}
