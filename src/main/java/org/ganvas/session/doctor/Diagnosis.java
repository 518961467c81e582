package org.ganvas.session.doctor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the game is. Immutable, any thread.
 *
 * @param step the check-up it is of
 * @param reading what is wrong; null if nothing is
 * @param since step at which it was first seen
 * @param severe whether it will not mend by itself
 * @param fixes what to try, the first first
 */
public record Diagnosis(
        long step, @Nullable SymptomReading reading, long since, boolean severe, List<SuggestedFix> fixes) {

    /** Before the first check-up. */
    public static final Diagnosis NONE = isHealthy(-1);

    public Diagnosis {
        fixes = List.copyOf(fixes);
    }

    static Diagnosis isHealthy(long step) {
        return new Diagnosis(step, null, step, false, List.of());
    }

    public boolean isHealthy() {
        return reading == null;
    }
}
