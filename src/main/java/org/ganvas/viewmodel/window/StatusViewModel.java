package org.ganvas.viewmodel.window;

import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.RunInfo;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.ganvas.viewmodel.text.DisplayNames;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.jspecify.annotations.Nullable;

/** Formatted values of the status bar. FX thread. */
public final class StatusViewModel implements SnapshotListener {

    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper step = new ReadOnlyStringWrapper(NumberFormats.NONE);
    private final ReadOnlyStringWrapper steps = new ReadOnlyStringWrapper(NumberFormats.NONE);
    private final ReadOnlyStringWrapper images = new ReadOnlyStringWrapper(NumberFormats.NONE);
    private final ReadOnlyBooleanWrapper points = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper elapsed = new ReadOnlyStringWrapper(NumberFormats.NONE);
    private final ReadOnlyStringWrapper memory = new ReadOnlyStringWrapper(NumberFormats.NONE);
    private final ReadOnlyStringWrapper data = new ReadOnlyStringWrapper("");

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        state.set(Messages.text("state." + snapshot.state().name().toLowerCase(Locale.ROOT)));
        step.set(NumberFormats.count(snapshot.step()));
        steps.set(NumberFormats.perSecond(snapshot.stepsPerSecond()));
        images.set(NumberFormats.perSecond(snapshot.imagesPerSecond()));
        points.set(snapshot.run() != null && snapshot.run().spec().image().isPoint());
        elapsed.set(NumberFormats.duration(snapshot.trainedSeconds()));
        memory.set(NumberFormats.bytes(snapshot.residentBytes()));
        data.set(dataOf(snapshot.run()));
    }

    private static String dataOf(@Nullable RunInfo run) {
        return run == null
                ? ""
                : Messages.text(
                        run.spec().image().isPoint() ? "status.data.points" : "status.data",
                        DisplayNames.ofData(run.dataName()),
                        NumberFormats.count(run.dataSize()),
                        Long.toString(run.request().seed()));
    }

    // ---- Properties ----

    /** State of the run in one word. */
    public ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty stepProperty() {
        return step.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty stepsPerSecondProperty() {
        return steps.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty imagesPerSecondProperty() {
        return images.getReadOnlyProperty();
    }

    /** Whether these are 2-D points. */
    public ReadOnlyBooleanProperty pointsProperty() {
        return points.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty elapsedProperty() {
        return elapsed.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty memoryProperty() {
        return memory.getReadOnlyProperty();
    }

    /** Name and size of the dataset, and the seed. */
    public ReadOnlyStringProperty dataProperty() {
        return data.getReadOnlyProperty();
    }
}
