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
import org.ganvas.session.background.DaemonThreads;
import org.ganvas.viewmodel.support.FrameListener;
import org.ganvas.viewmodel.support.FrameTasks;
import org.ganvas.viewmodel.support.PreferenceStore;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.window.NoticesViewModel;

/**
 * Downloads of datasets: the user is asked first, a thread downloads, and the dataset is opened at the end. FX thread.
 */
public final class DownloadsViewModel implements FrameListener {

    /** Preference key of the folder of downloaded datasets. */
    public static final String FOLDER = "data.folder";

    /** Start of the preference keys of download addresses; the dataset's id follows. */
    public static final String ADDRESS_PREFIX = "download.";

    /** Downloader; in production {@link DatasetDownloader}. */
    interface Source {
        Path get(DownloadableDataset set, Path folder, DownloadListener watcher) throws DataException;
    }

    private final UserPrompts prompts;
    private final NoticesViewModel notices;
    private final PreferenceStore preferences;
    private final Consumer<Path> open;
    private final Source source;
    private final FrameTasks tasks;
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(0);
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private volatile Status status = new Status("", 0, 1);
    private volatile boolean cancelled;

    /** Progress of a download in bytes. */
    private record Status(String name, long done, long of) {}

    /**
     * @param worker runs downloads, each of which takes minutes
     * @param open opens the folder of a dataset
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
        tasks = new FrameTasks(worker, notices::reportInternalError);
    }

    /** Downloads over the network, each in a thread of its own. */
    public static DownloadsViewModel ofNetwork(
            UserPrompts prompts, NoticesViewModel notices, PreferenceStore preferences, Consumer<Path> open) {
        return new DownloadsViewModel(
                prompts,
                notices,
                preferences,
                DaemonThreads.perTask("download"),
                open,
                (set, folder, watcher) -> new DatasetDownloader().download(set, folder, watcher));
    }

    @Override
    public void onFrame(long nanos) {
        tasks.runFinished();
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

    public List<DownloadableDataset> datasets() {
        return DownloadCatalog.all();
    }

    /** Whether a dataset is on this machine. */
    public boolean isDownloaded(DownloadableDataset set) {
        return DatasetDownloader.isDownloaded(set, folder());
    }

    private Path folder() {
        return Path.of(preferences.get(FOLDER, "data"));
    }

    /** Whether a download is running. */
    public ReadOnlyBooleanProperty busyProperty() {
        return tasks.busyProperty();
    }

    /** Progress, 0 to 1. */
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    /** Progress in words. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    // ---- Commands ----

    /** Opens a dataset that is on this machine; otherwise downloads and opens it if the user agrees. */
    public void downloadOrOpen(DownloadableDataset usual) {
        Path folder = folder();
        if (DatasetDownloader.isDownloaded(usual, folder)) {
            open.accept(DatasetDownloader.targetFolder(usual, folder));
            return;
        }
        if (busyProperty().get()) {
            notices.showRemark(Messages.text("download.one"));
            return;
        }
        String address = preferences.get(ADDRESS_PREFIX + usual.id(), "");
        DownloadableDataset set = address.isBlank() ? usual : usual.withMirror(address);
        prompts.confirmHarmless(
                Messages.text("download.ask", set.name()),
                Messages.text(
                        "download.ask.detail",
                        megabytes(set.bytes()),
                        set.mirrors().get(0),
                        set.licence(),
                        DatasetDownloader.targetFolder(set, folder)),
                Messages.text("download.go"),
                () -> start(set, folder));
    }

    private void start(DownloadableDataset set, Path folder) {
        cancelled = false;
        status = new Status(set.name(), 0, set.bytes());
        tasks.run(() -> download(set, folder));
    }

    /** Downloads on the worker; the result runs on the FX thread. */
    private Runnable download(DownloadableDataset set, Path folder) {
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

    /** Stops the running download; the downloaded part is kept. */
    public void cancel() {
        cancelled = true;
    }
}
