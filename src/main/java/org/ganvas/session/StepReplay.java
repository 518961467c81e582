package org.ganvas.session;

import java.util.List;
import org.ganvas.session.run.StopRule;
import org.ganvas.session.threads.ThreadGovernor;
import org.jspecify.annotations.Nullable;

/**
 * Steps that a run takes again from a complete checkpoint up to a later step, exactly as it took them before. The training
 * thread's.
 *
 * @param target the step to reach
 * @param log of the run
 * @param afterwards the rule to train on with; null to pause at the target
 */
record StepReplay(long target, ReplayLog log, @Nullable StopRule afterwards) {

    boolean isReached(long step) {
        return step >= target;
    }

    /** Makes the changes of the run that were made at its present step. */
    void change(TrainingRun run) {
        long step = run.trainer().stepsTaken();
        List<String> data = log.dataAt(step);
        if (!data.isEmpty()) {
            // Only the last one was trained on.
            run.useData(data.get(data.size() - 1));
        }
        log.specsAt(step, run.spec()).forEach(run::changeSpec);
        log.weightsAt(step).forEach(run::setWeight);
    }

    /** Takes over the changes, the number of threads and the network that the next step was taken with. */
    void prepareStep(TrainingRun run, ThreadGovernor threads) {
        long step = run.trainer().stepsTaken();
        change(run);
        int count = log.threadsAt(step + 1);
        if (count > 0 && count != threads.use().count()) {
            threads.restore(count);
        }
        run.prepareStep(new TrainingCommand.Step(log.playerAt(step + 1)));
    }
}
