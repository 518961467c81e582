package org.ganvas.engine.spec;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * What a run trains, spelled out: derived from a spec and never stored. The trainer, the memory estimate and the limits of
 * files walk it. Immutable, any thread.
 *
 * @param players the networks, the principal generator and discriminator among them; their order is that of stored arrays
 * @param updates of one step, in order: those that train discriminators come first
 * @param shown values that are rendered; the first one is what the run generates
 */
public record Game(List<PlayerSpec> players, List<UpdateSpec> updates, List<GameValue> shown) {

    public Game {
        players = List.copyOf(players);
        updates = List.copyOf(updates);
        shown = List.copyOf(shown);
    }

    /** The game of a spec. */
    public static Game of(GanSpec spec) {
        return spec.game().expand(spec);
    }

    /**
     * The player with a name.
     *
     * @throws NoSuchElementException if there is none
     */
    public PlayerSpec player(String name) {
        return players.stream()
                .filter(player -> player.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no player " + name));
    }

    /** Names of the players that rendering needs. */
    public List<String> shownPlayers() {
        return shown.stream()
                .flatMap(value -> value.players().stream())
                .distinct()
                .toList();
    }

    /** Everything that players make of others in a step, each once. */
    public Set<GameValue.Made> madeValues() {
        Set<GameValue.Made> made = new LinkedHashSet<>();
        shown.forEach(value -> value.collectMade(made));
        updates.stream()
                .flatMap(update -> update.minimises().stream())
                .flatMap(objective -> objective.values().stream())
                .forEach(value -> value.collectMade(made));
        return made;
    }

    /** Generated images that discriminators are shown again. */
    public int history() {
        return updates.stream()
                .filter(UpdateSpec::trainsDiscriminator)
                .flatMap(update -> update.minimises().stream())
                .mapToInt(
                        objective -> objective instanceof Objective.Adversarial adversarial ? adversarial.history() : 0)
                .sum();
    }

    /**
     * Batches that a step draws from the data and the prior: one that all updates share, and one for each further repeat of
     * an update.
     */
    public long drawsAStep() {
        return 1
                + updates.stream()
                        .mapToLong(update -> Math.max(0, update.times() - 1))
                        .sum();
    }
}
