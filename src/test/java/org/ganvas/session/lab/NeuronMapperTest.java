package org.ganvas.session.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ganvas.data.Dataset;
import org.ganvas.data.PointBounds;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.probe.DiscriminatorProbe;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.engine.state.WeightAddress;
import org.ganvas.engine.state.WeightEdit;
import org.ganvas.engine.train.Trainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Maps of units against the layers' arithmetic, and against what the networks answer. */
final class NeuronMapperTest {

    private static final PointBounds AREA = new PointBounds(-1, -2, 2, 1);

    @ParameterizedTest
    @ValueSource(strings = {"ring", "ring-hinge-sn", "ring-wgan-gp", "ring-pacgan", "grid"})
    void everySumIsThatOfWeightsOutputsAndBias(String preset) throws Exception {
        GanSpec spec = PresetRegistry.get(preset).spec();
        TrainerState state = trained(spec);
        NeuronMapper mapper = new NeuronMapper(spec);
        try (DiscriminatorProbe discriminator = new DiscriminatorProbe(spec);
                GeneratorProbe generator = new GeneratorProbe(spec)) {
            discriminator.load(state);
            generator.load(state, false);
            NeuronMaps ofD = mapper.map(discriminator, AREA, 5);
            assertNotNull(ofD);
            NeuronMaps.Column answer = last(ofD);
            float[] points = ofD.lattice().points();
            assertArrayEquals(
                    discriminator.logits(points, new int[points.length / 2]),
                    answer.outputs()[0],
                    1e-6f,
                    "D's answers");
            assertSums(ofD);
            NeuronMaps ofG = mapper.map(generator, 5);
            if (spec.latentDim() > 2) {
                assertNull(ofG);
                return;
            }
            assertNotNull(ofG);
            float[] latents = ofG.lattice().points();
            float[] generated = generator.generate(latents, new int[latents.length / 2]);
            for (int i = 0; i < latents.length / 2; i++) {
                assertEquals(generated[2 * i], last(ofG).outputs()[0][i], 1e-6f);
                assertEquals(generated[2 * i + 1], last(ofG).outputs()[1][i], 1e-6f);
            }
            assertSums(ofG);
        }
    }

    private static TrainerState trained(GanSpec spec) throws Exception {
        Dataset data = DatasetRegistry.open("builtin:ring", ProgressListener.NONE);
        try (Trainer trainer = Trainer.of(spec, data, 3)) {
            for (int i = 0; i < 5; i++) {
                trainer.step();
            }
            return trainer.capture();
        }
    }

    @Test
    void aUnitWhoseWeightTheUserSetsStaysUntilTheNextStep() throws Exception {
        GanSpec spec = PresetRegistry.get("ring").spec();
        NeuronMapper mapper = new NeuronMapper(spec);
        try (DiscriminatorProbe discriminator = new DiscriminatorProbe(spec);
                Trainer trainer = Trainer.of(spec, DatasetRegistry.open("builtin:ring", ProgressListener.NONE), 3)) {
            discriminator.load(trainer.capture());
            int[] before = hidden(mapper.map(discriminator, AREA, 0));
            trainer.setWeight(new WeightEdit(new WeightAddress(Player.DISCRIMINATOR, 3, before[0], 0), 0));
            discriminator.load(trainer.capture());
            assertArrayEquals(before, hidden(mapper.map(discriminator, AREA, 0)));
            int unit = before[0];
            assertTrue(IntStream.of(hidden(mapper.map(discriminator, AREA, 1))).noneMatch(shown -> shown == unit));
        }
    }

    /** Units of the last hidden layer that are shown. */
    private static int[] hidden(NeuronMaps maps) {
        return maps.columns().get(maps.columns().size() - 2).shown();
    }

    private static NeuronMaps.Column last(NeuronMaps maps) {
        return maps.columns().get(maps.columns().size() - 1);
    }

    /** Computes the network from its inputs, weights and biases alone and compares every shown unit. */
    private static void assertSums(NeuronMaps maps) {
        for (int point = 0; point < maps.lattice().size(); point += 37) {
            int at = point;
            double[] inputs = IntStream.range(0, maps.columns().get(0).units())
                    .mapToDouble(unit -> maps.columns().get(0).outputs()[unit][at])
                    .toArray();
            for (NeuronMaps.Column column :
                    maps.columns().subList(1, maps.columns().size())) {
                double[] sums = new double[column.units()];
                for (int unit = 0; unit < sums.length; unit++) {
                    sums[unit] = column.bias()[unit];
                    for (int from = 0; from < inputs.length; from++) {
                        sums[unit] += column.weight(from, unit) * inputs[from];
                    }
                }
                inputs = Arrays.stream(sums)
                        .map(sum -> output(column.function(), sum))
                        .toArray();
                for (int row = 0; row < column.shown().length; row++) {
                    int unit = column.shown()[row];
                    assertEquals(sums[unit], column.sums()[row][point], 1e-4 * (1 + Math.abs(sums[unit])));
                    assertEquals(inputs[unit], column.outputs()[row][point], 1e-4 * (1 + Math.abs(inputs[unit])));
                }
            }
        }
    }

    private static double output(String function, double sum) {
        return switch (function) {
            case "" -> sum;
            case "ReLU" -> Math.max(0, sum);
            case "LeakyReLU" -> Math.max(0.2 * sum, sum);
            default -> throw new AssertionError(function);
        };
    }

    @Test
    void networksWithoutTwoInputsSayWhy() {
        GanSpec images = PresetRegistry.get("dcgan-light").spec();
        assertEquals(NeuronMaps.Obstacle.LAYERS, NeuronMaps.obstacle(images, Player.DISCRIMINATOR));
        assertNull(NeuronMaps.obstacle(PresetRegistry.get("ring").spec(), Player.GENERATOR));
    }
}
