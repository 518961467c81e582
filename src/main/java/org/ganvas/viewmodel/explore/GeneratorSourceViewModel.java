package org.ganvas.viewmodel.explore;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
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

/** Whose generator is explored: the one in training, a moment that is held, or one from a file. FX thread. */
public final class GeneratorSourceViewModel {

    private final TrainingSession desk;
    private final UserPrompts prompts;
    private final NoticesViewModel notices;
    private final ProjectStore store;
    private final FrameTasks chores;
    private final ReadOnlyObjectWrapper<GeneratorSource> source =
            new ReadOnlyObjectWrapper<>(new GeneratorSource.Live());
    private final ReadOnlyObjectWrapper<@Nullable GanSpec> spec = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Checkpoint>> moments = new ReadOnlyObjectWrapper<>(List.of());
    private final BooleanProperty averaged = new SimpleBooleanProperty(true);
    private @Nullable RunInfo run;
    private final Runnable followed;
    private Object family = "";
    private volatile boolean training;

    /**
     * @param followed called when another generator is followed
     */
    GeneratorSourceViewModel(
            TrainingSession desk,
            UserPrompts prompts,
            NoticesViewModel notices,
            ProjectStore store,
            Executor io,
            Runnable followed) {
        this.followed = followed;
        this.desk = desk;
        this.prompts = prompts;
        this.notices = notices;
        this.store = store;
        chores = new FrameTasks(io, notices::reportInternalError);
    }

    void onSnapshot(TrainingSnapshot snapshot) {
        RunInfo now = snapshot.run();
        training = snapshot.state() == RunState.RUNNING;
        boolean another = now != null && (run == null || run.number() != now.number());
        run = now;
        if (another) {
            followLive();
        }
        List<Checkpoint> held = desk.history().checkpoints();
        if (held != moments.get()) {
            moments.set(held);
        }
    }

    void onFrame() {
        chores.runFinished();
    }

    private void follow(GeneratorSource next, Object newFamily) {
        family = newFamily;
        spec.set(next instanceof GeneratorSource.Frozen frozen ? frozen.spec() : run == null ? null : run.spec());
        source.set(next);
        followed.run();
    }

    /** The same for all moments of one run, whose latent space changes only little by little. */
    Object family() {
        return family;
    }

    private Object familyOfRun() {
        return run == null ? "" : run.number();
    }

    /** Whether training runs now; from any thread. */
    boolean training() {
        return training;
    }

    /** The run on the desk, whoever is explored. */
    @Nullable
    RunInfo run() {
        return run;
    }

    /** Names of the classes of whoever is explored. */
    List<String> classNames() {
        return source.get() instanceof GeneratorSource.Frozen frozen
                ? frozen.classNames()
                : run == null ? List.of() : run.classNames();
    }

    /** A copy to search with, as soon as training can spare it. */
    CompletableFuture<AnalyzedGenerator> searched() {
        boolean average = averaged.get();
        if (source.get() instanceof GeneratorSource.Frozen frozen) {
            return CompletableFuture.completedFuture(new AnalyzedGenerator(frozen.spec(), frozen.state(), average));
        }
        return captured().thenApply(capture -> {
            GeneratorSource.Frozen now = GeneratorSource.Frozen.of("", capture);
            return new AnalyzedGenerator(now.spec(), now.state(), average);
        });
    }

    private CompletableFuture<RunCapture> captured() {
        CompletableFuture<RunCapture> coming = new CompletableFuture<>();
        desk.submit(new TrainingCommand.Capture(coming));
        return coming;
    }

    // ---- Properties ----

    public ReadOnlyObjectProperty<GeneratorSource> sourceProperty() {
        return source.getReadOnlyProperty();
    }

    /** Networks of whoever is explored; null while there is no run. */
    public ReadOnlyObjectProperty<@Nullable GanSpec> specProperty() {
        return spec.getReadOnlyProperty();
    }

    /** Moments of the run; only complete ones can be explored. */
    public ReadOnlyObjectProperty<List<Checkpoint>> momentsProperty() {
        return moments.getReadOnlyProperty();
    }

    /** Whether the averaged weights draw, where there are such. */
    public BooleanProperty averagedProperty() {
        return averaged;
    }

    /** Whether a file is being read. */
    public ReadOnlyBooleanProperty busyProperty() {
        return chores.busyProperty();
    }

    // ---- Commands ----

    public void followLive() {
        follow(new GeneratorSource.Live(), familyOfRun());
    }

    /** Holds the generator as it is now. */
    public void hold() {
        if (run != null) {
            chores.runAfter(captured(), capture -> {
                String name = Messages.text(
                        "explore.source.step",
                        NumberFormats.count(capture.state().step()));
                GeneratorSource.Frozen frozen = GeneratorSource.Frozen.of(name, capture);
                return () -> follow(frozen, familyOfRun());
            });
        }
    }

    /** Holds a moment of the run. */
    public void hold(Checkpoint moment) {
        chores.run(() -> read(moment));
    }

    private Runnable read(Checkpoint moment) {
        try {
            RunCapture capture = desk.history().capture(moment);
            if (capture == null) {
                return () -> notices.report(Messages.text("explore.source.gone", NumberFormats.count(moment.step())));
            }
            String step = Messages.text("explore.source.step", NumberFormats.count(moment.step()));
            GeneratorSource.Frozen frozen =
                    GeneratorSource.Frozen.of(moment.isMarked() ? moment.mark() : step, capture);
            return () -> follow(frozen, familyOfRun());
        } catch (IOException e) {
            return () -> notices.reportFailure(e);
        }
    }

    /** Explores the generator of a project or of a Deeplearning4j model of choice; the run goes on as it is. */
    public void openFile() {
        prompts.chooseGenerator().ifPresent(this::openFile);
    }

    /** The same with a known file. */
    public void openFile(Path file) {
        RunRequest recipe = run == null
                ? new RunRequest(
                        PresetRegistry.FIRST,
                        PresetRegistry.get(PresetRegistry.FIRST).spec(),
                        "",
                        1)
                : run.request();
        chores.run(() -> read(file, recipe));
    }

    private Runnable read(Path file, RunRequest recipe) {
        try {
            GeneratorSource.Frozen frozen = GeneratorFileLoader.read(file, store, recipe);
            return () -> follow(frozen, frozen);
        } catch (ProjectException e) {
            return () -> notices.report(Messages.text(e.message()));
        }
    }
}
