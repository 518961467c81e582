package org.ganvas.session.run;

import java.util.EnumSet;
import java.util.Set;

/** Where a run stands. {@link #canBecome} holds the only transitions there are. */
public enum RunState {
    /** Nothing is loaded yet. */
    EMPTY,
    /** Data is being read and networks are being built; what was there before is kept until this succeeds. */
    LOADING,
    /** Built, no step taken. */
    READY,
    /** Steps are taken one after the other. */
    RUNNING,
    /** Between steps, waiting; can go on. */
    PAUSED,
    /** A step failed; the run up to it is kept and can be saved, reset or explored. */
    FAILED,
    /** The session has ended; nothing more happens. */
    CLOSED;

    /** Whether the transition exists. A state may always stay what it is. */
    public boolean canBecome(RunState next) {
        return next == this || next == CLOSED || successors().contains(next);
    }

    /** Whether there is a run that can take a step now. */
    public boolean canStep() {
        return this == READY || this == PAUSED;
    }

    private Set<RunState> successors() {
        return switch (this) {
            case EMPTY -> EnumSet.of(LOADING);
            case LOADING -> EnumSet.of(EMPTY, READY, PAUSED, FAILED);
            case READY -> EnumSet.of(LOADING, RUNNING, PAUSED, FAILED);
            case RUNNING -> EnumSet.of(PAUSED, FAILED, LOADING);
            case PAUSED -> EnumSet.of(LOADING, RUNNING, READY, FAILED);
            case FAILED -> EnumSet.of(LOADING, READY, PAUSED);
            case CLOSED -> EnumSet.noneOf(RunState.class);
        };
    }
}
