package org.ganvas.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.GaussianMixture;
import org.ganvas.data.ImageShape;
import org.ganvas.data.PointBounds;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.session.render.LatentRequest;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.session.run.StopRule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A session on 2-D points, with the real engine. */
@Timeout(300)
class PointRunTest {

    private final TrainingLoop session = new TrainingLoop(PublishPolicy.SCREEN);
    private final SnapshotWaiter snapshots = new SnapshotWaiter(session);

    @AfterEach
    void close() {
        session.close();
    }

    private TrainingSnapshot load() {
        Preset ring = PresetRegistry.get("ring");
        session.submit(new TrainingCommand.Load(new RunRequest("ring", ring.spec(), "builtin:ring", 1)));
        return snapshots.until(s -> s.state() == RunState.READY && s.generated() != null && s.real() != null);
    }

    @Test
    void rendersAThousandPointsWhateverTheGrid() throws DataException {
        TrainingSnapshot ready = load();
        assertEquals(ImageShape.POINT, ready.generated().shape());
        assertEquals(1024, ready.generated().count());
        assertEquals(1024, ready.real().count());
        session.submit(new TrainingCommand.SetGrid(3, 5, false));
        TrainingSnapshot drawn = snapshots.until(s -> s.real() != null && s.real() != ready.real());
        assertEquals(1024, drawn.real().count());
        assertArrayEquals(ready.real().pixels(), drawn.real().pixels());
        assertRealPointsLieOnTheRing(ready.real().pixels());
    }

    private static void assertRealPointsLieOnTheRing(float[] points) throws DataException {
        Dataset ring = DatasetRegistry.open("builtin:ring", ProgressListener.NONE);
        GaussianMixture modes = ring.modes().orElseThrow();
        for (int i = 0; i < points.length; i += 2) {
            assertTrue(
                    modes.distanceInSigmas(modes.nearestMode(points[i], points[i + 1]), points[i], points[i + 1]) < 6);
        }
        assertTrue(PointBounds.around(points).width() > 2);
    }

    @Test
    void trainingMovesThePointsAndTheCurrentLatentIsRendered() {
        TrainingSnapshot ready = load();
        session.latents().request(new LatentRequest(List.of(new float[] {0.5f, -1}), List.of(0), false));
        SampleGrid current = snapshots.untilImages(session.latents(), drawn -> drawn.step() == 0);
        assertEquals(ImageShape.POINT, current.shape());
        assertEquals(2, current.pixels().length);
        session.submit(new TrainingCommand.Start(new StopRule(50, Double.POSITIVE_INFINITY)));
        TrainingSnapshot later =
                snapshots.until(s -> s.generated() != null && s.generated().step() == 50);
        assertFalse(Arrays.equals(ready.generated().pixels(), later.generated().pixels()));
    }
}
