package org.ganvas.engine.dream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ganvas.data.ImageShape;
import org.ganvas.data.transform.PixelImage;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.autodiff.Autograd;
import org.ganvas.engine.autodiff.Tensor;
import org.ganvas.engine.spec.dream.DreamObjective;
import org.ganvas.engine.spec.dream.DreamWeights;
import org.ganvas.engine.spec.layer.InitSpec;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.state.FeatureWeights;
import org.ganvas.engine.state.NamedArray;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;

class DreamObjectiveTermsTest {

    private static final ImageShape SHAPE = new ImageShape(3, 7, 7);
    private static final double STEP = 1e-5;

    @BeforeAll
    static void start() {
        NativeEngine.start();
    }

    static Stream<DreamObjective> objectives() {
        return Stream.of(
                new DreamObjective.Energy(1),
                new DreamObjective.Energy(3),
                new DreamObjective.Energy(7),
                new DreamObjective.Channel(5, 2),
                new DreamObjective.Channel(7, 4),
                new DreamObjective.Style(6, List.of(1, 3, 5)),
                new DreamObjective.Style(7, List.of(7)));
    }

    @ParameterizedTest
    @MethodSource("objectives")
    void gradientOfEachObjectiveIsThatOfCentralDifferences(DreamObjective objective) {
        FeatureWeights features = DreamTestImages.branched(3, 7);
        PixelImage content = DreamTestImages.noise(SHAPE, 1);
        PixelImage style = DreamTestImages.noise(SHAPE, 2);
        DreamWeights weights = new DreamWeights(0.7, 1.3, 0);
        try (DreamObjectiveTerms terms =
                new DreamObjectiveTerms(features, objective, content, style, DataType.DOUBLE)) {
            assertGradient(
                    DreamTestImages.noise(SHAPE, 3),
                    image -> terms.graph(image, weights).loss());
        }
    }

    @Test
    void gradientOfTheTotalVariationIsThatOfCentralDifferences() {
        assertGradient(DreamTestImages.noise(SHAPE, 4), DreamLosses::totalVariation);
    }

    @Test
    void totalVariationIsHalfTheSquaredDifferencesOfNeighbours() {
        Tensor image = Tensor.of(new float[] {0, 1, 3, 7}, 1, 1, 2, 2);
        assertEquals((1 + 16 + 9 + 36) / 2.0, DreamLosses.totalVariation(image).scalar(), 1e-6);
    }

    private static void assertGradient(PixelImage at, Function<Tensor, Tensor> scalar) {
        double[] pixels = new double[at.pixels().length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = at.pixels()[i];
        }
        Tensor variable = tensor(pixels).asVariable();
        double[] gradient = Autograd.grad(scalar.apply(variable), List.of(variable), false)
                .get(0)
                .toDoubles();
        double largest = 0;
        for (int i = 0; i < pixels.length; i++) {
            double before = pixels[i];
            pixels[i] = before + STEP;
            double up = scalar.apply(tensor(pixels)).scalar();
            pixels[i] = before - STEP;
            double down = scalar.apply(tensor(pixels)).scalar();
            pixels[i] = before;
            assertEquals((up - down) / (2 * STEP), gradient[i], 1e-7, "pixel " + i);
            largest = Math.max(largest, Math.abs(gradient[i]));
        }
        assertTrue(largest > 1e-4, "the objective depends on the image");
    }

    private static Tensor tensor(double[] pixels) {
        return Tensor.of(pixels, 1, SHAPE.channels(), SHAPE.height(), SHAPE.width());
    }

    @Test
    void gramMatrixIsTheProductsOfTheMapsOverTheirPixels() {
        int channels = 3;
        int pixels = 20;
        float[] maps = DreamTestImages.noise(new ImageShape(3, 4, 5), 5).pixels();
        double[] gram = DreamLosses.gram(Tensor.of(maps, 1, channels, 4, 5)).toDoubles();
        for (int i = 0; i < channels; i++) {
            for (int j = 0; j < channels; j++) {
                double sum = 0;
                for (int p = 0; p < pixels; p++) {
                    sum += (double) maps[i * pixels + p] * maps[j * pixels + p];
                }
                assertEquals(sum / pixels, gram[i * channels + j], 1e-6);
            }
        }
    }

