package org.ganvas.engine.state;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.spec.training.OptimizerSpec;

/**
 * Complete state of a trainer at one step, as copies: training continues from it exactly. Immutable, any thread.
 *
 * @param step steps taken
 * @param arrays weights, running statistics, averaged weights, optimizer state, and counters of draws and updates, each name
 *     once
 */
public record TrainerState(long step, List<NamedArray> arrays) {

    /** Prefix of the names of counters. */
    public static final String COUNTERS = "counters/";

    /** Between a player's prefix and a parameter's name, in the name of the count of its updates. */
    public static final String CLOCK = "clock/";

    private static final String AVERAGE = "average/";

    public TrainerState {
        arrays = List.copyOf(arrays);
    }

    /** Prefix of the names of a player's arrays. */
    public static String prefix(String player) {
        return player + "/";
    }

    /** Prefix of the names of a player's averaged weights; the principal generator's have no name in it. */
    public static String averagePrefix(String player) {
        return player.equals(Player.GENERATOR.principal()) ? AVERAGE : AVERAGE + prefix(player);
    }

    /** Whether both consist of arrays of the same names and shapes, in the same order. */
    public boolean hasLayoutOf(TrainerState other) {
        boolean same = arrays.size() == other.arrays.size();
        for (int i = 0; same && i < arrays.size(); i++) {
            same = arrays.get(i).name().equals(other.arrays.get(i).name())
                    && Arrays.equals(arrays.get(i).shape(), other.arrays.get(i).shape());
        }
        return same;
    }

    /** Number of floats in all arrays. */
    public long size() {
        return arrays.stream().mapToLong(array -> array.values().length).sum();
    }

    /** The part that inference needs: all networks' weights and statistics, without the optimizers' state. */
    public TrainerState weights() {
        return with(name -> !isOptimizerState(name));
    }

    /** The part that rendering needs: the principal generator's weights and statistics, raw and averaged. */
    public TrainerState generatorWeights() {
        String generator = prefix(Player.GENERATOR.principal());
        return with(name -> !isOptimizerState(name) && (name.startsWith(generator) || name.startsWith(AVERAGE)));
    }

    private TrainerState with(Predicate<String> wanted) {
        return new TrainerState(
                step, arrays.stream().filter(array -> wanted.test(array.name())).toList());
    }

    /** Counts too belong to training alone. An optimizer's arrays begin like those of its network. */
    private static boolean isOptimizerState(String name) {
        String own = name.substring(name.indexOf('/') + 1);
        if (name.startsWith(COUNTERS) || own.startsWith(CLOCK)) {
            return true;
        }
        return Arrays.stream(OptimizerSpec.Kind.values())
                .flatMap(kind -> kind.stateNames().stream())
                .anyMatch(slot -> own.startsWith(slot + "/"));
    }
}
