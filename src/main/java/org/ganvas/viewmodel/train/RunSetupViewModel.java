package org.ganvas.viewmodel.train;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ganvas.data.DataPair;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.LatentPrior;
import org.ganvas.data.registry.DatasetPreview;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.data.transform.TranslationDataset;
import org.ganvas.engine.spec.Conditioning;
import org.ganvas.engine.spec.DomainSpec;
import org.ganvas.engine.spec.EncodingSpec;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.UnpairedTranslationSpec;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.engine.spec.setting.NetworkSettings;
import org.ganvas.engine.spec.setting.TrainingSettings;
import org.ganvas.engine.spec.training.LossSpec;
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
import org.ganvas.viewmodel.support.UndoKey;
import org.ganvas.viewmodel.support.UndoStack;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.text.DisplayNames;
import org.ganvas.viewmodel.text.Messages;
import org.jspecify.annotations.Nullable;

/**
 * Setup of a run: data, preset, batch size, seed. A choice loads a new run; if the session keeps the old one, the old
 * choice is shown again. FX thread.
 */
public final class RunSetupViewModel implements SnapshotListener {

    /** In place of a class: all images are normal. */
    public static final int ALL_NORMAL = -1;

    /** Batch sizes that can be chosen. */
    public static final List<Integer> BATCHES = List.of(8, 16, 32, 64, 128, 256);

    private static final Runnable NOTHING = () -> {};

    private final TrainingSession session;
    private final TransportViewModel transport;
    private final UserPrompts prompts;
    private final UndoStack undo;
    private final SetupChoices choices;
    private final DatasetPreviewLoader previews;
    private final SetupRemarks remarks;

    private final ObservableList<DatasetEntry> dataChoices = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable RunRequest> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable RunInfo> info = new ReadOnlyObjectWrapper<>();
    private final PresetProgressViewModel progress;
    private @Nullable PendingLoad pending;
    private Runnable waiting = NOTHING;
    private long lastNotice;
    private String latestData = DatasetEntry.DOODLES;
    private String otherData = DatasetEntry.DOODLES;

    /**
     * @param remarks receives remarks to the user
     */
    public RunSetupViewModel(
            TrainingSession session,
            TransportViewModel run,
            UserPrompts prompts,
            UndoStack undo,
            SetupChoices choices,
            DatasetPreviewLoader looks,
            Consumer<String> remarks) {
        this.session = session;
        this.transport = run;
        this.prompts = prompts;
        this.undo = undo;
        this.choices = choices;
        this.previews = looks;
        this.remarks = new SetupRemarks(remarks, this::nameOf);
        progress = new PresetProgressViewModel(choices.presets());
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
        progress.onSnapshot(snapshot);
        if (pending == null && loaded != null) {
            rememberData(loaded.request().dataId());
            shown.set(loaded.request());
            takeWaiting();
        }
    }

    /** Whether no run was asked for yet, of which a choice could change a part; it then waits, the last one of several. */
    private boolean waits(Runnable choice) {
        boolean first = shown.get() == null;
        if (first) {
            waiting = choice;
        }
        return first;
    }

    private void takeWaiting() {
        Runnable chosen = waiting;
        waiting = NOTHING;
        chosen.run();
    }

    /** Adds an opened folder to the choices, so that it has a name to show. */
    private void listFolder(RunInfo loaded) {
        String id = loaded.request().dataId();
        if (dataChoices.stream().noneMatch(entry -> entry.id().equals(id))) {
            String place = DataPair.parse(id)
                    .map(pair -> pair.builtIn() ? "" : pair.inputs() + TranslationDataset.BETWEEN + pair.outputs())
                    .orElse(id);
            dataChoices.add(new DatasetEntry(id, loaded.dataName(), place));
        }
    }

