package org.ganvas.viewmodel.project;

import java.nio.file.Path;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
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

/** Which file the run belongs to, and whether anything of it is not on the disk. FX thread. */
public final class DocumentViewModel implements SnapshotListener {

    private static final long NOTHING = -1;

    private final ReadOnlyObjectWrapper<@Nullable Path> file = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper(false);
    private final StringBinding title = Bindings.createStringBinding(this::title, file, changed);

    private RunState state = RunState.EMPTY;
    private @Nullable RunInfo run;
    private long step;
    private long savedStep;
    private @Nullable GanSpec savedSpec;
    private boolean waived;
    private boolean bookmarksChanged;
    private long lastNotice;
    private @Nullable Expected expected;

    /**
     * A run that is on its way from a file.
     *
     * @param request how it is recognised
     * @param file the project it belongs to; null if it has none
     * @param saved whether all of it is in that file
     * @param then done as soon as it is there
     */
    record Expected(RunRequest request, @Nullable Path file, boolean saved, Runnable then) {}

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        RunInfo now = snapshot.run();
        SessionNotice notice = snapshot.notice();
        boolean complaint =
                notice != null && notice.kind() == SessionNotice.Kind.PROBLEM && notice.number() != lastNotice;
        if (complaint || state == RunState.LOADING && snapshot.state() != RunState.LOADING) {
            // What was asked for did not come, or it did: either way the answer given for it is used up.
            waived = false;
        }
        if (complaint) {
            expected = null;
        }
        lastNotice = notice == null ? 0 : notice.number();
        state = snapshot.state();
        if (now == null) {
            return;
        }
        boolean another = run == null || run.number() != now.number();
        run = now;
        step = snapshot.step();
        if (another) {
            begin(now);
        }
        update();
    }

    private void begin(RunInfo now) {
        Expected arrival = expected;
        waived = false;
        bookmarksChanged = false;
        savedSpec = now.spec();
        // A run that came from a file belongs to it; any other new run belongs to none yet. It may come in between: a
        // window that is started with a file is still loading its first preset when the file has been read.
        if (arrival != null && arrival.request().equals(now.request())) {
            expected = null;
            file.set(arrival.file());
            savedStep = arrival.saved() ? step : NOTHING;
            arrival.then().run();
        } else {
            file.set(null);
            savedStep = 0;
        }
    }

    private void update() {
        boolean all = step == savedStep && (run == null || run.spec().equals(savedSpec));
        changed.set(step > 0 && !all || bookmarksChanged);
    }

    /** The next run with this request comes from a file. */
    void expect(Expected arrival) {
        expected = arrival;
    }

    /** What is kept of the latent space is not what the file holds. */
    public void bookmarksChanged() {
        bookmarksChanged = true;
        update();
    }

    /** Everything up to the capture is in this file now. */
    void saved(RunCapture capture, Path target) {
        if (isCurrentRun(capture)) {
            file.set(target);
            savedStep = capture.state().step();
            savedSpec = capture.info().spec();
            bookmarksChanged = false;
            update();
        }
    }

    /** Whether a capture is of the run that is on the desk. */
    boolean isCurrentRun(RunCapture capture) {
        return run != null && capture.info().number() == run.number();
    }

    /** The person has decided about what is unsaved: they are not asked again until something comes of it. */
    void skipNextQuestion() {
        waived = true;
    }

    /** What was decided did not work out. */
    void askAgain() {
        waived = false;
    }

    /** Whether leaving this run would lose work that nobody decided about. */
    boolean mustAsk() {
        return changed.get() && !waived;
    }

    boolean hasFailed() {
        return state == RunState.FAILED;
    }

    long step() {
        return step;
    }

    public void relocalize() {
        title.invalidate();
    }

    /** What of the run is not in its file, in words. */
    String unsavedText() {
        return savedStep > 0
                ? Messages.text("project.unsaved.since", NumberFormats.count(savedStep))
                : Messages.text("project.unsaved.all");
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

    /** The file this run was opened from or saved to; null if there is none yet. */
    public ReadOnlyObjectProperty<@Nullable Path> fileProperty() {
        return file.getReadOnlyProperty();
    }

    /** Whether trained steps or live changes are not in the file. */
    public ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /** What the window is called: the file's name, with a dot while it is changed. */
    public StringBinding titleProperty() {
        return title;
    }
}
