package org.ganvas.engine.train;

import org.ganvas.engine.state.TrainerState;

/** Arrays of states by their names. */
final class StateValues {

    private StateValues() {}

    /** The numbers of an array that the state must have. */
    static float[] of(TrainerState state, String name) {
        return state.arrays().stream()
                .filter(array -> array.name().equals(name))
                .findFirst()
                .orElseThrow()
                .values();
    }
}