    /** Remembers the latest images and the latest points, to which a preset for the other kind returns. */
    private void rememberData(String id) {
        if (DatasetRegistry.isPointDataset(id) != DatasetRegistry.isPointDataset(latestData)) {
            otherData = latestData;
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

    /** How far the run is towards good results. */
    public PresetProgressViewModel progress() {
        return progress;
    }

    /** Whether the dataset comes with the program, and so has a description. */
    public boolean isBuiltIn(String dataId) {
        return choices.data().stream().anyMatch(entry -> entry.id().equals(dataId));
    }

    /** The requested run, or else the loaded one. */
    public ReadOnlyObjectProperty<@Nullable RunRequest> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The loaded run. */
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
        return request == null ? null : listed(request.dataId()).orElse(null);
    }

    private Optional<DatasetEntry> listed(String dataId) {
        return dataChoices.stream().filter(entry -> entry.id().equals(dataId)).findFirst();
    }

    /** Batch size of the shown run; null before the first. */
    public @Nullable Integer shownBatch() {
        RunRequest request = shown.get();
        return request == null ? null : TrainingSettings.BATCH.get(request.spec());
    }

    /** Distribution of the shown run's latents; null before the first and where they cannot be chosen. */
    public @Nullable LatentPrior shownPrior() {
        RunRequest request = shown.get();
        return request != null && NetworkSettings.PRIOR.appliesTo(request.spec())
                ? NetworkSettings.PRIOR.get(request.spec())
                : null;
    }

    /** Names of the classes of which one can be the normal one; empty where none can be chosen. */
    public List<String> normalClasses() {
        RunRequest request = shown.get();
        RunInfo loaded = info.get();
        boolean choosable = request != null
                && loaded != null
                && request.spec().game() instanceof EncodingSpec
                && loaded.request().dataId().equals(request.dataId());
        return choosable && loaded.classNames().size() > 1 ? loaded.classNames() : List.of();
    }

    /** Index of the class that is the normal one; {@link #ALL_NORMAL} where all images are. */
    public int shownNormal() {
        RunRequest request = shown.get();
        return request != null
                        && request.spec().game() instanceof EncodingSpec game
                        && game.normal() instanceof DomainSpec.OfClass one
                ? one.label()
                : ALL_NORMAL;
    }

    /** Loss of the shown run; the most common one before the first. */
    public LossSpec shownLoss() {
        RunRequest request = shown.get();
        return request == null ? LossSpec.NON_SATURATING : request.spec().loss();
    }

    // ---- Commands ----

    /** Loads the run that the window begins with, or what the user has chosen in the meantime. */
    public void loadFirst(RunRequest first) {
        submit(first, () -> {});
        takeWaiting();
    }

    /**
     * Loads a preset, with other data if it does not fit these. A remark tells the user where own images were left because
     * the preset needs labels that they do not have, or are read without their colours.
     */
    public void choosePreset(Preset preset) {
        RunRequest now = shown.get();
        if (!waits(() -> choosePreset(preset)) && now != null && !now.presetId().equals(preset.id())) {
            choosePreset(preset, now, data -> {});
        }
    }

    /**
     * The same for a preset that is chosen by an image of its results, so that it loads the preset that is there already with
     * the data of its name, and a remark tells the user where it learns own data instead.
     */
    public void chooseShowcased(Preset preset) {
        RunRequest now = shown.get();
        if (!waits(() -> chooseShowcased(preset)) && now != null) {
            choosePreset(preset, now, data -> remarks.onKept(preset, data));
        }
    }

    /**
     * @param done receives the data's id once the run is being loaded
     */
    private void choosePreset(Preset preset, RunRequest now, Consumer<String> done) {
        boolean own = PresetDataPairing.takesPairs(preset.spec())
                && DataPair.parse(now.dataId()).isEmpty()
                && !now.dataId().startsWith(DatasetEntry.BUILT_IN);
        if (own) {
            previews.load(
                    now.dataId(),
                    preview -> choosePreset(
                            preset,
                            now,
                            PresetDataPairing.pairsIn(preset.spec(), now.dataId(), preview)
                                    .orElseGet(() -> dataFor(preset, now)),
                            done));
        } else {
            choosePreset(preset, now, dataFor(preset, now), done);
        }
    }

    private String dataFor(Preset preset, RunRequest now) {
        return PresetDataPairing.dataFor(
                preset,
                PresetDataPairing.matches(preset.spec(), now.dataId())
                        ? now.dataId()
                        : PresetDataPairing.imagesOf(preset, now.dataId()).orElse(otherData));
    }

    private void choosePreset(Preset preset, RunRequest now, String data, Consumer<String> done) {
        if (now.presetId().equals(preset.id()) && now.dataId().equals(data)) {
            done.accept(data);
            return;
        }
        if (preset.spec().conditioning().usesLabels()) {
            previews.load(data, preview -> loadWithLabels(preset, data, preview, now.seed(), done));
            return;
        }
        RunRequest request =
                new RunRequest(preset.id(), PresetFinder.specFor(preset, classesOf(data)), data, now.seed());
        if (preset.spec().image().channels() == 1 && !data.startsWith(DatasetEntry.BUILT_IN)) {
            previews.load(
                    data,
                    preview -> submitWithUndo(request, () -> {
                        done.accept(data);
                        remarks.onColours(preset, data, preview);
                    }));
        } else {
            submitWithUndo(request, () -> done.accept(data));
        }
    }

    /** Loads a preset for so many classes with data of as many: these, or else its built-in ones. */
    private void loadWithLabels(
            Preset preset, String data, Optional<DatasetPreview> preview, long seed, Consumer<String> done) {
        boolean lacking =
                preview.map(seen -> seen.classes() != preset.spec().classes()).orElse(false);
        String used = lacking ? PresetDataPairing.builtInFor(preset, data) : data;
        submitWithUndo(new RunRequest(preset.id(), preset.spec(), used, seed), () -> {
            if (used.equals(data)) {
                done.accept(data);
                remarks.onColours(preset, data, preview);
            } else {
                remarks.onLabels(preset, data, used);
            }
        });
    }

    private String nameOf(String dataId) {
        return listed(dataId).map(DisplayNames::of).orElse(dataId);
    }

    /** Number of classes of the data if it is loaded; else 0. */
    private int classesOf(String dataId) {
        RunInfo loaded = info.get();
        boolean own = loaded != null
                && loaded.request().dataId().equals(dataId)
                && loaded.spec().conditioning() != Conditioning.INFORMATION;
        return own ? loaded.classNames().size() : 0;
    }

    /** Loads data, with another preset if this one does not fit them. */
    public void chooseData(String id) {
        RunRequest now = shown.get();
        if (!waits(() -> chooseData(id)) && now != null && !now.dataId().equals(id)) {
            if (DatasetRegistry.isPointDataset(id)) {
                Preset other = PresetDataPairing.matches(now.spec(), id) ? null : PresetDataPairing.presetFor(id);
                load(new RunRequest(
                        other == null ? now.presetId() : other.id(),
                        other == null ? now.spec() : other.spec(),
                        id,
                        now.seed()));
            } else {
                previews.load(id, preview -> load(PresetFinder.request(now, id, preview, presets())));
            }
        }
    }

    public void chooseBatch(int batch) {
        RunRequest now = shown.get();
        if (now != null && TrainingSettings.BATCH.get(now.spec()) != batch) {
            load(new RunRequest(
                    now.presetId(), TrainingSettings.BATCH.with(now.spec(), batch), now.dataId(), now.seed()));
        }
    }

    public void choosePrior(LatentPrior prior) {
        RunRequest now = shown.get();
        LatentPrior before = shownPrior();
        if (now != null && before != null && before != prior) {
            load(new RunRequest(
                    now.presetId(), NetworkSettings.PRIOR.with(now.spec(), prior), now.dataId(), now.seed()));
        }
    }

    /** Loads a run that learns the images of one class, or all. */
    public void chooseNormal(int label) {
        RunRequest now = shown.get();
        if (now != null && now.spec().game() instanceof EncodingSpec game && label != shownNormal()) {
            DomainSpec normal = label == ALL_NORMAL ? new DomainSpec.Whole() : new DomainSpec.OfClass(label);
            load(new RunRequest(
                    now.presetId(), now.spec().withGame(game.withNormal(normal)), now.dataId(), now.seed()));
        }
    }

    public void chooseSeed(long seed) {
        RunRequest now = shown.get();
        if (now != null && now.seed() != seed) {
            load(new RunRequest(now.presetId(), now.spec(), now.dataId(), seed));
        }
    }

    public void chooseFolder() {
        RunRequest now = shown.get();
        if (now != null && PresetDataPairing.takesPairs(now.spec())) {
            prompts.chooseFolder(Messages.text("data.inputs.title"), this::openFolder);
        } else {
            prompts.chooseFolder(this::openFolder);
        }
    }

    public void choosePoints() {
        prompts.choosePoints(this::openFolder);
    }

    /** Loads a folder of images or a file of points as the data. */
    public void openFolder(Path folder) {
        RunRequest now = shown.get();
        if (waits(() -> openFolder(folder))) {
            return;
        }
        if (now != null && PresetDataPairing.takesPairs(now.spec()) && Files.isDirectory(folder)) {
            openInputs(folder, now.spec());
        } else {
            chooseData(folder.toAbsolutePath().toString());
        }
    }

    /** Loads the pairs that a folder holds, or asks for the folder of the outputs. */
    private void openInputs(Path folder, GanSpec spec) {
        String id = folder.toAbsolutePath().toString();
        previews.load(
                id,
                preview -> PresetDataPairing.pairsIn(spec, id, preview)
                        .ifPresentOrElse(
                                this::chooseData,
                                () -> prompts.chooseOutputs(outputs -> openFolders(folder, outputs))));
    }

    /**
     * Loads two folders as the data of a translation: pairs of equal names, unless the preset needs none.
     *
     * @param inputs images that go in
     * @param outputs images that are to come out
     */
    public void openFolders(Path inputs, Path outputs) {
        RunRequest now = shown.get();
        boolean paired = now == null || !(now.spec().game() instanceof UnpairedTranslationSpec);
        chooseData(DataPair.of(
                        inputs.toAbsolutePath().toString(),
                        outputs.toAbsolutePath().toString(),
                        paired)
                .id());
    }

    /** Loads the data of the translation the other way round. */
    public void swapPair() {
        RunRequest now = shown.get();
        if (now != null) {
            DataPair.parse(now.dataId())
                    .ifPresent(pair -> chooseData(pair.reversed().id()));
        }
    }

    private void load(RunRequest request) {
        submitWithUndo(request, () -> {});
    }

    private void submitWithUndo(RunRequest request, Runnable done) {
        RunRequest before = shown.get();
        submit(request, () -> {
            done.run();
            if (before != null) {
                undo.pushAsking(
                        new UndoKey("undo.setup", request),
                        undone -> submit(before, undone),
                        redone -> submit(request, redone));
            }
        });
    }

    /** Loads a run, after a question about unsaved work; {@code done} is not called if the user cancels. */
    private void submit(RunRequest request, Runnable done) {
        if (Objects.equals(shown.get(), request)) {
            done.run();
            return;
        }
        transport.replaceRun("prompt.load", () -> {
            RunInfo now = info.get();
            pending = new PendingLoad(now == null ? -1 : now.number(), lastNotice);
            shown.set(request);
            session.submit(new TrainingCommand.Load(request));
            done.run();
        });
    }
}
