package org.ganvas.viewmodel.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.PointTransform;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.project.media.TimelapsePoints;
import org.ganvas.session.history.Checkpoint;
import org.ganvas.session.history.CheckpointHistory;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.session.run.TrainedData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Real points of a film's steps after the data of the run was replaced. */
final class PastRealPointsTest {

    private static final RunInfo RUN = new RunInfo(
            1,
            new RunRequest("ring", PresetRegistry.get("ring").spec(), "builtin:ring", 1),
            "Ring of 8",
            10,
            List.of());
    private static final TimelapsePoints TODAY = new TimelapsePoints(new float[] {1, 2}, PointTransform.IDENTITY);

    /** Step 0 was trained on a grid, step 5 on data that is lost, step 9 on today's. */
    private record Past(Dataset grid) implements CheckpointHistory {

        @Override
        public List<Checkpoint> checkpoints() {
            return List.of(
                    new Checkpoint(1, 0, 0, false, ""),
                    new Checkpoint(1, 5, 5, false, ""),
                    new Checkpoint(1, 9, 9, false, ""));
        }

        @Override
        public @Nullable SampleGrid grid(Checkpoint checkpoint) {
            return null;
        }

        @Override
        public @Nullable RunCapture capture(Checkpoint checkpoint) {
            return null;
        }

        @Override
        public TrainedData data(Checkpoint checkpoint) {
            return switch ((int) checkpoint.step()) {
                case 0 -> new TrainedData(grid.id(), grid.name(), PointTransform.IDENTITY);
                case 5 -> new TrainedData("lost", "lost", PointTransform.IDENTITY);
                default -> TrainedData.of(RUN);
            };
        }

        @Override
        public @Nullable Dataset dataset(TrainedData wanted) {
            return wanted.is(grid) ? grid : null;
        }
    }

    @Test
    void eachStepHasTheDataOfThen() throws DataException {
        Dataset grid = DatasetRegistry.open("builtin:grid", RUN.spec().image(), ProgressListener.NONE);
        LongFunction<TimelapsePoints> points = PastRealPoints.bySteps(new Past(grid), RUN, TODAY);
        float[] then = points.apply(0).real();
        assertNotEquals(0, then.length);
        for (int i = 0; i < 8; i += 2) {
            float x = then[i];
            float y = then[i + 1];
            boolean isOfGrid = false;
            float[] one = new float[2];
            for (int k = 0; k < grid.size() && !isOfGrid; k++) {
                grid.copyImage(k, one, 0);
                isOfGrid = Arrays.equals(new float[] {x, y}, one);
            }
            assertEquals(true, isOfGrid, x + ", " + y);
        }
        assertEquals(0, points.apply(5).real().length, "lost");
        assertSame(TODAY, points.apply(9));
    }
}
