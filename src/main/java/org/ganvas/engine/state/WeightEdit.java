package org.ganvas.engine.state;

/**
 * A weight that is set to a value by the user. Immutable, any thread.
 *
 * @param value finite
 */
public record WeightEdit(WeightAddress address, float value) {

    /** Refuses a value that is not finite with an IllegalArgumentException. */
    public WeightEdit {
        if (!Float.isFinite(value)) {
            throw new IllegalArgumentException("a weight cannot be " + value);
        }
    }
}
