package org.ganvas.engine.train;

import java.util.List;
import org.ganvas.engine.net.NamedTensor;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.state.StateArrays;
import org.ganvas.engine.state.TrainerState;

/** Reader of a captured state's arrays by name, which refuses those of another length. Any one thread. */
public final class TrainerStateReader {

    private final StateArrays arrays;

    public TrainerStateReader(TrainerState state) {
        arrays = new StateArrays(state);
    }

    /**
     * Copies a player's parameters and running statistics into its variables.
     *
     * @param averaged whether to take the averaged instead of the current weights
     * @throws SpecException if an array is missing or of another length
     */
    public void copyPlayer(String player, List<NamedTensor> variables, boolean averaged) {
        copy(averaged ? TrainerState.averagePrefix(player) : TrainerState.prefix(player), variables);
    }

    /** The values of an array; callers must not change them. */
    float[] read(String name, int length) {
        return arrays.read(name, length);
    }

    private void copy(String prefix, List<NamedTensor> variables) {
        for (NamedTensor variable : variables) {
            String name = prefix + variable.name();
            variable.tensor().set(arrays.read(name, (int) variable.tensor().length()), 0);
        }
    }

    /**
     * A count, of which states of older versions have none.
     *
     * @param otherwise the count where the state has none
     */
    long readCount(String name, long otherwise) {
        return arrays.has(name) ? CounterArrays.decode(read(name, CounterArrays.LENGTH)) : otherwise;
    }
}
