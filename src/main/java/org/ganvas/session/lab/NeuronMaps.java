package org.ganvas.session.lab;

import java.util.List;
import org.ganvas.data.PointLattice;
import org.ganvas.engine.spec.Conditioning;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.jspecify.annotations.Nullable;

/**
 * The units of a network as functions of its two inputs, with the weights between them. Immutable, any thread.
 *
 * @param player whose network it is
 * @param lattice of the inputs: places of the plane for D, latents for G
 * @param columns the inputs, then the units of each dense layer, the output last
 */
public record NeuronMaps(Player player, PointLattice lattice, List<Column> columns) {

    /** Points of a map along one side. */
    public static final int SIDE = 24;

    /** Units of a layer that are shown. */
    public static final int MOST_UNITS = 16;

    private static final int INPUTS = 2;

    public NeuronMaps {
        columns = List.copyOf(columns);
    }

    /**
     * Units of a layer. The arrays are not to be changed.
     *
     * @param layer index of the dense layer in the network; -1 for the inputs
     * @param function between the sums and the outputs; empty for none, "f" for more than one
     * @param units number of units
     * @param shown indices of those that have maps, ascending
     * @param sums of each shown unit at each point of the lattice, before the function
     * @param outputs of each shown unit at each point of the lattice
     * @param weights from each unit of the column before, row by row, as the network multiplies by them; none for the inputs
     * @param bias of each unit; none for the inputs
     */
    public record Column(
            int layer,
            String function,
            int units,
            int[] shown,
            float[][] sums,
            float[][] outputs,
            float[] weights,
            float[] bias) {

        /** Weight between two units, by their indices in the layers. */
        public float weight(int from, int to) {
            return weights[from * units + to];
        }
    }

    /** Reason why a network has no such maps. */
    public enum Obstacle {
        /** It has more than two inputs. */
        INPUTS,
        /** It has other layers than dense ones and functions of single numbers. */
        LAYERS
    }

    /** Why a network has no maps; null where it has. */
    public static @Nullable Obstacle obstacle(GanSpec spec, Player player) {
        boolean ofGenerator = player == Player.GENERATOR;
        NetworkSpec network = ofGenerator ? spec.generator() : spec.discriminator();
        boolean plain = spec.image().isPoint()
                && spec.conditioning() == Conditioning.NONE
                && spec.game().takesLatents()
                && network.layers().get(0) instanceof LayerSpec.Dense
                && network.layers().stream().allMatch(NeuronMaps::isPlain);
        if (!plain) {
            return Obstacle.LAYERS;
        }
        return ofGenerator && spec.latentDim() > INPUTS ? Obstacle.INPUTS : null;
    }

    private static boolean isPlain(LayerSpec layer) {
        return layer instanceof LayerSpec.Dense || isFunction(layer) || layer instanceof LayerSpec.Dropout;
    }

    private static boolean isFunction(LayerSpec layer) {
        return layer instanceof LayerSpec.Relu
                || layer instanceof LayerSpec.LeakyRelu
                || layer instanceof LayerSpec.Tanh
                || layer instanceof LayerSpec.BatchNorm;
    }

    /** Name of what is computed from the sums, by the layers that follow; dropout rests while networks are observed. */
    static String function(List<LayerSpec> following) {
        List<LayerSpec> functions =
                following.stream().filter(NeuronMaps::isFunction).toList();
        if (functions.isEmpty()) {
            return "";
        }
        LayerSpec first = functions.get(0);
        if (functions.size() > 1) {
            return "f";
        }
        return first instanceof LayerSpec.Relu
                ? "ReLU"
                : first instanceof LayerSpec.LeakyRelu
                        ? "LeakyReLU"
                        : first instanceof LayerSpec.Tanh ? "tanh" : "BatchNorm";
    }
}
