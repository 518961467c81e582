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
import org.ganvas.engine.spec.EncodingSpec;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.history.Checkpoint;
import org.ganvas.session.inspect.InspectionRequest;
import org.ganvas.session.inspect.InspectionRequest.Selection;
import org.ganvas.session.inspect.InspectionResult;
import org.ganvas.session.inspect.NetworkInspector;
import org.ganvas.session.inspect.PointFieldRequest;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.support.FrameListener;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.jspecify.annotations.Nullable;

/** Inspection of all networks; requests only what is visible, and nothing while all is closed. FX thread. */
public final class InspectionViewModel implements SnapshotListener, FrameListener {

    /** Parts of the pane. */
    public enum Part {
        /** Histograms of D's scores. */
        SCORES,
        /** The real image nearest to the selected one. */
        NEAREST,
        /** Weights and activations by layer. */
        LAYERS,
        /** Feature maps of a layer. */
        MAPS,
        /** Images as D sees them. */
        INPUTS
    }

    private final NetworkInspector inspector;
    private final BooleanProperty open = new SimpleBooleanProperty(false);
    private final BooleanProperty scores = new SimpleBooleanProperty(false);
    private final BooleanProperty sorted = new SimpleBooleanProperty(false);
    private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.SCORES);
    private final ObjectProperty<Player> player = new SimpleObjectProperty<>(Player.DISCRIMINATOR);
    private final IntegerProperty layer = new SimpleIntegerProperty(0);
    private final ObjectProperty<@Nullable PointFieldRequest> field = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable InspectionResult> result = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Selection> pick = new ReadOnlyObjectWrapper<>(new Selection(true, 0));
    private final ReadOnlyBooleanWrapper points = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper encodes = new ReadOnlyBooleanWrapper(false);
    private LossSpec loss = LossSpec.NON_SATURATING;
    private int run = -1;
    private @Nullable Checkpoint checkpoint;
    private boolean repeatSearch;
    private long searchedStep;
    private final ReadOnlyIntegerWrapper search = new ReadOnlyIntegerWrapper(0);

    public InspectionViewModel(TrainingSession session) {
        this.inspector = session.inspector();
        open.addListener(property -> request());
        scores.addListener(property -> request());
        field.addListener(property -> request());
        part.addListener(property -> request());
        layer.addListener(property -> request());
        player.addListener((property, old, now) -> {
            layer.set(0);
            request();
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
            result.set(null);
            search.set(0);
            layer.set(0);
            pick.set(new Selection(true, 0));
            points.set(now.spec().image().isPoint());
            encodes.set(now.spec().game() instanceof EncodingSpec);
            if (!encodes.get() && player.get() == Player.ENCODER) {
                player.set(Player.DISCRIMINATOR);
            }
            if (points.get() && part.get() != Part.SCORES && part.get() != Part.LAYERS) {
                part.set(Part.SCORES);
            }
            request();
        }
    }

    /** Shows a checkpoint; null for the present, for which results of a checkpoint do not count. */
    public void selectCheckpoint(@Nullable Checkpoint now) {
        InspectionResult before = result.get();
        if (open.get() && part.get() == Part.NEAREST && search.get() > 0 && before != null) {
            repeatSearch = true;
            searchedStep = before.step();
        }
        checkpoint = now;
        if (now == null) {
            result.set(null);
            // The worker answers of itself only if it had looked into the past, which it has not of every checkpoint.
            request();
        }
    }

    @Override
    public void onFrame(long nanos) {
        InspectionResult newest = inspector.takeResult();
        if (newest != null && newest.run() == run && active()) {
            result.set(newest);
            if (repeatSearch && newest.step() != searchedStep) {
                repeatSearch = false;
                // The image at the same place, as it is at this checkpoint.
                search.set(search.get() + 1);
                request();
            }
        }
    }

    private boolean active() {
        return open.get() || scores.get() || field.get() != null;
    }

    private void request() {
        if (!active()) {
            inspector.request(null);
            result.set(null);
            return;
        }
        boolean maps = open.get() && part.get() == Part.MAPS;
        boolean layers = maps || open.get() && part.get() == Part.LAYERS;
        inspector.request(new InspectionRequest(
                layers,
                open.get() && part.get() == Part.INPUTS,
                player.get(),
                maps ? layer.get() : -1,
                pick.get(),
                search.get(),
                field.get()));
    }

    // ---- Properties ----

    /** Whether the pane is open. */
    public BooleanProperty openProperty() {
        return open;
    }

    /** Whether a bar under each image shows D's score. */
    public BooleanProperty scoresProperty() {
        return scores;
    }

    /** Whether images are sorted by score, the highest first. */
    public BooleanProperty sortedProperty() {
        return sorted;
    }

    public ObjectProperty<Part> partProperty() {
        return part;
    }

    /** Network whose layers are shown. */
    public ObjectProperty<Player> playerProperty() {
        return player;
    }

    /** Layer whose feature maps are shown, counted from 0. */
    public IntegerProperty layerProperty() {
        return layer;
    }

    /** Field of D that is requested beside the pane; null for none. */
    ObjectProperty<@Nullable PointFieldRequest> fieldProperty() {
        return field;
    }

    /** Newest result; null while nothing is open, and before the first. */
    public ReadOnlyObjectProperty<@Nullable InspectionResult> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** The selected image. */
    public ReadOnlyObjectProperty<Selection> pickProperty() {
        return pick.getReadOnlyProperty();
    }

    /** Number of the latest search for a nearest real image; 0 before the first. */
    public ReadOnlyIntegerProperty searchProperty() {
        return search.getReadOnlyProperty();
    }

    /** Whether the samples of the run are 2-D points and not images. */
    public ReadOnlyBooleanProperty pointsProperty() {
        return points.getReadOnlyProperty();
    }

    /** Whether the run has an encoder, whose layers can be inspected too. */
    public ReadOnlyBooleanProperty encodesProperty() {
        return encodes.getReadOnlyProperty();
    }

    /**
     * Newest result if it belongs to these images: at present they are rendered with it, and a checkpoint has scores only
     * where it has both networks.
     */
    @Nullable
    InspectionResult resultFor(SampleGrid images, boolean generated) {
        InspectionResult newest = result.get();
        Checkpoint shown = checkpoint;
        if (newest == null || shown == null) {
            return newest;
        }
        boolean same = newest.step() == shown.step() && (!generated || images.step() == shown.step());
        return same ? newest : null;
    }

    /** Scale of the scores of a result. */
    public DiscriminatorScores scoresOf(InspectionResult of) {
        return DiscriminatorScores.of(of, loss);
    }

    /** Indices of images in their shown order: unchanged, or sorted by score. */
    public int[] order(float[] logits) {
        return sorted.get()
                ? DiscriminatorScores.order(logits)
                : IntStream.range(0, logits.length).toArray();
    }

    // ---- Commands ----

    /** Selects an image; its nearest real image is searched for if that part is open. */
    public void pick(boolean generated, int index) {
        if (!open.get()) {
            return;
        }
        pick.set(new Selection(generated, index));
        if (part.get() == Part.NEAREST) {
            search.set(search.get() + 1);
        }
        request();
    }
}
