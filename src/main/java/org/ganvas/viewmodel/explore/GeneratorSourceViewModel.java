package org.ganvas.viewmodel.explore;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.ganvas.data.PointTransform;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.explore.AnalyzedGenerator;
import org.ganvas.session.history.Checkpoint;
import org.ganvas.session.render.GeneratorSource;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.RunState;
import org.ganvas.viewmodel.support.FrameTasks;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.jspecify.annotations.Nullable;

/** The generator that is explored: the one in training, a checkpoint, or one from a file. FX thread. */
public final class GeneratorSourceViewModel {

    private final TrainingSession session;
    private final UserPrompts prompts;
    private final NoticesViewModel notices;
    private final ProjectStore store;
    private final FrameTasks tasks;
    private final ReadOnlyObjectWrapper<GeneratorSource> source =
            new ReadOnlyObjectWrapper<>(new GeneratorSource.Live());
    private final ReadOnlyObjectWrapper<@Nullable GanSpec> spec = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Checkpoint>> checkpoints = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper foreign = new ReadOnlyBooleanWrapper(false);
    private final BooleanProperty averaged = new SimpleBooleanProperty(true);
    private @Nullable RunInfo run;
    private final Runnable sourceChanged;
    private Object latentSpace = "";
    private volatile boolean isTraining;
    private long liveStep;

    /**
     * @param sourceChanged called when another generator is explored
     */
    GeneratorSourceViewModel(
            TrainingSession session,
            UserPrompts prompts,
            NoticesViewModel notices,
            ProjectStore store,
            Executor io,
            Runnable sourceChanged) {
        this.sourceChanged = sourceChanged;
        this.session = session;
        this.prompts = prompts;
        this.notices = notices;
        this.store = store;
        tasks = new FrameTasks(io, notices::reportInternalError);
    }

    void onSnapshot(TrainingSnapshot snapshot) {
        RunInfo now = snapshot.run();
        isTraining = snapshot.state() == RunState.RUNNING;
        liveStep = snapshot.step();
        boolean another = now != null && (run == null || run.number() != now.number());
        run = now;
        if (another) {
            followLive();
        }
        List<Checkpoint> held = session.history().checkpoints();
        if (held != checkpoints.get()) {
            checkpoints.set(held);
        }
    }

    void onFrame() {
        tasks.runFinished();
    }

    private void follow(GeneratorSource next, Object newLatentSpace) {
        latentSpace = newLatentSpace;
        foreign.set(newLatentSpace == next);
        spec.set(next instanceof GeneratorSource.Frozen frozen ? frozen.spec() : run == null ? null : run.spec());
        source.set(next);
        sourceChanged.run();
    }

    /** Equal for all checkpoints of one run, whose latent space changes little from step to step. */
    Object latentSpace() {
        return latentSpace;
    }

    private Object latentSpaceOfRun() {
        return run == null ? "" : run.number();
    }

    /** Whether the run is training; any thread. */
    boolean isTraining() {
        return isTraining;
    }

    /** Training step of the generator that is explored. */
    long step() {
        return source.get() instanceof GeneratorSource.Frozen frozen
                ? frozen.state().step()
                : liveStep;
    }

    /** The session's run, whatever is explored. */
    @Nullable
    RunInfo run() {
        return run;
    }

    /** Class names of the generator that is explored. */
    List<String> classNames() {
        return source.get() instanceof GeneratorSource.Frozen frozen
                ? frozen.classNames()
                : run == null ? List.of() : run.classNames();
    }

    /** Transform of the points of the generator that is explored; the identity for images. */
    public PointTransform pointTransform() {
        return source.get() instanceof GeneratorSource.Frozen frozen
                ? frozen.pointTransform()
                : run == null ? PointTransform.IDENTITY : run.pointTransform();
    }

