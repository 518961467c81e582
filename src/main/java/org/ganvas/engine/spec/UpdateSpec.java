package org.ganvas.engine.spec;

import java.util.List;

/**
 * One update of a step: some players' weights move along the gradient of a sum of objectives. Immutable, any thread.
 *
 * @param name unique in the game; its counter in a saved state has that name
 * @param trains names of the players that move
 * @param minimises objectives; of a discriminator that it trains, the discriminator's side
 * @param times repeats a step; 0 for an update that rests
 */
public record UpdateSpec(String name, List<String> trains, List<Objective> minimises, int times) {

    public UpdateSpec {
        trains = List.copyOf(trains);
        minimises = List.copyOf(minimises);
    }

    /** Repeats in a step, from 1: none while nothing that it minimises counts. */
    public int timesIn(long step) {
        return minimises.stream().anyMatch(objective -> objective.countsIn(step)) ? times : 0;
    }

    /**
     * Number of steps of a range in which something that it minimises counts.
     *
     * @param taken steps before the range
     * @param last step of the range
     */
    public long stepsBetween(long taken, long last) {
        return minimises.stream()
                .filter(objective -> objective.weight() > 0)
                .mapToLong(objective -> Math.max(0, last - Math.max(taken, objective.from())))
                .max()
                .orElse(0);
    }

    /** Whether it trains a discriminator; such updates come first in a step. */
    public boolean trainsDiscriminator() {
        return minimises.stream()
                .anyMatch(objective -> objective instanceof Objective.Adversarial adversarial
                        && trains.contains(adversarial.discriminator()));
    }
}
