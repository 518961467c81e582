package org.ganvas.viewmodel.window;

import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.ganvas.session.SessionNotice;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.RunState;
import org.ganvas.viewmodel.support.FailureLog;
import org.ganvas.viewmodel.support.FrameListener;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.ganvas.viewmodel.text.MessageTranslator;
import org.ganvas.viewmodel.text.Messages;
import org.jspecify.annotations.Nullable;

/** What the session has to say: passing remarks as a toast, problems as a banner that stays. FX thread. */
public final class NoticesViewModel implements SnapshotListener, FrameListener {

    private static final long TOAST_NANOS = 5_000_000_000L;

    /** A report and its notice come on two ways, in either order. */
    private static final long ATTACHED_NANOS = 1_000_000_000L;

    private final ReadOnlyStringWrapper toast = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable NoticeAction> remedy = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<FailureLog.@Nullable Report> failureReport = new ReadOnlyObjectWrapper<>();
    private final NoticeHistory history = new NoticeHistory();
    private final FailureLog failures;
    private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper(false);
    private long shownNumber = Long.MIN_VALUE;
    private Supplier<String> problemAgain = problem::get;
    private long now;
    private long toastUntil;
    private long attachedAt;

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
            if (notice.kind() == SessionNotice.Kind.PROBLEM) {
                remedy.set(null);
                if (now - attachedAt > ATTACHED_NANOS) {
                    failureReport.set(null);
                }
                setProblem(() -> MessageTranslator.here(notice.text()));
            } else {
                say(MessageTranslator.here(notice.text()));
            }
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

    private void setProblem(Supplier<String> says) {
        problemAgain = says;
        problem.set(says.get());
    }

    /** In the language that is spoken now, as far as it is known how. */
    public void sayAgain() {
        if (!problem.get().isEmpty()) {
            problem.set(problemAgain.get());
        }
    }

    @Override
    public void onFrame(long nanos) {
        now = nanos;
        if (!toast.get().isEmpty() && now - toastUntil > 0) {
            toast.set("");
        }
    }

    // ---- Properties ----

    /** A passing remark; empty when there is none. */
    public ReadOnlyStringProperty toastProperty() {
        return toast.getReadOnlyProperty();
    }

    /** A problem in words; empty when there is none. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether training has failed, so that the banner offers the way on. */
    public ReadOnlyBooleanProperty failedProperty() {
        return failed.getReadOnlyProperty();
    }

    /** The way on from the problem; null if it has none of its own. */
    public ReadOnlyObjectProperty<@Nullable NoticeAction> remedyProperty() {
        return remedy.getReadOnlyProperty();
    }

    /** The report of a failure of the program itself; null if the problem is none. */
    public ReadOnlyObjectProperty<FailureLog.@Nullable Report> failureReportProperty() {
        return failureReport.getReadOnlyProperty();
    }

    /** What was said last. Any thread. */
    public NoticeHistory history() {
        return history;
    }

    // ---- Commands ----

    public void dismissProblem() {
        problem.set("");
        remedy.set(null);
        failureReport.set(null);
    }

    /** Says something in passing. */
    public void say(String text) {
        toast.set(text);
        toastUntil = now + TOAST_NANOS;
    }

    /** Shows a problem that arose in the window itself. */
    public void report(String text) {
        dismissProblem();
        setProblem(() -> MessageTranslator.here(text));
    }

    /** Shows a problem with the way on. */
    public void report(String text, NoticeAction way) {
        report(text);
        remedy.set(way);
    }

    /** Shows a failure of the program itself and writes its report. */
    public void internal(Throwable failure) {
        internal(failure, failures.write(failure));
    }

    /** Shows a failure of the program itself whose report is written already. */
    public void internal(Throwable failure, FailureLog.@Nullable Report written) {
        String message = failure.getMessage();
        String kind = failure.getClass().getSimpleName();
        report(Messages.text("problem.internal", message == null || message.isBlank() ? kind : kind + ": " + message));
        failureReport.set(written);
    }

    /** A failure of the session, which says itself what it means for the run, has this report. */
    public void attach(FailureLog.@Nullable Report written) {
        failureReport.set(written);
        attachedAt = now;
    }

    /** Notes something that nobody has to see now. */
    public void note(String text) {
        history.add(text);
    }
}
