package org.ganvas.viewmodel.timeline;

import org.ganvas.data.Dataset;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.history.Checkpoint;
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
            points = SampleGridLayout.of(run.spec(), 1, 1, run.request().seed()).realImages(run.spec(), data);
            known = new RunInfo(
                    run.number(), run.request(), then.name(), data.size(), data.classNames(), "", then.transform());
            last = then;
            grid = points;
            info = known;
        }
        return snapshot.withData(known, points);
    }

    /** Whether the real points of the checkpoint asked for last are not known any more, and those of today are shown. */
    boolean areOfToday() {
        return ofToday;
    }
}
