package org.ganvas.engine.train;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ganvas.engine.net.NamedTensor;
import org.ganvas.engine.spec.SpecException;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.TrainerState;

/** Finds arrays of a captured state by name and refuses those that do not fit. */
public final class TrainerStateReader {

    private final Map<String, NamedArray> byName = new HashMap<>();

    public TrainerStateReader(TrainerState state) {
        state.arrays().forEach(array -> byName.put(array.name(), array));
    }

    /**
     * Copies a generator's weights into its variables.
     *
     * @param averaged whether to take the average instead of the raw weights
     * @throws SpecException if an array is missing or of another length
     */
    public void copyGenerator(List<NamedTensor> variables, boolean averaged) {
        copy(averaged ? TrainerState.AVERAGE : TrainerState.GENERATOR, variables);
    }

    /**
     * Copies D's parameters and statistics into its variables.
     *
     * @throws SpecException if an array is missing or of another length
     */
    public void copyDiscriminator(List<NamedTensor> variables) {
        copy(TrainerState.DISCRIMINATOR, variables);
    }

    /** One array, not to be changed. */
    float[] read(String name, int length) {
        return find(name, length).values();
    }

    void copy(String prefix, List<NamedTensor> variables) {
        for (NamedTensor variable : variables) {
            String name = prefix + variable.name();
            variable.tensor().set(find(name, (int) variable.tensor().length()).values(), 0);
        }
    }

    private NamedArray find(String name, int length) {
        NamedArray array = byName.get(name);
        if (array == null || array.values().length != length) {
            throw new SpecException(
                    "The saved run does not fit its own settings: '%s' should hold %d numbers and %s. Nothing was changed."
                            .formatted(name, length, array == null ? "is missing" : "holds " + array.values().length));
        }
        return array;
    }
}