    /** A copy of the generator that is explored, taken between two training steps. */
    CompletableFuture<AnalyzedGenerator> captureForAnalysis() {
        boolean useAverage = averaged.get();
        if (source.get() instanceof GeneratorSource.Frozen frozen) {
            return CompletableFuture.completedFuture(new AnalyzedGenerator(frozen.spec(), frozen.state(), useAverage));
        }
        return capture().thenApply(capture -> {
            GeneratorSource.Frozen now = GeneratorSource.Frozen.of("", capture);
            return new AnalyzedGenerator(now.spec(), now.state(), useAverage);
        });
    }

    private CompletableFuture<RunCapture> capture() {
        CompletableFuture<RunCapture> captured = new CompletableFuture<>();
        session.submit(new TrainingCommand.Capture(captured));
        return captured;
    }

    // ---- Properties ----

    public ReadOnlyObjectProperty<GeneratorSource> sourceProperty() {
        return source.getReadOnlyProperty();
    }

    /** The spec of the generator that is explored; null while there is no run. */
    public ReadOnlyObjectProperty<@Nullable GanSpec> specProperty() {
        return spec.getReadOnlyProperty();
    }

    /** Whether the generator is from a file, so that the data of the run is not its data. */
    public ReadOnlyBooleanProperty foreignProperty() {
        return foreign.getReadOnlyProperty();
    }

    /** Checkpoints of the run; only complete ones can be explored. */
    public ReadOnlyObjectProperty<List<Checkpoint>> checkpointsProperty() {
        return checkpoints.getReadOnlyProperty();
    }

    /** Whether the averaged weights render, if the run has them. */
    public BooleanProperty averagedProperty() {
        return averaged;
    }

    /** Whether a file is being read. */
    public ReadOnlyBooleanProperty busyProperty() {
        return tasks.busyProperty();
    }

    // ---- Commands ----

    public void followLive() {
        follow(new GeneratorSource.Live(), latentSpaceOfRun());
    }

    /** Explores a copy of the generator as it is now. */
    public void freeze() {
        if (run != null) {
            tasks.runAfter(capture(), capture -> {
                String name = Messages.text(
                        "explore.source.step",
                        NumberFormats.count(capture.state().step()));
                GeneratorSource.Frozen frozen = GeneratorSource.Frozen.of(name, capture);
                return () -> follow(frozen, latentSpaceOfRun());
            });
        }
    }

    /** Explores a checkpoint of the run. */
    public void freeze(Checkpoint checkpoint) {
        tasks.run(() -> read(checkpoint));
    }

    private Runnable read(Checkpoint checkpoint) {
        try {
            RunCapture capture = session.history().capture(checkpoint);
            if (capture == null) {
                return () ->
                        notices.report(Messages.text("explore.source.gone", NumberFormats.count(checkpoint.step())));
            }
            String step = Messages.text("explore.source.step", NumberFormats.count(checkpoint.step()));
            GeneratorSource.Frozen frozen =
                    GeneratorSource.Frozen.of(checkpoint.isMarked() ? checkpoint.mark() : step, capture);
            return () -> follow(frozen, latentSpaceOfRun());
        } catch (IOException e) {
            return () -> notices.reportFailure(e);
        }
    }

    /** Explores the generator of a project or a Deeplearning4j model that the user chooses; the run is not affected. */
    public void openFile() {
        prompts.chooseGenerator(this::openFile);
    }

    /** Explores the generator of a project or a Deeplearning4j model; the run is not affected. */
    public void openFile(Path file) {
        RunRequest setup = run == null
                ? new RunRequest(
                        PresetRegistry.FIRST,
                        PresetRegistry.get(PresetRegistry.FIRST).spec(),
                        "",
                        1)
                : run.request();
        tasks.run(() -> read(file, setup));
    }

    private Runnable read(Path file, RunRequest setup) {
        try {
            GeneratorSource.Frozen frozen = GeneratorFileLoader.read(file, store, setup);
            // It is a latent space of its own, by which it is known as foreign.
            return () -> follow(frozen, frozen);
        } catch (ProjectException e) {
            return () -> notices.report(Messages.text(e.message()));
        }
    }
}
