package org.ganvas.viewmodel.project;

import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.session.SessionNotice;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.RunState;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.jspecify.annotations.Nullable;

/** File of the current run, and whether the run has changes that are not in it. FX thread. */
public final class DocumentViewModel implements SnapshotListener {

    /** Saved step of a run that was never saved. */
    private static final long NEVER = -1;

    /** Training that is done again sooner than a question about it is read. */
    private static final double BARELY_TRAINED_SECONDS = 10;

    private final ReadOnlyObjectWrapper<@Nullable Path> file = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyLongWrapper step = new ReadOnlyLongWrapper();
    private final StringBinding title = Bindings.createStringBinding(this::title, file, changed);

    private RunState state = RunState.EMPTY;
    private @Nullable RunInfo run;
    private long savedStep;
    private double trainedSeconds;
    private @Nullable GanSpec savedSpec;
    private boolean skipNextQuestion;
    private boolean bookmarksChanged;
    private long lastNotice;
    private @Nullable Expected expected;

    /**
     * A run that was read from a file and submitted to the session.
     *
     * @param request identifies the run in a snapshot, together with its step
     * @param step of the run in the file
     * @param file project of the run; null if it has none
     * @param saved whether the file holds all of the run
     * @param onLoaded receives the run as soon as it is in the session
     */
    record Expected(RunRequest request, long step, @Nullable Path file, boolean saved, Consumer<RunInfo> onLoaded) {

        static Expected of(RunCapture run, @Nullable Path file, boolean saved, Consumer<RunInfo> onLoaded) {
            return new Expected(run.info().request(), run.state().step(), file, saved, onLoaded);
        }
    }

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        RunInfo now = snapshot.run();
        SessionNotice notice = snapshot.notice();
        boolean newProblem =
                notice != null && notice.kind() == SessionNotice.Kind.PROBLEM && notice.number() != lastNotice;
        if (newProblem || state == RunState.LOADING && snapshot.state() != RunState.LOADING) {
            // The run was loaded or failed to load: in both cases the answer given for it is spent.
            skipNextQuestion = false;
        }
        if (newProblem) {
            expected = null;
        }
        lastNotice = notice == null ? 0 : notice.number();
        state = snapshot.state();
        if (now == null) {
            return;
        }
        boolean another = run == null || run.number() != now.number();
        run = now;
        step.set(snapshot.step());
        trainedSeconds = snapshot.trainedSeconds();
        if (another) {
            begin(now);
        }
        update();
    }

    private void begin(RunInfo now) {
        Expected arrival = expected;
        skipNextQuestion = false;
        bookmarksChanged = false;
        savedSpec = now.spec();
        // Request and step decide, not the order: a window that is started with a file is still loading its first
        // preset,
        // perhaps the same one, when the file has been read.
        if (arrival != null && arrival.request().equals(now.request()) && arrival.step() == step.get()) {
            expected = null;
            file.set(arrival.file());
            savedStep = arrival.saved() ? step.get() : NEVER;
            arrival.onLoaded().accept(now);
        } else {
            file.set(null);
            savedStep = 0;
        }
    }

    private void update() {
        boolean all = step.get() == savedStep && (run == null || run.spec().equals(savedSpec));
        changed.set(step.get() > 0 && !all || bookmarksChanged);
    }

    /** Announces that the next run with this request comes from a file. */
    void expect(Expected arrival) {
        expected = arrival;
    }

    /** Marks the bookmarks of the latent space as changed since the file was written. */
    public void bookmarksChanged() {
        bookmarksChanged = true;
        update();
    }

    /** Marks everything up to the capture as saved in a file. */
    void saved(RunCapture capture, Path target) {
        if (isCurrentRun(capture)) {
            file.set(target);
            savedStep = capture.state().step();
            savedSpec = capture.info().spec();
            bookmarksChanged = false;
            update();
        }
    }

    /** Whether a capture is of the current run. */
    boolean isCurrentRun(RunCapture capture) {
        return isCurrentRun(capture.info().number());
    }

    boolean isCurrentRun(int number) {
        return run != null && number == run.number();
    }

    /** Suppresses the question about unsaved work until the next run is loaded or fails to load: it was answered. */
    void skipNextQuestion() {
        skipNextQuestion = true;
    }

    /** Ends {@link #skipNextQuestion}: saving or opening failed. */
    void askAgain() {
        skipNextQuestion = false;
    }

    /** Whether the run began in this window a few seconds of training ago, with its settings and bookmarks as they were. */
    boolean isBarelyTrained() {
        return savedStep == 0
                && file.get() == null
                && trainedSeconds < BARELY_TRAINED_SECONDS
                && !bookmarksChanged
                && (run == null || run.spec().equals(savedSpec));
    }

    /** Whether unsaved work would be lost without a question. */
    boolean mustAsk() {
        return changed.get() && !skipNextQuestion;
    }

    boolean hasFailed() {
        return state == RunState.FAILED;
    }

    long step() {
        return step.get();
    }

    /** Formats the title again after a change of the language. */
    public void relocalize() {
        title.invalidate();
    }

    /** Sentence about what is not in the file. */
    String unsavedText() {
        if (savedStep <= 0) {
            return Messages.text(file.get() == null ? "project.unsaved.all" : "project.unsaved.other");
        }
        return savedStep == step.get()
                ? Messages.text("project.unsaved.besides")
                : Messages.text("project.unsaved.since", NumberFormats.count(savedStep));
    }

    /** Sentences about the step that the run is at, which it leaves while it trains, and about what is not in the file. */
    StringBinding unsavedDetail() {
        return Bindings.createStringBinding(
                () -> Messages.text("prompt.unsaved.detail", NumberFormats.count(step.get()), unsavedText()), step);
    }

    private String title() {
        Path known = file.get();
        if (known == null && !changed.get()) {
            return Messages.text("app.title");
        }
        String name = known == null ? Messages.text("project.untitled") : String.valueOf(known.getFileName());
        return Objects.requireNonNull(Messages.text(changed.get() ? "app.title.changed" : "app.title.saved", name));
    }

    // ---- Properties ----

    /** File that the run was opened from or saved to; null if there is none. */
    public ReadOnlyObjectProperty<@Nullable Path> fileProperty() {
        return file.getReadOnlyProperty();
    }

    /** Whether steps, changed settings or bookmarks are not in the file. */
    public ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /** Title of the window: the file's name, with a dot while it has unsaved changes. */
    public StringBinding titleProperty() {
        return title;
    }
}
