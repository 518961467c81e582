package org.ganvas.session;

import org.ganvas.engine.state.StepReport;

/** Hears of every single step, on the training thread, which waits for it. */
@FunctionalInterface
public interface StepListener {

    void stepped(long step, double trainedSeconds, StepReport scores);
}
