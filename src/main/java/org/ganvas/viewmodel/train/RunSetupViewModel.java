package org.ganvas.viewmodel.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.session.SessionNotice;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.preset.PresetDataPairing;
import org.ganvas.session.preset.PresetFinder;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunRequest;
import org.ganvas.viewmodel.support.SetupChoices;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.ganvas.viewmodel.support.UndoStack;
import org.ganvas.viewmodel.support.UserPrompts;
import org.jspecify.annotations.Nullable;

/**
 * What a run is made from: data, preset, batch, seed. A choice loads a new run; if the session keeps the old one, the
 * old choice shows again. FX thread.
 */
public final class RunSetupViewModel implements SnapshotListener {

    private final TrainingSession desk;
    private final TransportViewModel run;
    private final UserPrompts prompts;
    private final UndoStack undo;
    private final SetupChoices choices;
    private final DatasetPreviewLoader looks;

    private final ObservableList<DatasetEntry> dataChoices = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable RunRequest> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable RunInfo> info = new ReadOnlyObjectWrapper<>();
    private @Nullable PendingLoad pending;
    private long lastNotice;
    private String latestData = DatasetEntry.DOODLES;
    private String lastOther = DatasetEntry.DOODLES;

    public RunSetupViewModel(
            TrainingSession desk,
            TransportViewModel run,
            UserPrompts prompts,
            UndoStack undo,
            SetupChoices choices,
            DatasetPreviewLoader looks) {
        this.desk = desk;
        this.run = run;
        this.prompts = prompts;
        this.undo = undo;
        this.choices = choices;
        this.looks = looks;
        dataChoices.setAll(choices.data());
    }

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        SessionNotice notice = snapshot.notice();
        RunInfo loaded = snapshot.run();
        if (pending != null && pending.answered(snapshot)) {
            pending = null;
        }
        lastNotice = notice == null ? 0 : notice.number();
        if (loaded != null) {
            listFolder(loaded);
        }
        info.set(loaded);
        if (pending == null && loaded != null) {
            rememberData(loaded.request().dataId());
            shown.set(loaded.request());
        }
    }

    /** A folder that was opened joins the list, so that the choice has a name to show. */
    private void listFolder(RunInfo loaded) {
        String id = loaded.request().dataId();
        if (dataChoices.stream().noneMatch(entry -> entry.id().equals(id))) {
            dataChoices.add(new DatasetEntry(id, loaded.dataName(), id));
        }
    }

    /** Back from points to pictures the person's own folder is wanted, and the other way round. */
    private void rememberData(String id) {
        if (DatasetRegistry.isPointDataset(id) != DatasetRegistry.isPointDataset(latestData)) {
            lastOther = latestData;
        }
        latestData = id;
    }

    // ---- Properties ----

    public List<Preset> presets() {
        return choices.presets();
    }

    public ObservableList<DatasetEntry> dataChoices() {
        return dataChoices;
    }

    /** Whether the data comes with the program, and so with a description of its own. */
    public boolean isBuiltIn(String dataId) {
        return choices.data().stream().anyMatch(entry -> entry.id().equals(dataId));
    }

    /** What was asked for last, or what runs. */
    public ReadOnlyObjectProperty<@Nullable RunRequest> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** What runs. */
    public ReadOnlyObjectProperty<@Nullable RunInfo> infoProperty() {
        return info.getReadOnlyProperty();
    }

    public @Nullable Preset shownPreset() {
        RunRequest request = shown.get();
        return request == null
                ? null
                : presets().stream()
                        .filter(preset -> preset.id().equals(request.presetId()))
                        .findFirst()
                        .orElse(null);
    }

    public @Nullable DatasetEntry shownData() {
        RunRequest request = shown.get();
        return request == null
                ? null
                : dataChoices.stream()
                        .filter(entry -> entry.id().equals(request.dataId()))
                        .findFirst()
                        .orElse(null);
    }

    // ---- Commands ----

    /** Takes a preset, and other data with it if it cannot learn from this. */
    public void choosePreset(Preset preset) {
        RunRequest now = shown.get();
        if (now != null && !now.presetId().equals(preset.id())) {
            String data = PresetDataPairing.dataFor(
                    preset, PresetDataPairing.matches(preset.spec(), now.dataId()) ? now.dataId() : lastOther);
            load(new RunRequest(preset.id(), preset.spec(), data, now.seed()));
        }
    }

    /** Takes data, and another preset with it if this one cannot learn from it. */
    public void chooseData(String id) {
        RunRequest now = shown.get();
        if (now != null && !now.dataId().equals(id)) {
            if (DatasetRegistry.isPointDataset(id)) {
                Preset other = PresetDataPairing.matches(now.spec(), id) ? null : PresetDataPairing.presetFor(id);
                load(new RunRequest(
                        other == null ? now.presetId() : other.id(),
                        other == null ? now.spec() : other.spec(),
                        id,
                        now.seed()));
            } else {
                looks.at(id, look -> load(PresetFinder.request(now, id, look, presets())));
            }
        }
    }

    public void chooseBatch(int batch) {
        RunRequest now = shown.get();
        if (now != null && now.spec().training().batch() != batch) {
            load(new RunRequest(
                    now.presetId(),
                    now.spec().withTraining(now.spec().training().withBatch(batch)),
                    now.dataId(),
                    now.seed()));
        }
    }

    public void chooseSeed(long seed) {
        RunRequest now = shown.get();
        if (now != null && now.seed() != seed) {
            load(new RunRequest(now.presetId(), now.spec(), now.dataId(), seed));
        }
    }

    public void chooseFolder() {
        prompts.chooseFolder().ifPresent(this::openFolder);
    }

    public void choosePoints() {
        prompts.choosePoints().ifPresent(this::openFolder);
    }

    /** Takes a folder of pictures, or a file of points, as the data. */
    public void openFolder(Path folder) {
        chooseData(folder.toAbsolutePath().toString());
    }

    private void load(RunRequest request) {
        RunRequest before = shown.get();
        if (submit(request) && before != null) {
            undo.push("recipe " + request, () -> submit(before), () -> submit(request));
        }
    }

    private boolean submit(RunRequest request) {
        if (Objects.equals(shown.get(), request)) {
            return true;
        }
        if (!run.mayLoseWork("prompt.load")) {
            return false;
        }
        RunInfo now = info.get();
        pending = new PendingLoad(now == null ? -1 : now.number(), lastNotice);
        shown.set(request);
        desk.submit(new TrainingCommand.Load(request));
        return true;
    }
}
