package org.ganvas.session.doctor;

/**
 * A sign with the figure that crossed its threshold. Immutable, any thread.
 *
 * @param sign what was seen
 * @param figure in the sign's unit
 * @param threshold that it should not have crossed
 */
public record SymptomReading(Symptom sign, double figure, double threshold) {

    public FailureMode ailment() {
        return sign.ailment();
    }
}
