package org.ganvas.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.Conditioning;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NormLayerSpec;
import org.ganvas.engine.spec.layer.RegisterLayerSpec;
import org.ganvas.engine.spec.layer.ResizeLayerSpec;
import org.ganvas.engine.spec.training.Regularizer;
import org.ganvas.engine.state.TrainerState;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Exports of briefly trained runs, restored by stock Deeplearning4j, against this program's own networks. */
class Dl4jModelExportTest {

    private static final int BATCH = 3;
    private static final int[] LABELS = {0, 7, 3};

    @TempDir
    private Path folder;

    @BeforeAll
    static void startEngine() {
        NativeEngine.start();
    }

    @ParameterizedTest
    @ValueSource(strings = {"minute", "mlp-b", "mlp-bn", "mlp-dropout", "dcgan-light"})
    void everyPresetGivesTheSameImagesAndLogits(String preset) throws IOException {
        agree(TrainedRuns.preset(preset));
    }

    @Test
    void reshapesBetweenRowsAndImagesAgree() throws IOException {
        agree(TrainedRuns.with(
                TrainedRuns.preset("dcgan-light"),
                10,
                List.of(
                        new LayerSpec.ConvTranspose(8, 7, 1, 0, true),
                        new LayerSpec.Reshape(2, 14, 14),
                        new LayerSpec.LeakyRelu(0.1),
                        new LayerSpec.BatchNorm(1e-3, 0.1),
                        new LayerSpec.Reshape(392, 1, 1),
                        new LayerSpec.BatchNorm(1e-3, 0.1),
                        new LayerSpec.Reshape(2, 14, 14),
                        new LayerSpec.ConvTranspose(1, 4, 2, 1, true),
                        new LayerSpec.Tanh(),
                        new LayerSpec.Reshape(1, 28, 28)),
                List.of(
                        new LayerSpec.Conv(4, 7, 7, 0, true),
                        new LayerSpec.LeakyRelu(0.2),
                        new LayerSpec.Conv(6, 4, 1, 0, true),
                        new LayerSpec.Relu(),
                        new LayerSpec.Dropout(0.25),
                        new LayerSpec.Dense(1))));
    }

    /** Registers need a graph: sums in the residual preset, channels side by side and a second way in a U-Net. */
    @Test
    void registersAgreeAsAGraph() throws IOException {
        agree(TrainedRuns.preset("dcgan-residual"));
        agree(TrainedRuns.with(
                TrainedRuns.preset("dcgan-light"),
                10,
                List.of(
                        new LayerSpec.Dense(2 * 14 * 14),
                        new RegisterLayerSpec.Keep("row"),
                        new LayerSpec.Reshape(2, 14, 14),
                        new RegisterLayerSpec.Keep("wide"),
                        new LayerSpec.Conv(3, 4, 2, 1, true),
                        new LayerSpec.Relu(),
                        new LayerSpec.ConvTranspose(2, 4, 2, 1, true),
                        new RegisterLayerSpec.Join("wide", RegisterLayerSpec.How.CONCAT),
                        new LayerSpec.ConvTranspose(1, 4, 2, 1, true),
                        new RegisterLayerSpec.Keep("image"),
                        new RegisterLayerSpec.Take("row"),
                        new LayerSpec.LeakyRelu(0.2),
                        new LayerSpec.Dense(784),
                        new LayerSpec.Reshape(1, 28, 28),
                        new RegisterLayerSpec.Join("image", RegisterLayerSpec.How.ADD),
                        new LayerSpec.Tanh()),
                List.of(
                        new LayerSpec.Conv(4, 4, 2, 1, true),
                        new RegisterLayerSpec.Keep("r"),
                        new LayerSpec.LeakyRelu(0.2),
                        new LayerSpec.Conv(4, 3, 1, 1, true),
                        new RegisterLayerSpec.Join("r", RegisterLayerSpec.How.ADD),
                        new LayerSpec.Dense(1))));
    }

    @Test
    void mapOfLogitsAgrees() throws IOException {
        GanSpec light = TrainedRuns.preset("dcgan-light");
        GanSpec spec = TrainedRuns.with(
                light,
                0,
                light.generator().layers(),
                List.of(
                        new LayerSpec.Conv(4, 4, 2, 1, true),
                        new LayerSpec.LeakyRelu(0.2),
                        new LayerSpec.Conv(1, 4, 2, 1, true)));
        logitsAgree(
                spec,
                TrainedRuns.steps(spec, 2),
                TrainedRuns.gaussian(BATCH * spec.image().size(), 5));
    }

