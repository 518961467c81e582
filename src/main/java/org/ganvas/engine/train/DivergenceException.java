package org.ganvas.engine.train;

/**
 * A loss or a gradient is no number any more. The step is not to be counted: some of its updates may have been made, and
 * whoever trains on goes back to a state before it.
 */
public final class DivergenceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long step;

    DivergenceException(String who, String what, long step, double value) {
        super("At step %d the %s's %s became %s."
                .formatted(step, who, what, Double.isNaN(value) ? "not a number" : "infinite"));
        this.step = step;
    }

    /** The step that could not be made. */
    public long step() {
        return step;
    }
}
