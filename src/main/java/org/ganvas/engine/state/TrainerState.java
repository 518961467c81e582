package org.ganvas.engine.state;

import java.util.List;

/**
 * A trainer at one moment, complete, as copies: from it training goes on exactly.
 *
 * @param step steps taken
 * @param arrays weights, running statistics, averaged weights and optimizer moments, each name once
 */
public record TrainerState(long step, List<NamedArray> arrays) {

    public TrainerState {
        arrays = List.copyOf(arrays);
    }
}
