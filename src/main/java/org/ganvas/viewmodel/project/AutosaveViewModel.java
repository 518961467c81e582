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
 * Copies of unsaved work at intervals, for recovery after a crash. The training thread only copies its arrays between two
 * steps; checksums and writing are the executor's work. FX thread.
 */
public final class AutosaveViewModel implements FrameListener {

    /** Preference: seconds between two copies; 0 for none. */
    public static final String SECONDS = "autosave.seconds";

    private static final long DEFAULT_SECONDS = 60;

    private final TrainingSession session;
    private final DocumentViewModel document;
    private final NoticesViewModel notices;
    private final AppServices services;
    private final Runnable saveElsewhere;
    private final FrameTasks tasks;
    private long interval;
    private long due = Long.MIN_VALUE;
    private long copiedStep = -1;
    private boolean failing;

    /**
     * @param saveElsewhere offered when no copy can be written
     */
    public AutosaveViewModel(
            TrainingSession session,
            DocumentViewModel document,
            NoticesViewModel notices,
            AppServices services,
            Runnable saveElsewhere) {
        this.session = session;
        this.document = document;
        this.notices = notices;
        this.services = services;
        this.saveElsewhere = saveElsewhere;
        tasks = new FrameTasks(services.io(), notices::reportInternalError);
        interval = TimeUnit.SECONDS.toNanos(seconds(services.preferences()));
    }

    /** Reads the interval from the preferences and starts it anew. */
    public void readInterval() {
        interval = TimeUnit.SECONDS.toNanos(seconds(services.preferences()));
        due = Long.MIN_VALUE;
    }

    private static long seconds(PreferenceStore preferences) {
        try {
            long seconds = Long.parseLong(preferences.get(SECONDS, Long.toString(DEFAULT_SECONDS)));
            return Math.max(0, Math.min(TimeUnit.DAYS.toSeconds(1), seconds));
        } catch (NumberFormatException unreadable) {
            return DEFAULT_SECONDS;
        }
    }

    @Override
    public void onFrame(long nanos) {
        tasks.runFinished();
        if (due == Long.MIN_VALUE) {
            due = nanos + interval;
        } else if (interval > 0 && nanos - due >= 0) {
            due = nanos + interval;
            // A run that diverged must not replace the last sound copy.
            if (!document.hasFailed() && document.step() != copiedStep) {
                saveCopy();
            }
        }
    }

    /** Writes a copy now if there is unsaved work and no copy is being written. */
    public void saveCopy() {
        RecoveryFolder recovery = services.recovery();
        if (recovery == null
                || !document.changedProperty().get()
                || tasks.busyProperty().get()) {
            return;
        }
        Path project = document.fileProperty().get();
        copiedStep = document.step();
        CompletableFuture<RunCapture> captured = new CompletableFuture<>();
        session.submit(new TrainingCommand.Capture(captured));
        tasks.await(captured.thenApplyAsync(capture -> write(recovery, capture, project), services.io()));
    }

    private Runnable write(RecoveryFolder recovery, RunCapture capture, @Nullable Path project) {
        try {
            recovery.save(capture, project);
        } catch (ProjectException e) {
            return () -> reportOnce(e);
        }
        return this::copied;
    }

    private void copied() {
        if (failing) {
            failing = false;
            notices.savingSucceeded();
        }
    }

    /** A full disk stays full for a while, so the same failure is not reported after each interval. */
    private void reportOnce(ProjectException e) {
        if (!failing) {
            failing = true;
            notices.report(
                    Messages.text(e.message()) + " " + document.unsavedText(),
                    new NoticeAction(Messages.text("project.saveElsewhere"), saveElsewhere));
        }
    }
}
