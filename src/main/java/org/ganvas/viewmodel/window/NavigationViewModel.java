package org.ganvas.viewmodel.window;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.RunInfo;
import org.ganvas.viewmodel.support.SnapshotListener;

/**
 * Navigation between the screens. When another run is loaded that the shown screen does not fit, the Train screen, which
 * fits every run, takes its place; a screen that the user opens for a run that it does not fit stays and says why. FX
 * thread.
 */
public final class NavigationViewModel implements SnapshotListener {

    private final ReadOnlyObjectWrapper<AppScreen> shown = new ReadOnlyObjectWrapper<>(AppScreen.TRAIN);
    private final Map<AppScreen, ObservableValue<String>> reasons = new EnumMap<>(AppScreen.class);
    private int run = -1;

    /**
     * Sets why a screen does not fit the run.
     *
     * @param reason empty where it does; it must have followed a snapshot before this is told of it
     */
    public void setReason(AppScreen screen, ObservableValue<String> reason) {
        reasons.put(screen, reason);
    }

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        RunInfo loaded = snapshot.run();
        if (loaded == null || loaded.number() == run) {
            return;
        }
        boolean another = run >= 0;
        run = loaded.number();
        ObservableValue<String> reason = reasons.get(shown.get());
        if (another && reason != null && !reason.getValue().isEmpty()) {
            show(AppScreen.TRAIN);
        }
    }

    // ---- Properties ----

    public ReadOnlyObjectProperty<AppScreen> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    // ---- Commands ----

    public void show(AppScreen screen) {
        shown.set(screen);
    }
}
