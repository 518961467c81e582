package org.ganvas.viewmodel.window;

import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.ganvas.message.HasMessage;
import org.ganvas.message.Message;
import org.ganvas.session.SessionNotice;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.RunState;
import org.ganvas.viewmodel.support.FailureLog;
import org.ganvas.viewmodel.support.FrameListener;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.ganvas.viewmodel.text.Messages;
import org.jspecify.annotations.Nullable;

/**
 * Notices of the session and of the window: remarks as a toast for some seconds, problems as a banner until it is
 * dismissed or what it is about is over. FX thread.
 */
public final class NoticesViewModel implements SnapshotListener, FrameListener {

    private static final long TOAST_NANOS = 5_000_000_000L;

    /** A remark with a button stays longer, so that the button can be reached. */
    private static final long SAVED_NANOS = 12_000_000_000L;

    /** A problem is read before it may be outdated. */
    private static final long PROBLEM_NANOS = 4_000_000_000L;

    /** The report of a session failure and its notice arrive independently, in either order, within this time. */
    private static final long ATTACHED_NANOS = 1_000_000_000L;

    private final ReadOnlyStringWrapper toast = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Path> savedFile = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable NoticeAction> action = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable NoticeAction> alternative = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<FailureLog.@Nullable Report> failureReport = new ReadOnlyObjectWrapper<>();
    private final NoticeHistory history = new NoticeHistory();
    private final FailureLog failures;
    private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper(false);
    private long shownNumber = Long.MIN_VALUE;
    private Supplier<String> problemText = problem::get;
    private long now;
    private long toastEnd;
    private long attachedAt;
    private boolean remarkKept;
    private boolean untilStart;
    private boolean resting;
    private boolean outdated;
    private long problemAt;
    private boolean loading;
    private int run = -1;

