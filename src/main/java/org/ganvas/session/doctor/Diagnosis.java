package org.ganvas.session.doctor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Result of a diagnosis. Immutable, any thread.
 *
 * @param step training step it was made at
 * @param reading of the symptom of the failure mode; null if the run is healthy
 * @param since step at which the failure mode was first seen
 * @param severe whether it will not pass by itself
 * @param cause change of a setting that is the likely cause; null if none is
 * @param fixes suggested, the best first
 * @param allModes whether the generator has captured all modes of a mixture for long
 */
public record Diagnosis(
        long step,
        @Nullable SymptomReading reading,
        long since,
        boolean severe,
        @Nullable SpecChange cause,
        List<SuggestedFix> fixes,
        boolean allModes) {

    /** Before the first diagnosis. */
    public static final Diagnosis NONE = healthy(-1, false);

    public Diagnosis {
        fixes = List.copyOf(fixes);
    }

    /** A diagnosis without a word on modes. */
    public Diagnosis(
            long step,
            @Nullable SymptomReading reading,
            long since,
            boolean severe,
            @Nullable SpecChange cause,
            List<SuggestedFix> fixes) {
        this(step, reading, since, severe, cause, fixes, false);
    }

    /** A diagnosis that no change of a setting explains. */
    public Diagnosis(
            long step, @Nullable SymptomReading reading, long since, boolean severe, List<SuggestedFix> fixes) {
        this(step, reading, since, severe, null, fixes);
    }

    static Diagnosis healthy(long step, boolean allModes) {
        return new Diagnosis(step, null, step, false, null, List.of(), allModes);
    }

    /** Whether nothing was found only because most symptoms show after more steps. */
    public boolean isTooEarly() {
        return isHealthy() && step >= 0 && step < SymptomDetectorRegistry.WARM_UP;
    }

    /** Steps that most symptoms need. */
    public static int stepsNeeded() {
        return SymptomDetectorRegistry.WARM_UP;
    }

    public boolean isHealthy() {
        return reading == null;
    }
}
