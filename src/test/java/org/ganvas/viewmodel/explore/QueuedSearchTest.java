package org.ganvas.viewmodel.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.message.Message;
import org.ganvas.session.explore.AnalyzedGenerator;
import org.ganvas.viewmodel.support.TaskQueue;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.junit.jupiter.api.Test;

class QueuedSearchTest {

    private static final AnalyzedGenerator GENERATOR =
            new AnalyzedGenerator(PresetRegistry.get("minute").spec(), new TrainerState(1, List.of()), false);

    private final Deque<Runnable> background = new ArrayDeque<>();
    private final TaskQueue queue = new TaskQueue(background::add);
    private final NoticesViewModel notices = new NoticesViewModel(failure -> null);
    private final QueuedSearch first = search("explore.principal.start");
    private final QueuedSearch second = search("explore.search.start");
    private final List<String> shown = new ArrayList<>();

    private QueuedSearch search(String kind) {
        return new QueuedSearch(queue, kind, () -> false, notices);
    }

    @Test
    void aSearchSaysWhichOneItWaitsFor() {
        List<String> waiting = new ArrayList<>();
        first.start(
                CompletableFuture.completedFuture(GENERATOR),
                (generator, budget, progress) -> {
                    first.onFrame();
                    second.onFrame();
                    waiting.add(first.waitingProperty().get());
                    waiting.add(second.waitingProperty().get());
                    return "found";
                },
                shown::add);
        second.start(CompletableFuture.completedFuture(GENERATOR), (generator, budget, progress) -> "too", shown::add);
        background.remove().run();
        assertEquals(List.of("", "Waiting for “Find directions”"), waiting);
        background.remove().run();
        first.onFrame();
        second.onFrame();
        assertEquals(List.of("found", "too"), shown);
        assertEquals("", second.waitingProperty().get());
    }

    @Test
    void aSearchWaitsForTheTrainingStepThatGivesItsGenerator() {
        CompletableFuture<AnalyzedGenerator> generator = new CompletableFuture<>();
        first.start(generator, (now, budget, progress) -> "found", shown::add);
        assertEquals(
                "Waiting for the end of a training step",
                first.waitingProperty().get());
        assertTrue(first.progressProperty().get() < 0, "the bar moves although there is no progress");
        generator.complete(GENERATOR);
        background.remove().run();
        first.onFrame();
        assertEquals("", first.waitingProperty().get());
        assertFalse(first.busyProperty().get());
    }

    @Test
    void progressIsThatOfTheSearch() {
        List<Double> seen = new ArrayList<>();
        first.start(
                CompletableFuture.completedFuture(GENERATOR),
                (generator, budget, progress) -> {
                    progress.accept(0.25);
                    first.onFrame();
                    seen.add(first.progressProperty().get());
                    return "found";
                },
                shown::add);
        background.remove().run();
        assertEquals(List.of(0.25), seen);
    }

    @Test
    void aCancelledSearchShowsNothing() {
        first.start(CompletableFuture.completedFuture(GENERATOR), (generator, budget, progress) -> "found", shown::add);
        first.cancel();
        background.remove().run();
        first.onFrame();
        assertEquals(List.of(), shown);
    }

    @Test
    void aGeneratorThatDoesNotFitItsNetworksIsReported() {
        Message why = Message.verbatim("The weights do not fit.");
        first.<String>start(
                CompletableFuture.completedFuture(GENERATOR),
                (generator, budget, progress) -> {
                    throw new SpecException(why);
                },
                shown::add);
        background.remove().run();
        first.onFrame();
        assertEquals("The weights do not fit.", notices.problemProperty().get());
        assertFalse(first.busyProperty().get());
    }
}
