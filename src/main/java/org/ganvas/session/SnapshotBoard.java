package org.ganvas.session;

import java.util.function.UnaryOperator;
import org.ganvas.session.run.PictureGrid;
import org.jspecify.annotations.Nullable;

/**
 * The newest snapshot, changed piece by piece by the training and the explore thread and put into the mailbox after
 * each change.
 */
final class SnapshotBoard {

    private final Mailbox<TrainingSnapshot> mailbox = new Mailbox<>();
    private TrainingSnapshot current = TrainingSnapshot.EMPTY;
    private long notices;

    /** Changes the snapshot and shows it. */
    synchronized void update(UnaryOperator<TrainingSnapshot> change) {
        current = change.apply(current);
        mailbox.put(current);
    }

    /** Shows a sentence. */
    synchronized void notice(Notice.Kind kind, String text) {
        notices++;
        Notice notice = new Notice(notices, kind, text);
        update(now -> now.with(notice));
    }

    /** The grid as it was drawn last. */
    synchronized @Nullable PictureGrid drawn() {
        return current.generated();
    }

    @Nullable
    TrainingSnapshot take() {
        return mailbox.take();
    }
}
