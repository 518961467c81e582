package org.ganvas.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.session.render.GeneratorSource;
import org.ganvas.session.render.LatentRenderer;
import org.ganvas.session.render.LatentRequest;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.RunBookmarks;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.session.run.StopRule;
import org.ganvas.session.threads.ThreadPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rendering with a generator that does not change while training continues. */
@Timeout(300)
final class FrozenGeneratorTest {

    private static final float[] LATENT = {1, -1, 0.5f};

    private final TrainingLoop session = new TrainingLoop(
            PublishPolicy.SCREEN,
            ThreadPolicy.always(1),
            (id, wanted, progress) -> new NamedStripesDataset(id, 100, 4));
    private final SnapshotWaiter snapshots = new SnapshotWaiter(session);

    @BeforeEach
    void load() {
        session.submit(new TrainingCommand.Load(TrainingLoopTest.request("stripes")));
        snapshots.until(s -> s.state() == RunState.READY);
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void frozenGeneratorRendersTheSameWhileTrainingContinuesAndTheLiveOneComesBack() {
        RunCapture start = capture();
        GeneratorSource.Frozen held = GeneratorSource.Frozen.of("start", start);
        assertTrue(held.state().arrays().size() < start.state().arrays().size(), "an optimizer is held too");
        session.latents().useSource(held);
        session.latents().request(currentLatents());
        float[] before = snapshots.untilImages(session.latents(), grid -> true).pixels();
        session.submit(new TrainingCommand.Start(new StopRule(20, Double.POSITIVE_INFINITY)));
        snapshots.until(s -> s.step() == 20 && s.state() == RunState.PAUSED);
        session.latents().request(currentLatents());
        SampleGrid still = snapshots.untilImages(session.latents(), grid -> true);
        assertEquals(0, still.step());
        assertArrayEquals(before, still.pixels());
        session.latents().useSource(new GeneratorSource.Live());
        SampleGrid live = snapshots.untilImages(session.latents(), grid -> grid.step() == 20);
        assertFalse(Arrays.equals(before, live.pixels()));
    }

    @Test
    void aNewRunIsRenderedLive() {
        session.latents().useSource(GeneratorSource.Frozen.of("start", capture()));
        session.latents().request(currentLatents());
        snapshots.untilImages(session.latents(), grid -> true);
        session.submit(new TrainingCommand.Reset());
        session.submit(new TrainingCommand.Start(new StopRule(5, Double.POSITIVE_INFINITY)));
        snapshots.untilImages(session.latents(), grid -> grid.step() == 5);
    }

    @Test
    void anInvisibleGridIsUpToDateOnceItIsVisible() {
        session.latents().setGridVisible(false);
        session.submit(new TrainingCommand.Start(new StopRule(20, Double.POSITIVE_INFINITY)));
        snapshots.until(s -> s.step() == 20 && s.state() == RunState.PAUSED);
        session.latents().request(currentLatents());
        snapshots.untilImages(session.latents(), grid -> grid.step() == 20);
        session.latents().setGridVisible(true);
        snapshots.until(s -> s.generated() != null && s.generated().step() == 20);
    }

    @Test
    void aBlendOfOneClassIsThatClassAndTheTokenComesBack() {
        GanSpec spec = capture().info().spec();
        float[] weights = new float[spec.classes()];
        if (weights.length > 0) {
            weights[1] = 1;
        }
        Object token = "mine";
        session.latents().request(new LatentRequest(List.of(LATENT), List.of(1), true));
        float[] plain = snapshots.untilImages(session.latents(), grid -> true).pixels();
        session.latents().request(new LatentRequest(List.of(LATENT), List.of(0), true, List.of(weights), token));
        LatentRenderer.Rendered drawn = session.latents().takeRendered();
        while (drawn == null || drawn.request().token() != token) {
            Thread.onSpinWait();
            drawn = session.latents().takeRendered();
        }
        assertArrayEquals(plain, drawn.images().pixels());
    }

    @Test
    void bookmarksGoIntoTheCaptureAndComeBackWithIt() {
        LatentPoint point = new LatentPoint(LATENT, new float[0], 1);
        RunBookmarks kept = new RunBookmarks(List.of(new RunBookmarks.Favourite("one", point, new byte[0])), List.of());
        int number = capture().info().number();
        session.submit(new TrainingCommand.SetBookmarks(number - 1, new RunBookmarks(List.of(), List.of())));
        session.submit(new TrainingCommand.SetBookmarks(number, kept));
        RunCapture capture = capture();
        assertEquals(kept, capture.bookmarks());
        session.submit(new TrainingCommand.Load(TrainingLoopTest.request("stripes")));
        snapshots.until(s -> s.run() != null && s.run().number() > number && s.state() == RunState.READY);
        assertTrue(session.bookmarks().isEmpty());
        session.submit(new TrainingCommand.Restore(capture));
        snapshots.until(s -> s.run() != null && s.run().number() > number + 1 && s.state() == RunState.PAUSED
                || s.run() != null && s.run().number() > number + 1 && s.state() == RunState.READY);
        assertEquals("one", session.bookmarks().favourites().get(0).name());
    }

    private static LatentRequest currentLatents() {
        return new LatentRequest(List.of(LATENT), List.of(0), true);
    }

    private RunCapture capture() {
        CompletableFuture<RunCapture> answer = new CompletableFuture<>();
        session.submit(new TrainingCommand.Capture(answer));
        return answer.join();
    }
}
