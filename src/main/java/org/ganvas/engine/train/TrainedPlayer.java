package org.ganvas.engine.train;

import java.nio.FloatBuffer;
import java.util.List;
import org.ganvas.engine.net.Discriminator;
import org.ganvas.engine.net.Encoder;
import org.ganvas.engine.net.Generator;
import org.ganvas.engine.net.NamedTensor;
import org.ganvas.engine.net.PlayerNetwork;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.spec.PlayerSpec;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.layer.LayerLiveness;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.engine.state.WeightAddress;
import org.ganvas.engine.state.WeightEdit;
import org.ganvas.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * One player of a run: its network, its optimizer and, where they are kept, its averaged weights. The training thread's;
 * holds native memory until closed.
 */
final class TrainedPlayer implements AutoCloseable {

    private static final String DENSE_WEIGHT = ".dense/weight";
    private static final String DENSE_BIAS = ".dense/bias";

    final Player role;
    final String name;
    final Optimizer optimizer;
    final @Nullable ExponentialMovingAverage average;
    private final PlayerNetwork network;
    private final List<NamedTensor> variables;
    private double growth = LayerLiveness.GROWN;

    TrainedPlayer(PlayerSpec spec, PlayerNetwork network) {
        role = spec.role();
        name = spec.name();
        this.network = network;
        optimizer = new Optimizer(name, network.parameters(), spec.optimizer());
        double emaDecay = spec.emaDecay();
        variables = network.variables();
        average = emaDecay > 0
                ? new ExponentialMovingAverage(
                        TrainerState.averagePrefix(name), network.parameters(), network.statistics(), emaDecay)
                : null;
    }

    void applySettings(PlayerSpec spec) {
        optimizer.setSpec(spec.optimizer());
        if (average != null) {
            average.setDecayLimit(spec.emaDecay());
        }
    }

    /** Sets the number of stages that have come in: what only later ones need is not updated. */
    void growTo(double stages) {
        if (stages != growth) {
            growth = stages;
            optimizer.setLive(network.liveParameters(stages));
        }
    }

    /** The generator of this player. */
    Generator generator() {
        return (Generator) network;
    }

    /** The discriminator of this player, or the encoder that has its form. */
    Discriminator discriminator() {
        return (Discriminator) network;
    }

    /** The encoder of this player. */
    Encoder encoder() {
        return (Encoder) network;
    }

    /** Lengths of the parameters and running statistics. */
    List<Integer> lengths() {
        return variables.stream().map(v -> (int) v.tensor().length()).toList();
    }

    /** Copies parameters and running statistics, averaged where that is wanted and there are averages. */
    void copyWeights(List<float[]> target, boolean averaged) {
        for (int i = 0; i < variables.size(); i++) {
            float[] array = target.get(i);
            if (averaged && average != null) {
                System.arraycopy(average.values().get(i), 0, array, 0, array.length);
            } else {
                variables.get(i).tensor().copyTo(array, 0);
            }
        }
    }

    /**
     * Sets one weight.
     *
     * @return the value before
     * @throws SpecException if there is no such weight
     */
    float setWeight(WeightEdit edit) {
        WeightAddress at = edit.address();
        List<NamedTensor> layers =
                variables.stream().filter(v -> v.name().endsWith(DENSE_WEIGHT)).toList();
        SpecException.require(at.layer() <= layers.size(), "engine.weight.none");
        NamedTensor weights = layers.get(at.layer() - 1);
        String path = weights.name().substring(0, weights.name().length() - DENSE_WEIGHT.length());
        long inputs = weights.tensor().shape()[0];
        long units = weights.tensor().shape()[1];
        SpecException.require(at.input() < inputs && at.unit() < units, "engine.weight.none");
        int index = (int) (at.isBias() ? at.unit() : at.input() * units + at.unit());
        FloatBuffer values = at.isBias()
                ? variables.stream()
                        .filter(v -> v.name().equals(path + DENSE_BIAS))
                        .findFirst()
                        .orElseThrow(() -> new SpecException(Message.of("engine.weight.none")))
                        .tensor()
                        .floats()
                : weights.tensor().floats();
        float before = values.get(index);
        values.put(index, edit.value());
        return before;
    }

    /** Copies of parameters and running statistics. */
    List<NamedArray> captureWeights() {
        String prefix = TrainerState.prefix(name);
        return variables.stream().map(variable -> variable.copy(prefix)).toList();
    }

    /** @param updates count of its updates, for states without clocks */
    void restore(TrainerStateReader reader, long updates) {
        reader.copyPlayer(name, variables, false);
        optimizer.restore(reader, updates);
        if (average != null) {
            average.restore(reader);
        }
    }

    @Override
    public void close() {
        network.close();
    }
}
