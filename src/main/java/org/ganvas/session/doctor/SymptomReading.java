package org.ganvas.session.doctor;

/**
 * A sign with the figure that crossed its threshold. Immutable, any thread.
 *
 * @param symptom what was seen
 * @param value in the sign's unit
 * @param threshold that it should not have crossed
 */
public record SymptomReading(Symptom symptom, double value, double threshold) {

    public FailureMode failureMode() {
        return symptom.failureMode();
    }
}
