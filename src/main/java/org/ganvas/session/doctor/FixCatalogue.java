package org.ganvas.session.doctor;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.engine.spec.GanSpec;

/** Suggested fixes of each failure mode. Pure functions, any thread. */
final class FixCatalogue {

    private static final int MAX_FIXES = 3;

    private FixCatalogue() {}

    /**
     * The fixes that the run can apply, the best first.
     *
     * @param healthyStep the last step at which the run was healthy; negative if there was none
     */
    static List<SuggestedFix> of(FailureMode mode, GanSpec spec, long healthyStep) {
        List<SuggestedFix> all = new ArrayList<>();
        for (LiveFix fix : liveFixes(mode)) {
            if (fix.applyTo(spec).isPresent() && all.size() < MAX_FIXES - 1) {
                all.add(new SuggestedFix.Change(fix));
            }
        }
        if (healthyStep >= 0) {
            all.add(new SuggestedFix.GoBack(healthyStep));
        } else {
            all.add(new SuggestedFix.Pause());
        }
        return all;
    }

    private static List<LiveFix> liveFixes(FailureMode mode) {
        return switch (mode) {
            case EXPLOSION -> List.of(LiveFix.SLOWER);
            case VANISHING_GRADIENT ->
                List.of(LiveFix.WIDER_CLIP, LiveFix.NOISE, LiveFix.EQUAL_UPDATES, LiveFix.SLOWER_DISCRIMINATOR);
            case MEMORISING -> List.of(LiveFix.AUGMENTATION, LiveFix.NOISE);
            case STRONG_DISCRIMINATOR ->
                List.of(LiveFix.PENALTY, LiveFix.NOISE, LiveFix.EQUAL_UPDATES, LiveFix.SLOWER_DISCRIMINATOR);
            case STRONG_GENERATOR -> List.of(LiveFix.EQUAL_RATES, LiveFix.EQUAL_UPDATES, LiveFix.SLOWER_GENERATOR);
            case COPIED_INPUT -> List.of(LiveFix.NO_IDENTITY, LiveFix.EQUAL_RATES, LiveFix.EQUAL_UPDATES);
            case IGNORED_INPUT -> List.of(LiveFix.CLOSER, LiveFix.SLOWER_GENERATOR);
            case MODE_COLLAPSE ->
                List.of(LiveFix.EQUAL_RATES, LiveFix.SLOWER_GENERATOR, LiveFix.EQUAL_UPDATES, LiveFix.PENALTY);
            case OSCILLATION -> List.of(LiveFix.SLOWER, LiveFix.PENALTY);
            case SETBACK -> List.of(LiveFix.SLOWER);
            case STAGNATION -> List.of(LiveFix.FASTER, LiveFix.WIDER_CLIP, LiveFix.EQUAL_UPDATES, LiveFix.NOISE);
        };
    }
}
