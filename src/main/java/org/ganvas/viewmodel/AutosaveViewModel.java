package org.ganvas.viewmodel;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.ganvas.project.ProjectException;
import org.ganvas.project.RecoveryFolder;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingDesk;
import org.ganvas.session.run.RunCapture;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a safety copy of what is not saved. The training thread only copies its arrays between two steps; checksums and
 * the disk are the executor's. FX thread.
 */
final class AutosaveViewModel {

    static final String SECONDS = "autosave.seconds";
    private static final long USUAL_SECONDS = 60;

    private final TrainingDesk desk;
    private final DocumentViewModel document;
    private final NoticesViewModel notices;
    private final Cabinet cabinet;
    private final Runnable saveElsewhere;
    private final Chores chores;
    private long interval;
    private long due = Long.MIN_VALUE;
    private long copiedStep = -1;
    private boolean failing;

    /**
     * @param saveElsewhere the way on when no safety copy can be written
     */
    AutosaveViewModel(
            TrainingDesk desk,
            DocumentViewModel document,
            NoticesViewModel notices,
            Cabinet cabinet,
            Runnable saveElsewhere) {
        this.desk = desk;
        this.document = document;
        this.notices = notices;
        this.cabinet = cabinet;
        this.saveElsewhere = saveElsewhere;
        chores = new Chores(cabinet.io(), notices::internal);
        interval = TimeUnit.SECONDS.toNanos(seconds(cabinet.preferences()));
    }

    /** Takes up another interval, counted from now. */
    void reread() {
        interval = TimeUnit.SECONDS.toNanos(seconds(cabinet.preferences()));
        due = Long.MIN_VALUE;
    }

    private static long seconds(Preferences preferences) {
        try {
            long seconds = Long.parseLong(preferences.get(SECONDS, Long.toString(USUAL_SECONDS)));
            return Math.max(0, Math.min(TimeUnit.DAYS.toSeconds(1), seconds));
        } catch (NumberFormatException unreadable) {
            return USUAL_SECONDS;
        }
    }

    void pulse(long nanos) {
        chores.pulse();
        if (due == Long.MIN_VALUE) {
            due = nanos + interval;
        } else if (interval > 0 && nanos - due >= 0) {
            due = nanos + interval;
            // A run whose numbers blew up must not push out the last sound copy.
            if (!document.hasFailed() && document.step() != copiedStep) {
                copy();
            }
        }
    }

    /** Keeps what is not saved now, before something that may go wrong. */
    void copy() {
        RecoveryFolder recovery = cabinet.recovery();
        if (recovery == null
                || !document.changedProperty().get()
                || chores.busyProperty().get()) {
            return;
        }
        Path home = document.fileProperty().get();
        copiedStep = document.step();
        CompletableFuture<RunCapture> captured = new CompletableFuture<>();
        desk.submit(new TrainingCommand.Capture(captured));
        chores.await(captured.thenApplyAsync(capture -> write(recovery, capture, home), cabinet.io()));
    }

    private Runnable write(RecoveryFolder recovery, RunCapture capture, @Nullable Path home) {
        try {
            recovery.save(capture, home);
        } catch (ProjectException e) {
            return () -> complain(e);
        }
        return () -> failing = false;
    }

    /** Once: a disk that is full stays so for a while, and the next minute brings nothing new. */
    private void complain(ProjectException e) {
        if (!failing) {
            failing = true;
            notices.report(
                    Said.here(e.getMessage()) + " " + document.unsaved(),
                    new Remedy(Messages.text("project.saveElsewhere"), saveElsewhere));
        }
    }
}
