package org.ganvas.session.explore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.net.Generator;
import org.ganvas.engine.probe.GeneratorProbe;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.layer.StyleEdits;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.session.run.LatentDirection;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

/** Principal components of w against their definition. */
final class StyleComponentsTest {

    private static final int ROWS = 40;
    private static final int WIDTH = 6;

    private static float[] styles() {
        float[] styles = new float[ROWS * WIDTH];
        new SeededRandomStream(3, SeededRandomStream.Purpose.TEST, 0).fillGaussian(styles, 1);
        for (int i = 0; i < styles.length; i++) {
            styles[i] = styles[i] * (1 + i % WIDTH) + 5;
        }
        return styles;
    }

    private static double variance(float[] styles, float[] axis) {
        double sum = 0;
        double square = 0;
        for (int r = 0; r < ROWS; r++) {
            double along = 0;
            for (int c = 0; c < WIDTH; c++) {
                along += styles[r * WIDTH + c] * axis[c];
            }
            sum += along / ROWS;
            square += along * along / ROWS;
        }
        return square - sum * sum;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    @Test
    void directionsAreOrthonormalAndTheirSharesAreTheVarianceAlongThem() {
        float[] styles = styles();
        StyleComponents components = StyleComponents.of(styles, ROWS, WIDTH);
        double total = 0;
        for (int c = 0; c < WIDTH; c++) {
            float[] unit = new float[WIDTH];
            unit[c] = 1;
            total += variance(styles, unit);
        }
        double shares = 0;
        assertEquals(WIDTH, components.axes().size());
        for (int i = 0; i < WIDTH; i++) {
            LatentDirection direction = components.directions().get(i);
            assertEquals(variance(styles, components.axes().get(i)) / total, direction.share(), 1e-5);
            shares += direction.share();
            for (int j = 0; j < WIDTH; j++) {
                double expected = i == j ? 1 : 0;
                assertEquals(
                        expected,
                        dot(components.axes().get(i), components.axes().get(j)),
                        1e-5);
                assertEquals(
                        expected,
                        dot(direction.vector(), components.directions().get(j).vector()),
                        1e-5);
            }
        }
        assertEquals(1, shares, 1e-9);
        assertTrue(components.directions().get(0).share()
                > components.directions().get(5).share());
    }

    /** The sum of the centred styles by a component's scores leads along its axis: so scores alone keep the direction. */
    @Test
    void scoresGiveTheAxisBack() {
        float[] styles = styles();
        StyleComponents components = StyleComponents.of(styles, ROWS, 3);
        for (int k = 0; k < 3; k++) {
            double[] sum = new double[WIDTH];
            for (int c = 0; c < WIDTH; c++) {
                double mean = 0;
                for (int r = 0; r < ROWS; r++) {
                    mean += (double) styles[r * WIDTH + c] / ROWS;
                }
                for (int r = 0; r < ROWS; r++) {
                    sum[c] += components.directions().get(k).vector()[r] * (styles[r * WIDTH + c] - mean);
                }
            }
            assertArrayEquals(components.axes().get(k), LatentAnalysis.unit(sum), 1e-5f);
        }
    }

    private static TrainerState initial(GanSpec spec) {
        try (Generator generator = new Generator(spec, 1, DataType.FLOAT)) {
            return new TrainerState(
                    7,
                    generator.variables().stream()
                            .map(variable -> variable.copy("generator/"))
                            .toList());
        }
    }

    @Test
    void aGeneratorWithStylesIsAnalyzedInThem() {
        NativeEngine.start();
        GanSpec spec = PresetRegistry.get("stylegan").spec();
        AnalyzedGenerator generator = new AnalyzedGenerator(spec, initial(spec), false);
        LatentAnalysis analysis = LatentAnalysis.of(generator, new SearchBudget(() -> true, () -> false), share -> {});
        List<LatentDirection> directions = analysis.directions();
        assertEquals(32, directions.size());
        for (LatentDirection each : directions) {
            assertEquals(LatentDirection.Space.W, each.space());
            assertEquals(StyleEdits.SEEDS, each.vector().length);
        }
        try (GeneratorProbe probe = generator.open()) {
            StyleComponents all = StyleComponents.of(probe.seededStyles(), StyleEdits.SEEDS, spec.latentDim());
            assertEquals(
                    1,
                    all.directions().stream()
                            .mapToDouble(LatentDirection::share)
                            .sum(),
                    1e-9);
            assertEquals(all.directions().get(0).share(), directions.get(0).share());
        }
    }
}
