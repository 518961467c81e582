package org.ganvas.viewmodel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.ganvas.data.DataException;
import org.ganvas.data.download.DownloadListener;
import org.ganvas.data.download.DownloadableDataset;
import org.ganvas.fake.FakePrompts;
import org.ganvas.message.Message;
import org.ganvas.viewmodel.support.InMemoryPreferences;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DownloadsViewModelTest {

    @TempDir
    private Path folder;

    private final FakePrompts prompts = new FakePrompts();
    private final NoticesViewModel notices = new NoticesViewModel(failure -> null);
    private final InMemoryPreferences preferences = new InMemoryPreferences();
    private final Deque<Runnable> worker = new ArrayDeque<>();
    private final List<Path> opened = new ArrayList<>();
    private final List<DownloadableDataset> fetched = new ArrayList<>();
    private DownloadsViewModel.Source source = (set, place, watcher) -> place.resolve(set.id());
    private DownloadsViewModel model = newModel();

    private DownloadsViewModel newModel() {
        return new DownloadsViewModel(
                prompts, notices, preferences, worker::add, opened::add, (set, place, watcher) -> {
                    fetched.add(set);
                    return source.get(set, place, watcher);
                });
    }

    @BeforeEach
    void placeData() {
        preferences.put(DownloadsViewModel.FOLDER, folder.toString());
    }

    private DownloadableDataset mnist() {
        return model.datasets().get(0);
    }

    private void work() {
        worker.remove().run();
        model.onFrame(0);
    }

    @Test
    void nothingIsDownloadedBeforeTheUserAgrees() {
        prompts.answer(false);
        model.downloadOrOpen(mnist());
        assertEquals(List.of("Download MNIST?"), prompts.questions());
        assertTrue(worker.isEmpty());
        assertFalse(model.busyProperty().get());
    }

    @Test
    void aDownloadedDatasetIsOpened() {
        model.downloadOrOpen(mnist());
        model.onFrame(0);
        assertTrue(model.busyProperty().get());
        assertEquals("MNIST: 0.0 of 11.6 MB", model.textProperty().get());
        work();
        assertEquals(List.of(folder.resolve("mnist")), opened);
        assertFalse(model.busyProperty().get());
        assertEquals("MNIST is downloaded.", notices.toastProperty().get());
    }

    @Test
    void aPresentDatasetIsOpenedWithoutAsking() throws Exception {
        Files.createDirectories(folder.resolve("mnist"));
        assertTrue(model.isDownloaded(mnist()));
        model.downloadOrOpen(mnist());
        assertEquals(List.of(), prompts.questions());
        assertEquals(List.of(folder.resolve("mnist")), opened);
    }

    @Test
    void progressIsShownAndASecondDownloadIsRefused() {
        source = (set, place, watcher) -> {
            watcher.onProgress(5_797_361, set.bytes());
            model.onFrame(0);
            assertEquals(0.5, model.fractionProperty().get(), 0.01);
            assertEquals("MNIST: 5.8 of 11.6 MB", model.textProperty().get());
            model.downloadOrOpen(model.datasets().get(1));
            assertEquals(1, prompts.questions().size(), "the second is not even asked about");
            return place;
        };
        model.downloadOrOpen(mnist());
        work();
        assertEquals(1, fetched.size());
    }

    @Test
    void cancellingIsReportedAsInformation() {
        source = (set, place, watcher) -> {
            model.cancel();
            model.onFrame(0);
            assertTrue(
                    model.textProperty().get().contains("stopping"),
                    model.textProperty().get());
            return stopped(watcher);
        };
        model.downloadOrOpen(mnist());
        work();
        assertEquals(List.of(), opened);
        assertEquals("", notices.problemProperty().get());
        assertTrue(notices.toastProperty().get().contains("continues from here"));
        source = (set, place, watcher) -> {
            assertFalse(watcher.isCancelled(), "the next one is not cancelled from the start");
            return place;
        };
        model.downloadOrOpen(mnist());
        work();
        assertEquals(1, opened.size());
    }

    private static Path stopped(DownloadListener watcher) {
        if (watcher.isCancelled()) {
            throw new CancellationException();
        }
        throw new AssertionError("the wish did not arrive");
    }

    @Test
    void aFailureIsReportedWithItsMessage() {
        source = (set, place, watcher) -> {
            throw new DataException(Message.verbatim("MNIST could not be downloaded: nowhere."));
        };
        model.downloadOrOpen(mnist());
        work();
        assertEquals(
                "MNIST could not be downloaded: nowhere.",
                notices.problemProperty().get());
        assertFalse(model.busyProperty().get());
    }

    @Test
    void aConfiguredAddressReplacesTheDefaultOnes() {
        preferences.put("download.mnist", "http://school.example/data");
        model.downloadOrOpen(mnist());
        work();
        assertEquals(List.of("http://school.example/data/"), fetched.get(0).mirrors());
    }
}
