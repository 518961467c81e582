package org.ganvas.viewmodel.window;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import org.ganvas.data.ProgressListener;
import org.ganvas.project.io.ProjectException;
import org.ganvas.viewmodel.support.FrameTasks;
import org.ganvas.viewmodel.text.Messages;

/** Exports in the background with progress and cancel, and the notice of how each one ended. FX thread. */
public final class ExportTasks {

    private final NoticesViewModel notices;
    private final FrameTasks tasks;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(0);
    private Progress latest = new Progress();

    /** Writes a file. */
    @FunctionalInterface
    public interface Writer<T> {
        /**
         * Writes on the thread of exports.
         *
         * @param input what the export waited for
         * @param progress notified of every image; it also stops the export
         * @return the notice of success for the user
         * @throws CancellationException if the progress is cancelled
         */
        String write(T input, ProgressListener progress) throws ProjectException, IOException;
    }

    /** Reported by the thread of exports, read and cancelled on the FX thread. */
    private static final class Progress implements ProgressListener {

        private volatile double done;
        private volatile boolean cancelled;

        @Override
        public void report(double fraction) {
            done = fraction;
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }
    }

    /** @param films thread of exports, which take long: not the one that saves projects */
    public ExportTasks(Executor films, NoticesViewModel notices) {
        this.notices = notices;
        tasks = new FrameTasks(films, notices::reportInternalError);
    }

    /** Takes over progress and ends; once a frame. */
    public void onFrame() {
        tasks.runFinished();
        progress.set(latest.done);
    }

    /** Whether a file is being written. */
    public ReadOnlyBooleanProperty busyProperty() {
        return tasks.busyProperty();
    }

    /** Fraction that is written, 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Cancels the latest export; nothing of its file stays. */
    public void cancel() {
        latest.cancelled = true;
    }

    /** Writes a file as soon as the input is there. */
    public <T> void run(CompletableFuture<T> input, Path file, Writer<? super T> writer) {
        Progress begun = new Progress();
        latest = begun;
        tasks.runAfter(input, ready -> write(ready, file, writer, begun));
    }

    private <T> Runnable write(T input, Path file, Writer<? super T> writer, ProgressListener begun) {
        try {
            String done = writer.write(input, begun);
            return () -> notices.showSaved(done, file);
        } catch (CancellationException e) {
            return () -> notices.showRemark(Messages.text("film.stopped"));
        } catch (ProjectException e) {
            return () -> notices.report(Messages.text(e.message()));
        } catch (UncheckedIOException e) {
            IOException cause = e.getCause();
            return () -> notices.reportFailure(cause == null ? e : cause);
        } catch (IOException e) {
            return () -> notices.reportFailure(e);
        }
    }
}
