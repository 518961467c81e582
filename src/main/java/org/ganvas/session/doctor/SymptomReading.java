package org.ganvas.session.doctor;

/**
 * Value of a symptom that crossed its threshold. Immutable, any thread.
 *
 * @param value in the symptom's unit
 * @param threshold that it crossed, in the same unit
 */
public record SymptomReading(Symptom symptom, double value, double threshold) {

    public FailureMode failureMode() {
        return symptom.failureMode();
    }
}
