package org.ganvas.session.doctor;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.engine.spec.GanSpec;

/** What helps against what. Pure functions, any thread. */
final class FixCatalogue {

    private static final int MOST = 3;

    private FixCatalogue() {}

    /**
     * @param healthyStep the last step at which all was well; negative if there was none
     */
    static List<SuggestedFix> of(FailureMode ailment, GanSpec spec, long healthyStep) {
        List<SuggestedFix> all = new ArrayList<>();
        for (LiveFixes advice : advice(ailment)) {
            if (advice.of(spec).isPresent() && all.size() < MOST - 1) {
                all.add(new SuggestedFix.Turn(advice));
            }
        }
        if (healthyStep >= 0) {
            all.add(new SuggestedFix.GoBack(healthyStep));
        } else {
            all.add(new SuggestedFix.Pause());
        }
        return all;
    }

    private static List<LiveFixes> advice(FailureMode ailment) {
        return switch (ailment) {
            case EXPLOSION -> List.of(LiveFixes.SLOWER);
            case VANISHING_GRADIENT ->
                List.of(LiveFixes.WIDER_CLIP, LiveFixes.NOISE, LiveFixes.EQUAL_UPDATES, LiveFixes.SLOWER_DISCRIMINATOR);
            case MEMORISING -> List.of(LiveFixes.AUGMENTATION, LiveFixes.NOISE);
            case STRONG_DISCRIMINATOR ->
                List.of(LiveFixes.PENALTY, LiveFixes.NOISE, LiveFixes.EQUAL_UPDATES, LiveFixes.SLOWER_DISCRIMINATOR);
            case STRONG_GENERATOR ->
                List.of(LiveFixes.EQUAL_RATES, LiveFixes.EQUAL_UPDATES, LiveFixes.SLOWER_GENERATOR);
            case MODE_COLLAPSE ->
                List.of(LiveFixes.EQUAL_RATES, LiveFixes.SLOWER_GENERATOR, LiveFixes.EQUAL_UPDATES, LiveFixes.PENALTY);
            case OSCILLATION -> List.of(LiveFixes.SLOWER, LiveFixes.PENALTY);
            case STAGNATION ->
                List.of(LiveFixes.FASTER, LiveFixes.WIDER_CLIP, LiveFixes.EQUAL_UPDATES, LiveFixes.NOISE);
        };
    }
}
