package org.ganvas.engine.train;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.ganvas.data.Dataset;
import org.ganvas.engine.NetworkMemoryBudget;
import org.ganvas.engine.net.Discriminator;
import org.ganvas.engine.net.Encoder;
import org.ganvas.engine.net.Generator;
import org.ganvas.engine.net.PlayerNetwork;
import org.ganvas.engine.spec.Game;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.MemoryEstimate;
import org.ganvas.engine.spec.PlayerSpec;
import org.ganvas.engine.state.NamedArray;
import org.nd4j.linalg.api.buffer.DataType;

/** All players of a run by name, in a fixed order. The training thread's; holds native memory until closed. */
final class Players implements AutoCloseable {

    private final Map<String, TrainedPlayer> byName = new LinkedHashMap<>();

    /**
     * Builds all networks with fresh weights.
     *
     * @throws org.ganvas.engine.spec.base.SpecException if the data does not fit the spec, or the networks do not fit into
     *     memory; nothing is built then
     */
    Players(GanSpec spec, Dataset data, long seed) {
        spec.requireFits(data);
        MemoryEstimate.of(spec).requireWithin(NetworkMemoryBudget.bytes());
        for (PlayerSpec player : Game.of(spec).players()) {
            byName.put(player.name(), new TrainedPlayer(player, network(player, spec, seed)));
        }
    }

    private static PlayerNetwork network(PlayerSpec player, GanSpec spec, long seed) {
        return switch (player.role()) {
            case GENERATOR -> new Generator(spec, seed, player.twin(), DataType.FLOAT);
            case DISCRIMINATOR -> new Discriminator(spec, seed, player.twin(), DataType.FLOAT);
            case ENCODER -> new Encoder(player, seed, DataType.FLOAT);
        };
    }

    TrainedPlayer player(String name) {
        TrainedPlayer player = byName.get(name);
        if (player == null) {
            throw new IllegalArgumentException("no player " + name + " among " + byName.keySet());
        }
        return player;
    }

    /** Names of all players. */
    Collection<String> names() {
        return byName.keySet();
    }

    void applySettings(Game game) {
        game.players().forEach(player -> player(player.name()).applySettings(player));
    }

    /** Sets the number of stages that have come in. */
    void growTo(double stages) {
        byName.values().forEach(player -> player.growTo(stages));
    }

    /** Lets all optimizers start anew. */
    void resetOptimizers() {
        byName.values().forEach(player -> player.optimizer.reset());
    }

    /** An empty target for copies of some players' weights. */
    PlayerWeights newWeights(GanSpec spec, Collection<String> names) {
        PlayerWeights weights = new PlayerWeights(spec);
        names.forEach(name -> weights.add(name, player(name).lengths()));
        return weights;
    }

    void copyWeights(PlayerWeights target, boolean averaged, long step) {
        target.players().forEach((name, arrays) -> player(name).copyWeights(arrays, averaged));
        target.setStep(step);
    }

    List<NamedArray> capture() {
        List<NamedArray> arrays = new ArrayList<>();
        byName.values().forEach(player -> arrays.addAll(player.captureWeights()));
        byName.values().forEach(player -> arrays.addAll(player.optimizer.capture()));
        byName.values().forEach(player -> {
            if (player.average != null) {
                arrays.addAll(player.average.capture());
            }
        });
        return arrays;
    }

    /** @param updates count of a player's updates, for states without clocks */
    void restore(TrainerStateReader reader, ToLongFunction<String> updates) {
        byName.values().forEach(player -> player.restore(reader, updates.applyAsLong(player.name)));
    }

    @Override
    public void close() {
        byName.values().forEach(TrainedPlayer::close);
    }
}