    private void agree(GanSpec spec) throws IOException {
        TrainerState state = TrainedRuns.steps(spec, 3);
        float[] latents = TrainedRuns.gaussian(BATCH * spec.latentDim(), 100);
        INDArray rows =
                Nd4j.createFromArray(TrainedRuns.inputs(spec, latents, LABELS)).reshape(BATCH, spec.generatorInputs());
        float[] raw = {};
        for (boolean averaged : new boolean[] {false, true}) {
            Path file = write(spec, state, Player.GENERATOR, averaged);
            float[] got = floats(
                    spec.generator().hasRegisters()
                            ? ComputationGraph.load(file.toFile(), false).outputSingle(rows)
                            : MultiLayerNetwork.load(file.toFile(), false).output(rows));
            boolean average = averaged && spec.training().averagesWeights();
            assertArrayEquals(TrainedRuns.images(spec, state, average, latents, LABELS), got, 1e-5f);
            if (average) {
                assertTrue(distance(raw, got) > 1e-3, "the average is no other generator");
            }
            raw = got;
        }
        logitsAgree(spec, state, raw);
    }

    @Test
    void upsamplingAndPoolingAgree() throws IOException {
        agree(TrainedRuns.with(
                TrainedRuns.preset("dcgan-light"),
                0,
                List.of(
                        new LayerSpec.Dense(3 * 7 * 7),
                        new LayerSpec.Reshape(3, 7, 7),
                        new ResizeLayerSpec.Upsample(4, ResizeLayerSpec.Interpolation.NEAREST),
                        new LayerSpec.Conv(1, 3, 1, 1, true),
                        new LayerSpec.Tanh()),
                List.of(
                        new ResizeLayerSpec.Pad(1),
                        new LayerSpec.Conv(4, 3, 1, 1, true),
                        new ResizeLayerSpec.AveragePool(4),
                        new LayerSpec.LeakyRelu(0.2),
                        new LayerSpec.Dense(1))));
    }

    @Test
    void spectrallyNormalisedWeightsAgree() throws IOException {
        GanSpec spec = TrainedRuns.withConditioning(
                TrainedRuns.preset("minute"), Conditioning.PROJECTION, List.of(new Regularizer.SpectralNorm()));
        TrainerState state = TrainedRuns.steps(spec, 3);
        logitsAgree(spec, state, TrainedRuns.gaussian(BATCH * spec.image().size(), 5));
    }

    @Test
    void labelMapsAgree() throws IOException {
        for (String preset : List.of("minute", "dcgan-light")) {
            GanSpec spec =
                    TrainedRuns.withConditioning(TrainedRuns.preset(preset), Conditioning.CONCATENATION, List.of());
            TrainerState state = TrainedRuns.steps(spec, 1);
            logitsAgree(spec, state, TrainedRuns.gaussian(BATCH * spec.image().size(), 5));
        }
    }

    @Test
    void secondHeadIsASecondOutput() throws IOException {
        GanSpec spec =
                TrainedRuns.withConditioning(TrainedRuns.preset("dcgan-light"), Conditioning.AUXILIARY, List.of());
        TrainerState state = TrainedRuns.steps(spec, 1);
        float[] images = TrainedRuns.gaussian(BATCH * spec.image().size(), 5);
        ComputationGraph graph = ComputationGraph.load(
                write(spec, state, Player.DISCRIMINATOR, true).toFile(), false);
        INDArray[] outputs = graph.output(Nd4j.createFromArray(images).reshape(BATCH, 1, 28, 28));
        assertLogitsEqual(TrainedRuns.logits(spec, state, images, LABELS), floats(outputs[0]));
        assertLogitsEqual(TrainedRuns.head(spec, state, images, LABELS), floats(outputs[1]));
    }

