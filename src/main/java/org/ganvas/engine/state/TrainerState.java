package org.ganvas.engine.state;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.ganvas.engine.spec.training.OptimizerSpec;

/**
 * Complete state of a trainer at one step, as copies: training continues from it exactly. Immutable, any thread.
 *
 * @param step steps taken
 * @param arrays weights, running statistics, averaged weights and optimizer state, each name once
 */
public record TrainerState(long step, List<NamedArray> arrays) {

    /** Prefix of the names of G's arrays. */
    public static final String GENERATOR = "generator/";

    /** Prefix of the names of D's arrays. */
    public static final String DISCRIMINATOR = "discriminator/";

    /** Prefix of the names of G's averaged weights. */
    public static final String AVERAGE = "average/";

    public TrainerState {
        arrays = List.copyOf(arrays);
    }

    /** The part that inference needs: both networks' weights and statistics, without the optimizers' state. */
    public TrainerState weights() {
        return with(name -> !isOptimizerState(name));
    }

    /** The part that rendering needs: G's weights and statistics, raw and averaged. */
    public TrainerState generatorWeights() {
        return with(name -> !isOptimizerState(name) && (name.startsWith(GENERATOR) || name.startsWith(AVERAGE)));
    }

    private TrainerState with(Predicate<String> wanted) {
        return new TrainerState(
                step, arrays.stream().filter(array -> wanted.test(array.name())).toList());
    }

    /** An optimizer's arrays begin like those of its network. */
    private static boolean isOptimizerState(String name) {
        return Arrays.stream(OptimizerSpec.Kind.values())
                .flatMap(kind -> kind.stateNames().stream())
                .anyMatch(
                        slot -> name.startsWith(GENERATOR + slot + "/") || name.startsWith(DISCRIMINATOR + slot + "/"));
    }
}
