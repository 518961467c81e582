package org.ganvas.session.run;

import java.util.EnumSet;
import java.util.Set;

/** State of the session's run. {@link #canBecome} defines all transitions. */
public enum RunState {
    /** No run yet. */
    EMPTY,
    /** Data is being read and networks are being built; the run before is kept until this succeeds. */
    LOADING,
    /** Built, no step taken. */
    READY,
    /** Training. */
    RUNNING,
    /** Between two steps, waiting; can continue. */
    PAUSED,
    /** A step failed; the run up to there is kept and can be saved, reset or explored. */
    FAILED,
    /** The session has ended. */
    CLOSED;

    /** Whether the transition exists; a transition to itself always does. */
    public boolean canBecome(RunState next) {
        return next == this || next == CLOSED || successors().contains(next);
    }

    /** Whether there is a run that can take a single step now. */
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

    /** The next state; refused with an IllegalStateException where this one cannot become it. */
    public RunState changedTo(RunState next) {
        if (!canBecome(next)) {
            throw new IllegalStateException("a run that is " + this + " cannot become " + next);
        }
        return next;
    }
}