    private void logitsAgree(GanSpec spec, TrainerState state, float[] images) throws IOException {
        Path file = write(spec, state, Player.DISCRIMINATOR, true);
        LayerShape input = spec.discriminatorInput();
        float[] all = TrainedRuns.discriminatorInputs(spec, images, LABELS);
        INDArray x = spec.discriminator().layers().get(0).takesRows()
                ? Nd4j.createFromArray(all).reshape(BATCH, input.size())
                : Nd4j.createFromArray(all).reshape(BATCH, input.channels(), input.height(), input.width());
        INDArray got;
        if (spec.conditioning() == Conditioning.PROJECTION) {
            INDArray oneHot = Nd4j.zeros(BATCH, spec.classes());
            for (int i = 0; i < BATCH; i++) {
                oneHot.putScalar(i, LABELS[i], 1);
            }
            got = ComputationGraph.load(file.toFile(), false).outputSingle(x, oneHot);
        } else {
            got = spec.discriminator().hasRegisters()
                    ? ComputationGraph.load(file.toFile(), false).outputSingle(x)
                    : MultiLayerNetwork.load(file.toFile(), false).output(x);
        }
        assertLogitsEqual(TrainedRuns.logits(spec, state, images, LABELS), floats(got));
    }

    @Test
    void sameRunGivesTheSameModel() throws IOException {
        GanSpec spec = TrainedRuns.preset("mlp-b");
        TrainerState state = TrainedRuns.steps(spec, 1);
        MultiLayerNetwork one = MultiLayerNetwork.load(
                write(spec, state, Player.GENERATOR, true).toFile(), false);
        MultiLayerNetwork other = MultiLayerNetwork.load(
                write(spec, state, Player.GENERATOR, true).toFile(), false);
        assertEquals(one.getLayerWiseConfigurations(), other.getLayerWiseConfigurations());
        assertEquals(one.params(), other.params());
    }

    @Test
    void runWithoutAnArrayIsRefused() {
        GanSpec spec = TrainedRuns.preset("minute");
        TrainerState state = TrainedRuns.steps(spec, 0);
        for (String name : List.of("generator/0.dense/bias", "discriminator/embedding", "discriminator/0.dense/bias")) {
            TrainerState less = new TrainerState(
                    0,
                    state.arrays().stream()
                            .filter(array -> !array.name().equals(name))
                            .toList());
            Player player = name.startsWith("generator") ? Player.GENERATOR : Player.DISCRIMINATOR;
            SpecException e = assertThrows(
                    SpecException.class,
                    () -> Dl4jModelExport.write(spec, less, player, false, OutputStream.nullOutputStream()));
            assertTrue(String.valueOf(e.getMessage()).contains("nothing was exported"), e.getMessage());
        }
    }

    @Test
    void layerWithoutCounterpartIsNamed() {
        GanSpec spec = TrainedRuns.with(
                TrainedRuns.preset("dcgan-light"),
                0,
                List.of(
                        new LayerSpec.Dense(4 * 14 * 14),
                        new LayerSpec.Reshape(4, 14, 14),
                        new ResizeLayerSpec.PixelShuffle(2),
                        new LayerSpec.Tanh()),
                List.of(new NormLayerSpec.LayerNorm(1e-5), new LayerSpec.Dense(1)));
        TrainerState state = TrainedRuns.steps(spec, 0);
        refused(spec, state, Player.GENERATOR, "Layer 3 (pixel shuffle by 2) has no counterpart in Deeplearning4j");
        refused(spec, state, Player.DISCRIMINATOR, "Layer 1 (LayerNorm) has no counterpart in Deeplearning4j");
    }

    private static void refused(GanSpec spec, TrainerState state, Player player, String start) {
        SpecException e = assertThrows(
                SpecException.class,
                () -> Dl4jModelExport.write(spec, state, player, false, OutputStream.nullOutputStream()));
        String sentence = String.valueOf(e.getMessage());
        assertTrue(sentence.startsWith(start), sentence);
        assertTrue(sentence.contains("exported as .npz"), sentence);
    }

    private Path write(GanSpec spec, TrainerState state, Player player, boolean averaged) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Dl4jModelExport.write(spec, state, player, averaged, bytes);
        return Files.write(folder.resolve(player + ".zip"), bytes.toByteArray());
    }

    private static double distance(float[] one, float[] other) {
        double largest = 0;
        for (int i = 0; i < one.length; i++) {
            largest = Math.max(largest, Math.abs(one[i] - other[i]));
        }
        return largest;
    }

    private static float[] floats(INDArray array) {
        return array.dup('c').data().asFloat();
    }

    /**
     * Logits are no images in [-1, 1]: what rounding leaves grows with the sums that they are, so they agree to 1e-5 of the
     * largest of them.
     */
    private static void assertLogitsEqual(float[] expected, float[] actual) {
        float largest = 1;
        for (float logit : expected) {
            largest = Math.max(largest, Math.abs(logit));
        }
        assertArrayEquals(expected, actual, 1e-5f * largest);
    }
}