    /**
     * @param failures writes reports of failures of the program itself
     */
    public NoticesViewModel(FailureLog failures) {
        this.failures = failures;
        toast.addListener((property, old, text) -> history.add(text));
        problem.addListener((property, old, text) -> history.add(text));
    }

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        noticeAnotherRun(snapshot);
        noticeStart(snapshot.state());
        SessionNotice notice = snapshot.notice();
        if (notice != null && notice.number() != shownNumber) {
            shownNumber = notice.number();
            show(notice);
        }
        boolean nowFailed = snapshot.state() == RunState.FAILED;
        if (nowFailed && !failed.get() && problem.get().isEmpty()) {
            setProblem(() -> Messages.text("problem.failed"));
        }
        if (failed.get() && !nowFailed && snapshot.state() != RunState.CLOSED) {
            dismissProblem();
        }
        failed.set(nowFailed);
    }

    /** A problem of the run before, or of an attempt before, is outdated by the next one. */
    private void noticeAnotherRun(TrainingSnapshot snapshot) {
        boolean nowLoading = snapshot.state() == RunState.LOADING;
        int number = snapshot.run() == null ? run : snapshot.run().number();
        if (nowLoading && !loading || number != run) {
            outdated = true;
        }
        loading = nowLoading;
        run = number;
    }

    /** A remark on a run that rests is over when the run starts; at first it may not have come to rest. */
    private void noticeStart(RunState state) {
        if (untilStart && resting && state == RunState.RUNNING) {
            dismissRemark();
        }
        resting = state != RunState.RUNNING;
    }

    private void show(SessionNotice notice) {
        Message message = notice.message();
        if (notice.kind() == SessionNotice.Kind.PROBLEM) {
            action.set(null);
            alternative.set(null);
            if (now - attachedAt > ATTACHED_NANOS) {
                failureReport.set(null);
            }
            setProblem(() -> Messages.text(message));
        } else {
            showRemark(Messages.text(message));
        }
    }

    private void setProblem(Supplier<String> text) {
        outdated = false;
        problemAt = now;
        problemText = text;
        problem.set(text.get());
    }

    /** Formats the problem again after a change of the language, where its message is known. */
    public void relocalize() {
        if (!problem.get().isEmpty()) {
            problem.set(problemText.get());
        }
    }

    @Override
    public void onFrame(long nanos) {
        now = nanos;
        if (!toast.get().isEmpty() && now - toastEnd > 0 && !remarkKept) {
            dismissRemark();
        }
        if (outdated && now - problemAt > PROBLEM_NANOS && !problem.get().isEmpty()) {
            dismissProblem();
        }
    }

    // ---- Properties ----

    /** Current remark; empty when there is none. */
    public ReadOnlyStringProperty toastProperty() {
        return toast.getReadOnlyProperty();
    }

    /** File that the current remark is about; null if there is none. */
    public ReadOnlyObjectProperty<@Nullable Path> savedFileProperty() {
        return savedFile.getReadOnlyProperty();
    }

    /** Current problem; empty when there is none. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether training has failed, so that the banner offers to reset the run. */
    public ReadOnlyBooleanProperty failedProperty() {
        return failed.getReadOnlyProperty();
    }

    /** Action beside the problem; null if it has none. */
    public ReadOnlyObjectProperty<@Nullable NoticeAction> actionProperty() {
        return action.getReadOnlyProperty();
    }

    /** Another action beside the problem; null if it has none. */
    public ReadOnlyObjectProperty<@Nullable NoticeAction> alternativeProperty() {
        return alternative.getReadOnlyProperty();
    }

    /** Report on a failure of the program itself; null if the problem is of another kind. */
    public ReadOnlyObjectProperty<FailureLog.@Nullable Report> failureReportProperty() {
        return failureReport.getReadOnlyProperty();
    }

    /** Latest remarks and problems. Any thread. */
    public NoticeHistory history() {
        return history;
    }

    // ---- Commands ----

    /** Removes the problem, its action and its report. */
    public void dismissProblem() {
        problem.set("");
        action.set(null);
        alternative.set(null);
        failureReport.set(null);
    }

    /** Shows a remark for five seconds. */
    public void showRemark(String text) {
        untilStart = false;
        savedFile.set(null);
        toast.set(text);
        toastEnd = now + TOAST_NANOS;
    }

    /** Removes the problem of an attempt before this one, which succeeded; not one with a button or a report, or of a failed run. */
    public void attemptSucceeded() {
        if (action.get() == null && failureReport.get() == null && !failed.get()) {
            dismissProblem();
        }
    }

    /** Shows a remark that is true until training starts. */
    public void showRemarkUntilStart(String text) {
        showRemark(text);
        untilStart = true;
    }

    /** Shows a remark about a file that was written, with the offer to show it in its folder. */
    public void showSaved(String text, Path file) {
        attemptSucceeded();
        untilStart = false;
        savedFile.set(file);
        toast.set(text);
        toastEnd = now + SAVED_NANOS;
    }

    /** Removes the remark. */
    public void dismissRemark() {
        toast.set("");
        savedFile.set(null);
    }

    /** Keeps the remark while the pointer is over it. */
    public void keepRemark(boolean keep) {
        remarkKept = keep;
    }

    /** Removes a problem with saving, because it has succeeded since. */
    public void savingSucceeded() {
        NoticeAction offered = action.get();
        if (offered != null && offered.label().equals(Messages.text("project.saveElsewhere"))) {
            dismissProblem();
        }
    }

    /** Shows a problem until it is dismissed. */
    public void report(String text) {
        report(() -> text);
    }

    private void report(Supplier<String> text) {
        dismissProblem();
        setProblem(text);
    }

    /** Shows a problem with a button beside it. */
    public void report(String text, NoticeAction button) {
        report(text);
        action.set(button);
    }

    /** Shows a problem with two buttons beside it. */
    public void report(String text, NoticeAction button, NoticeAction other) {
        report(text, button);
        alternative.set(other);
    }

    /** Shows the message of a failure that was foreseen; any other is an internal error with a report. */
    public void reportFailure(Exception failure) {
        if (failure instanceof HasMessage foreseen) {
            report(() -> Messages.text(foreseen.message()));
        } else {
            reportInternalError(failure);
        }
    }

    /** Shows that the program itself failed and writes a report; only the report holds the details. */
    public void reportInternalError(Throwable failure) {
        reportInternalError(failures.write(failure));
    }

    /**
     * Shows that the program itself failed.
     *
     * @param written the report; null if none could be written
     */
    public void reportInternalError(FailureLog.@Nullable Report written) {
        report(() -> Messages.text("problem.internal"));
        failureReport.set(written);
    }

    /** Adds the report to a session failure, whose notice states the consequences for the run. */
    public void attachReport(FailureLog.@Nullable Report written) {
        failureReport.set(written);
        attachedAt = now;
    }

    /** Adds a line to the history without showing it. */
    public void addToHistory(String text) {
        history.add(text);
    }
}
