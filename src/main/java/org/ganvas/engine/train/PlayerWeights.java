package org.ganvas.engine.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ganvas.data.SimilarityTransform;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.state.NamedArray;

/**
 * Copy of some players' weights and running statistics for rendering and inspection. Filled by the training thread, then
 * handed to one other thread, which may hand it back to be filled again.
 */
public final class PlayerWeights {

    private final GanSpec spec;
    private final Map<String, List<float[]>> players = new LinkedHashMap<>();
    private long step;
    private List<NamedArray> inputs = List.of();
    private SimilarityTransform place = SimilarityTransform.IDENTITY;

    PlayerWeights(GanSpec spec) {
        this.spec = spec;
    }

    /** Adds a player with arrays of these lengths. */
    void add(String player, List<Integer> lengths) {
        List<float[]> arrays = new ArrayList<>();
        lengths.forEach(length -> arrays.add(new float[length]));
        players.put(player, arrays);
    }

    public GanSpec spec() {
        return spec;
    }

    /** The training step of the weights. */
    public long step() {
        return step;
    }

    void setStep(long newStep) {
        step = newStep;
    }

    /** What the augmentation of D's inputs has adapted to. */
    public List<NamedArray> inputs() {
        return inputs;
    }

    void setInputs(List<NamedArray> newInputs) {
        inputs = newInputs;
    }

    /** Where the data was in that step. */
    public SimilarityTransform place() {
        return place;
    }

    void setPlace(SimilarityTransform newPlace) {
        place = newPlace;
    }

    /** Names and arrays of the players that are held. */
    Map<String, List<float[]>> players() {
        return players;
    }

    /**
     * A player's parameters, then its running statistics, in its network's order; readers must not change them.
     *
     * @throws IllegalArgumentException if the player is not among those that were copied
     */
    public List<float[]> arrays(String player) {
        List<float[]> arrays = players.get(player);
        if (arrays == null) {
            throw new IllegalArgumentException("no weights of " + player + " among those of " + players.keySet());
        }
        return arrays;
    }
}
