package org.ganvas.viewmodel.timeline;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongFunction;
import org.ganvas.data.Dataset;
import org.ganvas.project.media.TimelapsePoints;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.history.Checkpoint;
import org.ganvas.session.history.CheckpointHistory;
import org.ganvas.session.render.SampleGridLayout;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.session.run.TrainedData;
import org.jspecify.annotations.Nullable;

/** Real points of earlier steps, which a run on points can have been trained on before its data was replaced. FX thread. */
final class PastRealPoints {

    private final TrainingSession session;
    private @Nullable TrainedData last;
    private @Nullable SampleGrid grid;
    private @Nullable RunInfo info;
    private boolean ofToday;

    PastRealPoints(TrainingSession session) {
        this.session = session;
    }

    /** A snapshot with the real points of a checkpoint, where these are others than its own and still known. */
    TrainingSnapshot in(TrainingSnapshot snapshot, Checkpoint checkpoint) {
        RunInfo run = snapshot.run();
        TrainedData then = session.history().data(checkpoint);
        ofToday = false;
        if (run == null || then == null || !run.spec().image().isPoint() || then.isOf(run)) {
            return snapshot;
        }
        Dataset data = session.history().dataset(then);
        ofToday = data == null;
        return data == null ? snapshot : with(snapshot, run, then, data);
    }

    private TrainingSnapshot with(TrainingSnapshot snapshot, RunInfo run, TrainedData then, Dataset data) {
        SampleGrid points = grid;
        RunInfo known = info;
        if (points == null || known == null || !then.equals(last) || known.number() != run.number()) {
            points = realPoints(run, data);
            known = new RunInfo(
                    run.number(), run.request(), then.name(), data.size(), data.classNames(), "", then.transform());
            last = then;
            grid = points;
            info = known;
        }
        return snapshot.withData(known, points);
    }

    private static SampleGrid realPoints(RunInfo run, Dataset data) {
        return SampleGridLayout.of(run.spec(), 1, 1, run.request().seed()).realImages(run.spec(), data);
    }

    /**
     * Real points at the steps of a run's checkpoints, for a film: those of then, none where they are not known any more. Any
     * thread.
     *
     * @param today of the run as it is
     */
    static LongFunction<TimelapsePoints> bySteps(CheckpointHistory history, RunInfo run, TimelapsePoints today) {
        Map<Long, TimelapsePoints> others = new HashMap<>();
        Map<TrainedData, TimelapsePoints> known = new HashMap<>();
        for (Checkpoint checkpoint : history.checkpoints()) {
            TrainedData then = checkpoint.run() == run.number() ? history.data(checkpoint) : null;
            if (then != null && run.spec().image().isPoint() && !then.isOf(run)) {
                others.put(checkpoint.step(), known.computeIfAbsent(then, data -> pointsOf(data, run, history)));
            }
        }
        return step -> others.getOrDefault(step, today);
    }

    private static TimelapsePoints pointsOf(TrainedData then, RunInfo run, CheckpointHistory history) {
        Dataset data = history.dataset(then);
        return new TimelapsePoints(
                data == null ? new float[0] : realPoints(run, data).pixels(), then.transform());
    }

    /** Whether the real points of the checkpoint asked for last are not known any more, and those of today are shown. */
    boolean areOfToday() {
        return ofToday;
    }
}
