package org.ganvas.viewmodel.project;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.ganvas.project.io.ProjectException;
import org.ganvas.project.recovery.RecoveryFolder;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.run.RunCapture;
import org.ganvas.viewmodel.support.AppServices;
import org.ganvas.viewmodel.support.FrameListener;
import org.ganvas.viewmodel.support.FrameTasks;
import org.ganvas.viewmodel.support.PreferenceStore;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.window.NoticeAction;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a safety copy of what is not saved. The training thread only copies its arrays between two steps; checksums and
 * the disk are the executor's. FX thread.
 */
public final class AutosaveViewModel implements FrameListener {

    public static final String SECONDS = "autosave.seconds";
    private static final long USUAL_SECONDS = 60;

    private final TrainingSession desk;
    private final DocumentViewModel document;
    private final NoticesViewModel notices;
    private final AppServices cabinet;
    private final Runnable saveElsewhere;
    private final FrameTasks chores;
    private long interval;
    private long due = Long.MIN_VALUE;
    private long copiedStep = -1;
    private boolean failing;

    /**
     * @param saveElsewhere the way on when no safety copy can be written
     */
    public AutosaveViewModel(
            TrainingSession desk,
            DocumentViewModel document,
            NoticesViewModel notices,
            AppServices cabinet,
            Runnable saveElsewhere) {
        this.desk = desk;
        this.document = document;
        this.notices = notices;
        this.cabinet = cabinet;
        this.saveElsewhere = saveElsewhere;
        chores = new FrameTasks(cabinet.io(), notices::reportInternalError);
        interval = TimeUnit.SECONDS.toNanos(seconds(cabinet.preferences()));
    }

    /** Takes up another interval, counted from now. */
    public void readInterval() {
        interval = TimeUnit.SECONDS.toNanos(seconds(cabinet.preferences()));
        due = Long.MIN_VALUE;
    }

    private static long seconds(PreferenceStore preferences) {
        try {
            long seconds = Long.parseLong(preferences.get(SECONDS, Long.toString(USUAL_SECONDS)));
            return Math.max(0, Math.min(TimeUnit.DAYS.toSeconds(1), seconds));
        } catch (NumberFormatException unreadable) {
            return USUAL_SECONDS;
        }
    }

    @Override
    public void onFrame(long nanos) {
        chores.runFinished();
        if (due == Long.MIN_VALUE) {
            due = nanos + interval;
        } else if (interval > 0 && nanos - due >= 0) {
            due = nanos + interval;
            // A run whose numbers blew up must not push out the last sound copy.
            if (!document.hasFailed() && document.step() != copiedStep) {
                saveCopy();
            }
        }
    }

    /** Keeps what is not saved now, before something that may go wrong. */
    public void saveCopy() {
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
            return () -> reportOnce(e);
        }
        return () -> failing = false;
    }

    /** Once: a disk that is full stays so for a while, and the next minute brings nothing new. */
    private void reportOnce(ProjectException e) {
        if (!failing) {
            failing = true;
            notices.report(
                    Messages.text(e.message()) + " " + document.unsavedText(),
                    new NoticeAction(Messages.text("project.saveElsewhere"), saveElsewhere));
        }
    }
}