    /** The style loss of a layer, computed from its maps in plain loops. */
    @Test
    void styleLossIsTheRelativeDistanceOfGramMatrices() {
        float[] maps = DreamTestImages.noise(new ImageShape(3, 4, 5), 6).pixels();
        float[] other = DreamTestImages.noise(new ImageShape(3, 6, 6), 7).pixels();
        double distance = 0;
        double size = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double want = product(other, i, j, 36);
                distance += Math.pow(product(maps, i, j, 20) - want, 2);
                size += want * want;
            }
        }
        Tensor target = DreamLosses.gram(Tensor.of(other, 1, 3, 6, 6));
        Tensor loss = DreamLosses.style(Tensor.of(maps, 1, 3, 4, 5), target);
        assertEquals(distance / size, loss.scalar(), 1e-5 * distance / size);
    }

    private static double product(float[] maps, int i, int j, int pixels) {
        double sum = 0;
        for (int p = 0; p < pixels; p++) {
            sum += (double) maps[i * pixels + p] * maps[j * pixels + p];
        }
        return sum / pixels;
    }

    @Test
    void contentAndStyleOfTheTargetsThemselvesAreZero() {
        FeatureWeights features = DreamTestImages.branched(3, 7);
        PixelImage image = DreamTestImages.noise(SHAPE, 8);
        DreamObjective objective = new DreamObjective.Style(5, List.of(1, 5));
        try (DreamObjectiveTerms terms = new DreamObjectiveTerms(features, objective, image, image, DataType.FLOAT)) {
            DreamObjectiveTerms.Values at = terms.at(image.pixels(), new DreamWeights(1, 1, 0));
            assertEquals(0, at.content(), 1e-9);
            assertEquals(0, at.style(), 1e-9);
        }
    }

    /** Zeros around an image would answer otherwise at its border than in its middle. */
    @Test
    void featuresOfAnEvenImageAreEvenUpToTheBorder() {
        FeatureWeights features = DreamTestImages.branched(3, 7);
        for (int side : new int[] {7, 12, 15}) {
            float[] pixels = new float[3 * side * side];
            Arrays.fill(pixels, 0.7f);
            for (int layer : new int[] {1, 3, 6}) {
                FeatureMaps maps =
                        FeatureMaps.of(features, new PixelImage(new ImageShape(3, side, side), pixels), layer);
                int size = maps.shape().height() * maps.shape().width();
                assertEquals(layer == 6 ? (side + 1) / 2 : side, maps.shape().height());
                for (int i = 0; i < maps.values().length; i++) {
                    assertEquals(
                            maps.values()[i / size * size], maps.values()[i], 1e-5, "layer " + layer + ", place " + i);
                }
            }
        }
    }

    /** Without padding a 5x5 window sees a corner once, and a pixel in the middle 25 times. */
    @Test
    void everyPixelIsSeenByAsManyWindowsWhereLayersDoNotPad() {
        NetworkSpec network = new NetworkSpec(InitSpec.PYTORCH, List.of(new LayerSpec.Conv(1, 5, 1, 0, false)));
        float[] ones = new float[25];
        Arrays.fill(ones, 1);
        FeatureWeights sum = new FeatureWeights(
                network,
                new ImageShape(1, 12, 12),
                1,
                0,
                false,
                List.of(new NamedArray("0.conv/weight", new long[] {1, 1, 5, 5}, ones)));
        PixelImage image = DreamTestImages.noise(new ImageShape(1, 12, 12), 10);
        FeatureMaps maps = FeatureMaps.of(sum, image, 0);
        assertEquals(12, maps.shape().height());
        assertEquals(12, maps.shape().width());
        double corner = 0;
        for (int y = -2; y <= 2; y++) {
            for (int x = -2; x <= 2; x++) {
                corner += image.pixels()[Math.abs(y) * 12 + Math.abs(x)];
            }
        }
        assertEquals(corner, maps.values()[0], 1e-5);
    }

    /** The middle of an image is further from the zeros than they reach: there nothing changes. */
    @Test
    void featuresInTheMiddleAreThoseOfTheLayersAlone() {
        FeatureWeights features = DreamTestImages.branched(3, 7);
        PixelImage image = DreamTestImages.noise(new ImageShape(3, 15, 15), 9);
        FeatureMaps maps = FeatureMaps.of(features, image, 0);
        float[] weight = features.arrays().get(0).values();
        float[] bias = features.arrays().get(1).values();
        double sum = bias[1];
        for (int channel = 0; channel < 3; channel++) {
            for (int k = 0; k < 9; k++) {
                sum += weight[(3 + channel) * 9 + k]
                        * image.pixels()[(channel * 15 + 7 + k / 3 - 1) * 15 + 6 + k % 3 - 1];
            }
        }
        assertEquals(sum, maps.values()[(15 + 7) * 15 + 6], 1e-5);
    }
}
