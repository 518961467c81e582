package org.ganvas.engine.state;

import java.util.HashMap;
import java.util.Map;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.message.Message;

/** Arrays of a captured state by name; refuses those of another length than is asked for. Any one thread. */
public final class StateArrays {

    private final Map<String, NamedArray> byName = new HashMap<>();

    public StateArrays(TrainerState state) {
        state.arrays().forEach(array -> byName.put(array.name(), array));
    }

    public boolean has(String name) {
        return byName.containsKey(name);
    }

    /**
     * The values of an array; callers must not change them.
     *
     * @throws SpecException if it is missing or of another length
     */
    public float[] read(String name, int length) {
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
        return array.values();
    }
}
