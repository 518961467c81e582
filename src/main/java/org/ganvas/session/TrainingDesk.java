package org.ganvas.session;

import org.jspecify.annotations.Nullable;

/** The session as the rooms see it: commands go in, snapshots come out. Every method may be called from any thread. */
public interface TrainingDesk {

    /** Queues a command and returns at once. Its effect shows in a later snapshot, never before. */
    void submit(TrainingCommand command);

    /** Takes the newest snapshot out of the mailbox; null if there was none since the last call. */
    @Nullable
    TrainingSnapshot take();

    /** The curves of the current run; a new log for each run ({@link RunInfo#number}). */
    MetricLog metrics();
}
