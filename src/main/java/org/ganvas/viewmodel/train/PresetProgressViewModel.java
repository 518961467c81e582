package org.ganvas.viewmodel.train;

import java.util.List;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.RunInfo;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;

/** How far a run is towards the training time after which its preset usually looks good. FX thread. */
public final class PresetProgressViewModel implements SnapshotListener {

    private static final double SECONDS_A_MINUTE = 60;

    private final List<Preset> presets;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper();

    public PresetProgressViewModel(List<Preset> presets) {
        this.presets = presets;
    }

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        RunInfo run = snapshot.run();
        double needed = run == null || run.spec().image().isPoint()
                ? 0
                : presets.stream()
                        .filter(preset -> preset.id().equals(run.request().presetId()))
                        .mapToDouble(preset -> SECONDS_A_MINUTE * preset.minutes())
                        .findFirst()
                        .orElse(0);
        double left = needed - snapshot.trainedSeconds();
        fraction.set(needed > 0 ? Math.min(1, snapshot.trainedSeconds() / needed) : 0);
        text.set(needed > 0 ? text(left) : "");
    }

    private static String text(double left) {
        if (left <= 0) {
            return Messages.text("preset.progress.now");
        }
        return left < SECONDS_A_MINUTE
                ? Messages.text("preset.progress.soon")
                : Messages.text("preset.progress.minutes", NumberFormats.count(Math.round(left / SECONDS_A_MINUTE)));
    }

    // ---- Properties ----

    /** Time left in words; empty where nothing is known of it. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** Share of the time, 0 to 1. */
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }
}
