package org.ganvas.viewmodel.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.ganvas.data.DataException;
import org.ganvas.data.download.DatasetDownloader;
import org.ganvas.data.download.DownloadCatalog;
import org.ganvas.data.download.DownloadListener;
import org.ganvas.data.download.DownloadableDataset;
import org.ganvas.message.MessageBundles;
import org.ganvas.viewmodel.support.FrameListener;
import org.ganvas.viewmodel.support.FrameTasks;
import org.ganvas.viewmodel.support.PreferenceStore;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.window.NoticesViewModel;

/**
 * Data sets from the network: asked about first, brought by a thread of their own, opened when they are there. FX thread.
 */
public final class DownloadsViewModel implements FrameListener {

    /** Where downloaded data sets are kept. */
    public static final String FOLDER = "data.folder";

    /** The address of a set in place of the usual ones: this and the set's id. */
    public static final String ADDRESS = "download.";

    /** Brings a set; the real one is a {@link DatasetDownloader}. */
    interface Source {
        Path get(DownloadableDataset set, Path folder, DownloadListener watcher) throws DataException;
    }

    private final UserPrompts prompts;
    private final NoticesViewModel notices;
    private final PreferenceStore preferences;
    private final Consumer<Path> open;
    private final Source source;
    private final FrameTasks chores;
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(0);
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private volatile Status status = new Status("", 0, 1);
    private volatile boolean cancelled;

    /** How far a download is. */
    private record Status(String name, long done, long of) {}

    /**
     * @param worker runs a download, which takes minutes
     * @param open takes the folder of a set
     */
    DownloadsViewModel(
            UserPrompts prompts,
            NoticesViewModel notices,
            PreferenceStore preferences,
            Executor worker,
            Consumer<Path> open,
            Source source) {
        this.prompts = prompts;
        this.notices = notices;
        this.preferences = preferences;
        this.open = open;
        this.source = source;
        chores = new FrameTasks(worker, notices::reportInternalError);
    }

    /** The real one: a thread for each download, over the network. */
    public static DownloadsViewModel real(
            UserPrompts prompts, NoticesViewModel notices, PreferenceStore preferences, Consumer<Path> open) {
        return new DownloadsViewModel(
                prompts,
                notices,
                preferences,
                DownloadsViewModel::onThread,
                open,
                (set, folder, watcher) -> new DatasetDownloader().download(set, folder, watcher));
    }

    private static void onThread(Runnable work) {
        Thread thread = new Thread(work, "download");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void onFrame(long nanos) {
        chores.runFinished();
        if (busyProperty().get()) {
            Status now = status;
            fraction.set((double) now.done() / now.of());
            text.set(Messages.text(
                    cancelled ? "download.stopping" : "download.running",
                    now.name(),
                    megabytes(now.done()),
                    megabytes(now.of())));
        }
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / 1e6);
    }

    // ---- Properties ----

    public List<DownloadableDataset> sets() {
        return DownloadCatalog.all();
    }

    /** Whether a set is on this machine. */
    public boolean isHere(DownloadableDataset set) {
        return DatasetDownloader.isDownloaded(set, folder());
    }

    private Path folder() {
        return Path.of(preferences.get(FOLDER, "data"));
    }

    /** Whether one is under way. */
    public ReadOnlyBooleanProperty busyProperty() {
        return chores.busyProperty();
    }

    /** How far it is, 0 to 1. */
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    /** The same in words. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    // ---- Commands ----

    /** Opens a set that is there; else says what it is and, if the person wants it, brings and opens it. */
    public void get(DownloadableDataset usual) {
        Path folder = folder();
        if (DatasetDownloader.isDownloaded(usual, folder)) {
            open.accept(DatasetDownloader.targetFolder(usual, folder));
            return;
        }
        if (busyProperty().get()) {
            notices.showRemark(Messages.text("download.one"));
            return;
        }
        String address = preferences.get(ADDRESS + usual.id(), "");
        DownloadableDataset set = address.isBlank() ? usual : usual.withMirror(address);
        boolean wanted = prompts.confirmHarmless(
                Messages.text("download.ask", set.name()),
                Messages.text(
                        "download.ask.detail",
                        megabytes(set.bytes()),
                        set.mirrors().get(0),
                        set.licence(),
                        DatasetDownloader.targetFolder(set, folder)),
                Messages.text("download.go"));
        if (wanted) {
            start(set, folder);
        }
    }

    private void start(DownloadableDataset set, Path folder) {
        cancelled = false;
        status = new Status(set.name(), 0, set.bytes());
        chores.run(() -> bring(set, folder));
    }

    /** On the worker. */
    private Runnable bring(DownloadableDataset set, Path folder) {
        try {
            Path home = source.get(set, folder, new DownloadListener() {
                @Override
                public void onProgress(long done, long of) {
                    status = new Status(set.name(), done, of);
                }

                @Override
                public boolean isCancelled() {
                    return cancelled;
                }
            });
            return () -> {
                notices.showRemark(Messages.text("download.done", set.name()));
                open.accept(home);
            };
        } catch (DataException e) {
            return () -> notices.report(MessageBundles.text(e.message(), Messages.locale()));
        } catch (CancellationException e) {
            return () -> notices.showRemark(Messages.text("download.stopped", set.name()));
        }
    }

    /** Ends the one that is under way; what has come is kept. */
    public void cancel() {
        cancelled = true;
    }
}
