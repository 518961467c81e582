package org.ganvas.viewmodel.window;

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
 * Notices of the session and of the window: remarks as a toast for five seconds, problems as a banner until it is
 * dismissed. FX thread.
 */
public final class NoticesViewModel implements SnapshotListener, FrameListener {

    private static final long TOAST_NANOS = 5_000_000_000L;

    /** The report of a session failure and its notice arrive independently, in either order, within this time. */
    private static final long ATTACHED_NANOS = 1_000_000_000L;

    private final ReadOnlyStringWrapper toast = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable NoticeAction> action = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<FailureLog.@Nullable Report> failureReport = new ReadOnlyObjectWrapper<>();
    private final NoticeHistory history = new NoticeHistory();
    private final FailureLog failures;
    private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper(false);
    private long shownNumber = Long.MIN_VALUE;
    private Supplier<String> problemText = problem::get;
    private long now;
    private long toastEnd;
    private long attachedAt;

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

    private void show(SessionNotice notice) {
        Message message = notice.message();
        if (notice.kind() == SessionNotice.Kind.PROBLEM) {
            action.set(null);
            if (now - attachedAt > ATTACHED_NANOS) {
                failureReport.set(null);
            }
            setProblem(() -> Messages.text(message));
        } else {
            showRemark(Messages.text(message));
        }
    }

    private void setProblem(Supplier<String> text) {
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
        if (!toast.get().isEmpty() && now - toastEnd > 0) {
            toast.set("");
        }
    }

    // ---- Properties ----

    /** Current remark; empty when there is none. */
    public ReadOnlyStringProperty toastProperty() {
        return toast.getReadOnlyProperty();
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
        failureReport.set(null);
    }

    /** Shows a remark for five seconds. */
    public void showRemark(String text) {
        toast.set(text);
        toastEnd = now + TOAST_NANOS;
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
