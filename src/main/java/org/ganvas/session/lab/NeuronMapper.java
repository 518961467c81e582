package org.ganvas.session.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ganvas.data.PointBounds;
import org.ganvas.data.PointLattice;
import org.ganvas.engine.probe.DiscriminatorProbe;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.state.NamedArray;
import org.jspecify.annotations.Nullable;

/**
 * Computes {@link NeuronMaps}. Of a wide layer those units are shown whose outgoing weights are largest; one stays until
 * another is clearly larger, so that maps do not change places while the network learns. Belongs to one thread.
 */
final class NeuronMapper {

    /** How much larger the outgoing weights of a unit must be to displace one that is shown. */
    private static final double ADVANTAGE = 1.25;

    private final GanSpec spec;
    private final Map<Player, List<int[]>> shownBefore = new EnumMap<>(Player.class);
    private final Map<Player, Long> steps = new EnumMap<>(Player.class);

    NeuronMapper(GanSpec spec) {
        this.spec = spec;
    }

    /**
     * Maps of D over an area of the plane; null where D has none.
     *
     * @param step of the weights; while it stays, so do the units, whatever weights the user sets
     */
    @Nullable
    NeuronMaps map(DiscriminatorProbe probe, PointBounds area, long step) {
        if (NeuronMaps.obstacle(spec, Player.DISCRIMINATOR) != null) {
            return null;
        }
        PointLattice lattice = new PointLattice(area, NeuronMaps.SIDE, NeuronMaps.SIDE);
        float[] points = lattice.points();
        List<float[]> outputs = probe.layerOutputs(points, new int[lattice.size()]);
        return maps(
                Player.DISCRIMINATOR,
                spec.discriminator(),
                lattice,
                repeated(points, 2, spec.pack()),
                outputs,
                probe.arrays(),
                step);
    }

    /**
     * Maps of G over its latents; null where G has none.
     *
     * @param step as for D
     */
    @Nullable
    NeuronMaps map(GeneratorProbe probe, long step) {
        if (NeuronMaps.obstacle(spec, Player.GENERATOR) != null) {
            return null;
        }
        double reach = spec.game().prior().reach();
        PointLattice lattice =
                new PointLattice(new PointBounds(-reach, -reach, reach, reach), NeuronMaps.SIDE, NeuronMaps.SIDE);
        float[] latents = spec.latentDim() == 1 ? firstOf(lattice.points()) : lattice.points();
        List<float[]> outputs = probe.layerOutputs(latents, new int[lattice.size()]);
        return maps(Player.GENERATOR, spec.generator(), lattice, latents, outputs, probe.arrays(), step);
    }

    private static float[] firstOf(float[] pairs) {
        float[] first = new float[pairs.length / 2];
        for (int i = 0; i < first.length; i++) {
            first[i] = pairs[2 * i];
        }
        return first;
    }

    /** Each row several times in turn, as a D with packing takes it. */
    private static float[] repeated(float[] rows, int width, int times) {
        float[] repeated = new float[rows.length * times];
        for (int i = 0; i < repeated.length; i++) {
            int row = i / (width * times);
            repeated[i] = rows[row * width + i % width];
        }
        return repeated;
    }

    private NeuronMaps maps(
            Player player,
            NetworkSpec network,
            PointLattice lattice,
            float[] inputs,
            List<float[]> outputs,
            List<NamedArray> arrays,
            long step) {
        List<Layer> layers = layers(network, inputs, outputs, arrays, lattice.size());
        Long before = steps.put(player, step);
        List<int[]> same = before != null && before == step ? shownBefore.get(player) : null;
        List<int[]> shown = same == null ? shown(player, layers) : same;
        List<NeuronMaps.Column> columns = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            columns.add(new NeuronMaps.Column(
                    layer.index(),
                    layer.function(),
                    layer.units(),
                    shown.get(i),
                    chosen(layer.sums(), layer.units(), shown.get(i)),
                    chosen(layer.outputs(), layer.units(), shown.get(i)),
                    layer.weights(),
                    layer.bias()));
        }
        return new NeuronMaps(player, lattice, columns);
    }

    /** A dense layer with all its numbers, row after row. */
    private record Layer(
            int index, String function, int units, float[] sums, float[] outputs, float[] weights, float[] bias) {}

    private static List<Layer> layers(
            NetworkSpec network, float[] inputs, List<float[]> outputs, List<NamedArray> arrays, int points) {
        List<Layer> layers = new ArrayList<>();
        float[] none = new float[0];
        layers.add(new Layer(-1, "", inputs.length / points, inputs, inputs, none, none));
        List<LayerSpec> specs = network.layers();
        for (int i = 0; i < specs.size(); i++) {
            if (specs.get(i) instanceof LayerSpec.Dense dense) {
                int next = i + 1;
                while (next < specs.size() && !(specs.get(next) instanceof LayerSpec.Dense)) {
                    next++;
                }
                layers.add(new Layer(
                        i,
                        NeuronMaps.function(specs.subList(i + 1, next)),
                        dense.units(),
                        outputs.get(i),
                        outputs.get(next - 1),
                        array(arrays, i + ".dense/weight"),
                        array(arrays, i + ".dense/bias")));
            }
        }
        return layers;
    }

    private static float[] array(List<NamedArray> arrays, String name) {
        return arrays.stream()
                .filter(array -> array.name().equals(name))
                .map(NamedArray::values)
                .findFirst()
                .orElse(new float[0]);
    }

    /** Units to show of each layer. */
    private List<int[]> shown(Player player, List<Layer> layers) {
        List<int[]> before = shownBefore.getOrDefault(player, List.of());
        List<int[]> shown = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            shown.add(
                    layer.units() <= NeuronMaps.MOST_UNITS || i == layers.size() - 1
                            ? IntStream.range(0, Math.min(layer.units(), NeuronMaps.MOST_UNITS))
                                    .toArray()
                            : largest(
                                    outgoing(layers.get(i + 1), layer.units()),
                                    i < before.size() ? before.get(i) : new int[0]));
        }
        shownBefore.put(player, shown);
        return shown;
    }

    private static double[] outgoing(Layer next, int units) {
        double[] sizes = new double[units];
        for (int from = 0; from < units; from++) {
            for (int to = 0; to < next.units(); to++) {
                sizes[from] = Math.max(sizes[from], Math.abs(next.weights()[from * next.units() + to]));
            }
        }
        return sizes;
    }

    private static int[] largest(double[] sizes, int[] before) {
        double[] ranks = sizes.clone();
        for (int unit : before) {
            ranks[unit] *= ADVANTAGE;
        }
        return IntStream.range(0, sizes.length)
                .boxed()
                .sorted((a, b) -> Double.compare(ranks[b], ranks[a]))
                .limit(NeuronMaps.MOST_UNITS)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    private static float[][] chosen(float[] rows, int units, int[] shown) {
        int points = rows.length / units;
        return Arrays.stream(shown)
                .mapToObj(unit -> {
                    float[] values = new float[points];
                    for (int i = 0; i < points; i++) {
                        values[i] = rows[i * units + unit];
                    }
                    return values;
                })
                .toArray(float[][]::new);
    }
}
