package org.ganvas.session.doctor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the game is. Immutable, any thread.
 *
 * @param step the check-up it is of
 * @param finding what is wrong; null if nothing is
 * @param since step at which it was first seen
 * @param severe whether it will not mend by itself
 * @param treatments what to try, the first first
 */
public record Diagnosis(
        long step, @Nullable SymptomReading finding, long since, boolean severe, List<SuggestedFix> treatments) {

    /** Before the first check-up. */
    public static final Diagnosis NONE = healthy(-1);

    public Diagnosis {
        treatments = List.copyOf(treatments);
    }

    static Diagnosis healthy(long step) {
        return new Diagnosis(step, null, step, false, List.of());
    }

    public boolean healthy() {
        return finding == null;
    }
}
