package org.ganvas.engine.spec;

import java.util.List;
import java.util.NoSuchElementException;

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
