package org.ganvas.fake;

import org.ganvas.engine.state.StepReport;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.session.threads.ThreadUse;
import org.jspecify.annotations.Nullable;

/** Snapshots of which a test states what matters; the rest is that of a run at rest. */
public final class Snapshots {

    private Snapshots() {}

    public static TrainingSnapshot of(RunState state, RunInfo run, long step) {
        return of(state, run, step, null, null, null);
    }

    public static TrainingSnapshot of(
            RunState state,
            RunInfo run,
            long step,
            @Nullable StepReport scores,
            @Nullable SampleGrid real,
            @Nullable SampleGrid input) {
        return new TrainingSnapshot(
                state,
                run,
                -1,
                step,
                0,
                0,
                0,
                0,
                ThreadUse.NONE,
                scores,
                new TrainingSnapshot.Grids(null, real, input),
                null);
    }
}
