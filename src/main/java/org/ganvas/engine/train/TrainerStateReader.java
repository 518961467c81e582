package org.ganvas.engine.train;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ganvas.engine.net.NamedTensor;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.message.Message;

/** Reader of a captured state's arrays by name, which refuses those of another length. Any one thread. */
public final class TrainerStateReader {

    private final Map<String, NamedArray> byName = new HashMap<>();

    public TrainerStateReader(TrainerState state) {
        state.arrays().forEach(array -> byName.put(array.name(), array));
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
        return find(name, length).values();
    }

    private void copy(String prefix, List<NamedTensor> variables) {
        for (NamedTensor variable : variables) {
            String name = prefix + variable.name();
            variable.tensor().set(find(name, (int) variable.tensor().length()).values(), 0);
        }
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    /**
     * A count, of which states of older versions have none.
     *
     * @param otherwise the count where the state has none
     */
    long readCount(String name, long otherwise) {
        return has(name) ? CounterArrays.decode(read(name, CounterArrays.LENGTH)) : otherwise;
    }

    private NamedArray find(String name, int length) {
        NamedArray array = byName.get(name);
        if (array == null || array.values().length != length) {
            throw new SpecException(Message.of(
                    "engine.train.stateMismatch",
                    name,
                    length,
                    array == null
                            ? Message.of("engine.train.arrayMissing")
                            : Message.of("engine.train.arrayLength", array.values().length)));
        }
        return array;
    }
}
