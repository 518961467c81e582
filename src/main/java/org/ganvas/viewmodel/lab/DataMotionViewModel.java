package org.ganvas.viewmodel.lab;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.GenerationSpec;
import org.ganvas.engine.spec.setting.GameSettings;
import org.ganvas.engine.spec.setting.Setting;
import org.ganvas.engine.spec.training.DataMotionSpec;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.ganvas.viewmodel.support.UndoKey;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.ganvas.viewmodel.train.LiveTuningViewModel;
import org.jspecify.annotations.Nullable;

/**
 * How the data of a run on 2-D points moves while it trains. A change leaves the data where it is, as far as it can. FX
 * thread.
 */
public final class DataMotionViewModel implements SnapshotListener {

    private static final String PREFIX = "lab.motion.";

    private final LiveTuningViewModel tuning;
    private final ReadOnlyObjectWrapper<DataMotionSpec> motion = new ReadOnlyObjectWrapper<>(DataMotionSpec.STILL);
    private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper("run.none.disabled");
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private long step;

    public DataMotionViewModel(LiveTuningViewModel tuning) {
        this.tuning = tuning;
        tuning.specProperty().addListener((property, old, now) -> show(now));
    }

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        step = snapshot.step();
    }

    private void show(@Nullable GanSpec spec) {
        motion.set(spec == null ? DataMotionSpec.STILL : spec.game().motion());
        if (spec == null) {
            obstacle.set("run.none.disabled");
        } else {
            obstacle.set(spec.image().isPoint() ? "" : PREFIX + "images.disabled");
        }
        sentence.set(sentence(motion.get()));
    }

    /** What a motion does; empty for none. */
    static String sentence(DataMotionSpec motion) {
        return motion.moves()
                ? Messages.text(
                        PREFIX + "sentence." + motion.kind(),
                        NumberFormats.count(motion.period()),
                        motion.kind() == DataMotionSpec.Kind.BREATHING
                                ? NumberFormats.value(Math.exp(motion.amplitude()))
                                : NumberFormats.setting(motion.amplitude()))
                : "";
    }

    // ---- Properties ----

    /** The motion of the run's data. */
    public ReadOnlyObjectProperty<DataMotionSpec> motionProperty() {
        return motion.getReadOnlyProperty();
    }

    /** Key of the reason why it cannot be set; empty where it can. */
    public ReadOnlyStringProperty obstacleProperty() {
        return obstacle.getReadOnlyProperty();
    }

    /** What the motion does; empty for none. */
    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    // ---- Commands ----

    public void setKind(DataMotionSpec.Kind kind) {
        set(GameSettings.MOTION, kind);
    }

    /** Sets the amplitude, or the nearest that there can be. */
    public void setAmplitude(double amplitude) {
        double rounded = Math.round(amplitude * 100) / 100.0;
        set(GameSettings.MOTION_AMPLITUDE, Math.max(0, Math.min(DataMotionSpec.MOST, rounded)));
    }

    /** Sets the steps of a round, or the nearest that there can be. */
    public void setPeriod(double steps) {
        set(GameSettings.MOTION_PERIOD, Math.max(1, Math.min(DataMotionSpec.LONGEST, Math.round(steps))));
    }

    private <T> void set(Setting<T> setting, T value) {
        if (obstacle.get().isEmpty()) {
            long now = step;
            tuning.change(UndoKey.of(setting), spec -> {
                GanSpec changed = setting.with(spec, value);
                DataMotionSpec placed =
                        changed.game().motion().continuing(spec.game().motion(), now);
                return changed.withGame(new GenerationSpec(changed.game().prior(), placed));
            });
        }
    }
}
