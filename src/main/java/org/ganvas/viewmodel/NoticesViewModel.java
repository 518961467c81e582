package org.ganvas.viewmodel;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.ganvas.session.Notice;
import org.ganvas.session.RunState;
import org.ganvas.session.TrainingSnapshot;

/** What the session has to say: passing remarks as a toast, problems as a banner that stays. FX thread. */
public final class NoticesViewModel {

    private static final long TOAST_NANOS = 5_000_000_000L;

    private final ReadOnlyStringWrapper toast = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper(false);
    private long shownNumber = Long.MIN_VALUE;
    private long now;
    private long toastUntil;

    void show(TrainingSnapshot snapshot) {
        Notice notice = snapshot.notice();
        if (notice != null && notice.number() != shownNumber) {
            shownNumber = notice.number();
            if (notice.kind() == Notice.Kind.PROBLEM) {
                problem.set(notice.text());
            } else {
                say(notice.text());
            }
        }
        boolean nowFailed = snapshot.state() == RunState.FAILED;
        if (nowFailed && !failed.get() && problem.get().isEmpty()) {
            problem.set(Messages.text("problem.failed"));
        }
        if (failed.get() && !nowFailed && snapshot.state() != RunState.CLOSED) {
            problem.set("");
        }
        failed.set(nowFailed);
    }

    void pulse(long nanos) {
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

    // ---- Commands ----

    public void dismissProblem() {
        problem.set("");
    }

    /** Says something in passing. */
    public void say(String text) {
        toast.set(text);
        toastUntil = now + TOAST_NANOS;
    }

    /** Shows a problem that arose in the window itself. */
    public void report(String text) {
        problem.set(text);
    }
}
