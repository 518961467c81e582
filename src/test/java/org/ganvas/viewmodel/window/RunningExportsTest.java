package org.ganvas.viewmodel.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.ganvas.fake.FakePrompts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunningExportsTest {

    private final FakePrompts prompts = new FakePrompts();
    private final NoticesViewModel notices = new NoticesViewModel(failure -> null);
    private final Queue<Runnable> thread = new ArrayDeque<>();
    private final ExportTasks tasks = new ExportTasks(thread::add, notices);
    private final ExportTasks idle = new ExportTasks(thread::add, notices);
    private final RunningExports exports = new RunningExports(
            prompts,
            List.of(
                    new RunningExports.Export(idle.busyProperty(), idle::cancel),
                    new RunningExports.Export(tasks.busyProperty(), tasks::cancel)));
    private boolean closed;

    /** Writes until it is cancelled. */
    @BeforeEach
    void begin() {
        tasks.run(CompletableFuture.completedFuture(1), Path.of("film.gif"), (input, progress) -> {
            if (progress.isCancelled()) {
                throw new CancellationException();
            }
            return "written";
        });
    }

    private void frame() {
        tasks.onFrame();
        exports.onFrame(0);
    }

    @Test
    void anExportIsAskedAboutAndStaysWhereTheUserStays() {
        prompts.answer(false);

        exports.ask(() -> closed = true);
        thread.remove().run();
        frame();

        assertEquals(1, prompts.questions().size());
        assertFalse(closed);
        assertEquals("written", notices.toastProperty().get());
    }

    @Test
    void theWindowClosesOnceTheExportHasEndedWithoutAFile() {
        exports.ask(() -> exports.stop(() -> closed = true));
        frame();
        assertFalse(closed, "the thread still writes");

        thread.remove().run();
        frame();

        assertTrue(closed);
        assertFalse(notices.toastProperty().get().contains("written"));
    }

    @Test
    void nothingIsAskedWithoutAnExport() {
        thread.remove().run();
        frame();

        exports.ask(() -> exports.stop(() -> closed = true));

        assertTrue(prompts.questions().isEmpty());
        assertTrue(closed);
    }
}
