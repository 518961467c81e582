package org.ganvas.session.doctor;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.engine.spec.GanSpec;

/** What helps against what. Pure functions, any thread. */
final class Remedies {

    private static final int MOST = 3;

    private Remedies() {}

    /**
     * @param healthyStep the last step at which all was well; negative if there was none
     */
    static List<Treatment> of(Ailment ailment, GanSpec spec, long healthyStep) {
        List<Treatment> all = new ArrayList<>();
        for (Advice advice : advice(ailment)) {
            if (advice.of(spec).isPresent() && all.size() < MOST - 1) {
                all.add(new Treatment.Turn(advice));
            }
        }
        if (healthyStep >= 0) {
            all.add(new Treatment.GoBack(healthyStep));
        } else {
            all.add(new Treatment.Pause());
        }
        return all;
    }

    private static List<Advice> advice(Ailment ailment) {
        return switch (ailment) {
            case EXPLOSION -> List.of(Advice.SLOWER);
            case VANISHING_GRADIENT ->
                List.of(Advice.WIDER_CLIP, Advice.NOISE, Advice.EQUAL_UPDATES, Advice.SLOWER_DISCRIMINATOR);
            case MEMORISING -> List.of(Advice.AUGMENTATION, Advice.NOISE);
            case STRONG_DISCRIMINATOR ->
                List.of(Advice.PENALTY, Advice.NOISE, Advice.EQUAL_UPDATES, Advice.SLOWER_DISCRIMINATOR);
            case STRONG_GENERATOR -> List.of(Advice.EQUAL_RATES, Advice.EQUAL_UPDATES, Advice.SLOWER_GENERATOR);
            case MODE_COLLAPSE ->
                List.of(Advice.EQUAL_RATES, Advice.SLOWER_GENERATOR, Advice.EQUAL_UPDATES, Advice.PENALTY);
            case OSCILLATION -> List.of(Advice.SLOWER, Advice.PENALTY);
            case STAGNATION -> List.of(Advice.FASTER, Advice.WIDER_CLIP, Advice.EQUAL_UPDATES, Advice.NOISE);
        };
    }
}
