package org.ganvas.session;

import java.util.function.LongConsumer;
import org.ganvas.engine.state.StepReport;

/**
 * Calls something after every step, on the training thread.
 *
 * @param action receives the number of steps taken
 */
record StepHook(LongConsumer action) implements TrainingListener {

    @Override
    public void onStep(long step, double trainedSeconds, StepReport scores) {
        action.accept(step);
    }
}
