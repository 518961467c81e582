package org.ganvas.viewmodel.project;

import java.util.Optional;
import java.util.function.Consumer;
import org.ganvas.message.Message;
import org.ganvas.session.SessionNotice;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.DataChange;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunState;
import org.ganvas.viewmodel.support.FrameListener;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.window.NoticeAction;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.jspecify.annotations.Nullable;

/**
 * Data of a run from a file that is not what it was saved with. Where it cannot be read, the user chooses where it is now;
 * where it differs, also whether the run continues on it: until then it can be explored and exported, but not trained. FX
 * thread.
 */
public final class DataChangeViewModel implements SnapshotListener, FrameListener {

    private final DocumentViewModel document;
    private final NoticesViewModel notices;
    private final UserPrompts prompts;
    private @Nullable RunInfo unconfirmed;
    private @Nullable Message change;
    private @Nullable Opening changed;
    private @Nullable Opening awaited;
    private @Nullable Opening missing;
    private boolean loading;
    private long lastNotice;

    public DataChangeViewModel(DocumentViewModel document, NoticesViewModel notices, UserPrompts prompts) {
        this.document = document;
        this.notices = notices;
        this.prompts = prompts;
    }

    /**
     * A run whose file was read.
     *
     * @param saved as its file says
     * @param reopen opens it with the data of another id
     */
    record Opening(RunInfo saved, Consumer<String> reopen) {}

    /** Announces a run that is submitted to the session, so that its data is asked for if it cannot be read. */
    void opening(Opening run) {
        awaited = run;
        loading = false;
    }

    /**
     * Compares the data of a run that was opened.
     *
     * @param now as it was read
     */
    void opened(Opening run, RunInfo now) {
        Optional<Message> found = DataChange.between(run.saved(), now);
        awaited = null;
        changed = run;
        unconfirmed = found.isPresent() ? now : null;
        change = found.orElse(null);
        report();
    }

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        SessionNotice notice = snapshot.notice();
        boolean problem =
                notice != null && notice.kind() == SessionNotice.Kind.PROBLEM && notice.number() != lastNotice;
        lastNotice = notice == null ? 0 : notice.number();
        if (problem && notice != null) {
            missing = isAboutData(notice.message()) ? awaited : null;
            awaited = null;
        } else if (snapshot.state() == RunState.LOADING) {
            loading = true;
        } else if (loading && snapshot.state() == RunState.RUNNING) {
            // The load was cancelled, and the run before goes on.
            awaited = null;
        }
    }

    /** Whether data could not be read or does not fit the networks. */
    private static boolean isAboutData(Message message) {
        return message.key().startsWith("data.") || message.key().startsWith("engine.spec.data.");
    }

    @Override
    public void onFrame(long nanos) {
        Opening lost = missing;
        if (lost != null) {
            missing = null;
            String reason = notices.problemProperty().get();
            notices.report(reason, choose(lost));
            prompts.confirmHarmless(
                    Messages.text("project.data.missing.title"),
                    Messages.text("project.data.missing.detail", reason),
                    Messages.text("project.data.choose"),
                    () -> choosePlace(lost));
        }
    }

    /** Whether the current run may be trained; if its data has changed and nobody confirmed that, asks again. */
    public boolean mayTrain() {
        RunInfo open = unconfirmed;
        if (open == null || !document.isCurrentRun(open.number())) {
            return true;
        }
        report();
        return false;
    }

    private void report() {
        Message what = change;
        Opening run = changed;
        if (what != null && run != null) {
            notices.report(
                    Messages.text("project.data.changed", Messages.text(what)),
                    new NoticeAction(Messages.text("project.data.accept"), this::accept),
                    choose(run));
        }
    }

    private NoticeAction choose(Opening run) {
        return new NoticeAction(Messages.text("project.data.choose"), () -> choosePlace(run));
    }

    private void choosePlace(Opening run) {
        DataPlacePrompt.ask(prompts, run.saved().request().dataId(), id -> {
            notices.dismissProblem();
            run.reopen().accept(id);
        });
    }

    private void accept() {
        unconfirmed = null;
        change = null;
        notices.dismissProblem();
        notices.showRemark(Messages.text("project.data.accepted"));
    }
}
