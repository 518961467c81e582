package org.ganvas.viewmodel.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.ganvas.data.PointBounds;
import org.ganvas.data.PointLattice;
import org.ganvas.engine.spec.Player;
import org.ganvas.session.lab.NeuronMaps;
import org.ganvas.viewmodel.text.Messages;
import org.junit.jupiter.api.Test;

/** Equations of units whose numbers are known. */
final class NeuronArithmeticTest {

    /** Four points: x and y are -1 or 1. */
    private static final PointLattice LATTICE = new PointLattice(new PointBounds(-1, -1, 1, 1), 2, 2);

    static final NeuronMaps MAPS = new NeuronMaps(
            Player.DISCRIMINATOR,
            LATTICE,
            List.of(
                    new NeuronMaps.Column(
                            -1,
                            "",
                            2,
                            new int[] {0, 1},
                            new float[2][4],
                            new float[][] {{-1, 1, -1, 1}, {1, 1, -1, -1}},
                            new float[0],
                            new float[0]),
                    // Five units of which two are shown: the rest is what the shown ones and the bias leave of the sum.
                    column(0, "ReLU", 5, new int[] {1, 4}, new float[][] {{-3, 1, 0, 0}, {0.5f, 2, 0, 0}}),
                    column(2, "", 1, new int[] {0}, new float[][] {{1.75f, 4, 0, 0}})));

    private static NeuronMaps.Column column(int layer, String function, int units, int[] shown, float[][] sums) {
        float[][] outputs = new float[sums.length][4];
        for (int i = 0; i < sums.length; i++) {
            for (int p = 0; p < 4; p++) {
                outputs[i][p] = function.isEmpty() ? sums[i][p] : Math.max(0, sums[i][p]);
            }
        }
        float[] weights = layer == 0 ? new float[] {0, 2, 0, 0, 0.5f, 0, -1, 0, 0, 1} : new float[] {9, 2, 9, 9, -1};
        float[] bias = layer == 0 ? new float[] {0, -0.25f, 0, 0, 0} : new float[] {0.25f};
        return new NeuronMaps.Column(layer, function, units, shown, sums, outputs, weights, bias);
    }

    private static String sentence(int column, int row, int place) {
        Messages.setLanguage(Locale.ENGLISH);
        return NeuronArithmetic.sentence(MAPS, column, row, place).replace('\u00A0', ' ');
    }

    @Test
    void aUnitOfTheFirstLayerIsItsWeightsTimesTheInputs() {
        assertEquals("At x −1.00, y 1.00: x = −1.00", sentence(0, 0, 0));
        assertEquals(
                "At x −1.00, y 1.00: unit 2 of layer 1 = 0.00 = ReLU(2.00 × (−1.00) − 1.00 × 1.00 − 0.25)",
                sentence(1, 0, 0));
    }

    @Test
    void whatIsNotWrittenOutIsOneNumber() {
        // 4 = 2 x 1 - 1 x 2 + rest + 0.25
        assertEquals(
                "At x 1.00, y 1.00: D's answer = 4.00 = 2.00 × 1.00 − 1.00 × 2.00 + 3.75 from 3 more + 0.25",
                sentence(2, 0, 1));
    }
}
