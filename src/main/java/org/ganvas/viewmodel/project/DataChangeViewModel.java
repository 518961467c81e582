package org.ganvas.viewmodel.project;

import java.util.Optional;
import org.ganvas.message.Message;
import org.ganvas.session.run.DataChange;
import org.ganvas.session.run.RunInfo;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.window.NoticeAction;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.jspecify.annotations.Nullable;

/**
 * Confirmation that a run continues on data that is not what it was saved with. Until then it can be explored and
 * exported, but not trained. FX thread.
 */
public final class DataChangeViewModel {

    private final DocumentViewModel document;
    private final NoticesViewModel notices;
    private @Nullable RunInfo unconfirmed;
    private @Nullable Message change;

    public DataChangeViewModel(DocumentViewModel document, NoticesViewModel notices) {
        this.document = document;
        this.notices = notices;
    }

    /**
     * Compares the data of a run that was opened.
     *
     * @param saved as its file says
     * @param now as it was read
     */
    void opened(RunInfo saved, RunInfo now) {
        Optional<Message> found = DataChange.between(saved, now);
        unconfirmed = found.isPresent() ? now : null;
        change = found.orElse(null);
        report();
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
        if (what != null) {
            notices.report(
                    Messages.text("project.data.changed", Messages.text(what)),
                    new NoticeAction(Messages.text("project.data.accept"), this::accept));
        }
    }

    private void accept() {
        unconfirmed = null;
        change = null;
        notices.dismissProblem();
        notices.showRemark(Messages.text("project.data.accepted"));
    }
}
