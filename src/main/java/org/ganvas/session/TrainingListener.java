package org.ganvas.session;

import org.ganvas.session.run.StepScores;

/** Hears of every single step, on the training thread, which waits for it. */
@FunctionalInterface
public interface TrainingListener {

    void onStep(long step, double trainedSeconds, StepScores scores);
}
