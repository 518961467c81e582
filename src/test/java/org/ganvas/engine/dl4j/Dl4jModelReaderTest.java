package org.ganvas.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.ResizeLayerSpec;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.engine.train.GameTrainer;
import org.ganvas.fixture.NoiseDataset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Models exported here and by stock Deeplearning4j are read as networks that compute the same and can be trained. */
class Dl4jModelReaderTest {

    private static final int[] NO_LABELS = {0, 0, 0};
    private static final int BATCH = NO_LABELS.length;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startEngine() {
        NativeEngine.start();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mlp-b", "mlp-bn", "mlp-dropout", "dcgan-light"})
    void exportedArraysAreReadBitByBit(String preset) throws IOException {
        GanSpec spec = TrainedRuns.preset(preset);
        TrainerState state = TrainedRuns.steps(spec, 2);
        ImportedDl4jNetwork g = Dl4jModelReader.read(export(spec, state, Player.GENERATOR), Player.GENERATOR, null);
        LayerShape images = LayerShape.of(spec.image());
        ImportedDl4jNetwork d =
                Dl4jModelReader.read(export(spec, state, Player.DISCRIMINATOR), Player.DISCRIMINATOR, images);
        assertEquals(spec.generator().layers(), g.layers());
        assertEquals(spec.discriminator().layers(), d.layers());

        TrainerState start = Dl4jRunFactory.state(spec, 77, g, d);
        assertEquals(0, start.step());
        start.arrays().stream()
                .filter(array -> countsSteps(array.name()))
                .forEach(array -> assertArrayEquals(
                        new float[array.values().length], array.values(), "starts anew: " + array.name()));
        state.arrays().stream()
                .filter(array -> !array.name().contains("adam") && !countsSteps(array.name()))
                .forEach(array -> {
                    // The exported generator has the current weights, so the averaged weights start with them too.
                    String from = array.name().replaceFirst("^average/", "generator/");
                    assertArrayEquals(
                            TrainedRuns.values(state, from), TrainedRuns.values(start, array.name()), array.name());
                });
        trainsOn(spec, start);
    }

    private static boolean countsSteps(String array) {
        return array.contains("/clock/") || array.startsWith("counters/");
    }

    @Test
    void upsamplingAndPoolingLayersAreRead() throws IOException {
        GanSpec spec = TrainedRuns.with(
                TrainedRuns.preset("dcgan-light"),
                0,
                List.of(
                        new LayerSpec.Dense(12),
                        new LayerSpec.Reshape(12, 1, 1),
                        new LayerSpec.ConvTranspose(3, 7, 1, 0, true),
                        new ResizeLayerSpec.Upsample(4, ResizeLayerSpec.Interpolation.NEAREST),
                        new LayerSpec.Conv(1, 3, 1, 1, true),
                        new LayerSpec.Tanh()),
                List.of(
                        new ResizeLayerSpec.Pad(1),
                        new LayerSpec.Conv(4, 3, 1, 1, true),
                        new ResizeLayerSpec.AveragePool(4),
                        new LayerSpec.Dense(1)));
        TrainerState state = TrainedRuns.steps(spec, 1);
        ImportedDl4jNetwork g = Dl4jModelReader.read(export(spec, state, Player.GENERATOR), Player.GENERATOR, null);
        LayerShape images = LayerShape.of(spec.image());
        ImportedDl4jNetwork d =
                Dl4jModelReader.read(export(spec, state, Player.DISCRIMINATOR), Player.DISCRIMINATOR, images);
        assertEquals(spec.discriminator().layers(), d.layers());
        GanSpec back = TrainedRuns.with(spec, 0, g.layers(), d.layers());
        TrainerState start = Dl4jRunFactory.state(back, 1, g, d);
        float[] latents = TrainedRuns.gaussian(BATCH * spec.latentDim(), 1);
        assertArrayEquals(
                TrainedRuns.images(spec, state, false, latents, NO_LABELS),
                TrainedRuns.images(back, start, false, latents, NO_LABELS));
        trainsOn(back, start);
    }

    private static void trainsOn(GanSpec spec, TrainerState start) {
        try (GameTrainer trainer = new GameTrainer(spec, new NoiseDataset(spec, 1), 77)) {
            trainer.restore(start);
            assertTrue(Double.isFinite(trainer.step().generatorLoss()));
            assertEquals(1, trainer.stepsTaken());
        }
    }

    @Test
    void conditionalGeneratorRecordsItsLabelInputs() throws IOException {
        GanSpec spec = TrainedRuns.preset("minute");
        TrainerState state = TrainedRuns.steps(spec, 1);
        ImportedDl4jNetwork g = Dl4jModelReader.read(export(spec, state, Player.GENERATOR), Player.GENERATOR, null);
        assertEquals(10, g.classes());
        assertEquals(spec.generator().layers(), g.layers());
    }

    @Test
    void stockGeneratorGivesTheSameImages() throws IOException {
        MultiLayerNetwork stock = save(new NeuralNetConfiguration.Builder()
                .seed(5)
                .updater(new Adam(1e-3))
                .list()
                .layer(new DenseLayer.Builder()
                        .nIn(6)
                        .nOut(4 * 7 * 7)
                        .activation(Activation.LEAKYRELU)
                        .build())
                .layer(new BatchNormalization())
                .layer(new Deconvolution2D.Builder(4, 4)
                        .nIn(4)
                        .nOut(3)
                        .stride(2, 2)
                        .convolutionMode(ConvolutionMode.Same)
                        .activation(Activation.RELU)
                        .build())
                .layer(new Deconvolution2D.Builder(4, 4)
                        .nOut(2)
                        .stride(2, 2)
                        .padding(1, 1)
                        .hasBias(false)
                        .activation(Activation.IDENTITY)
                        .build())
                .layer(new ConvolutionLayer.Builder(3, 3)
                        .nOut(1)
                        .convolutionMode(ConvolutionMode.Same)
                        .activation(Activation.TANH)
                        .build())
                .inputPreProcessor(2, new org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor(7, 7, 4))
                .setInputType(InputType.feedForward(6))
                .build());
        ImportedDl4jNetwork read = Dl4jModelReader.read(folder.resolve("stock.zip"), Player.GENERATOR, null);
        GanSpec base = TrainedRuns.preset("mlp-b");
        GanSpec spec = new GanSpec(
                6,
                base.image(),
                0,
                base.conditioning(),
                read.spec(base.generator().init()),
                base.discriminator(),
                base.loss(),
                base.training());
        TrainerState start = Dl4jRunFactory.state(spec, 1, read, null);
        float[] latents = TrainedRuns.gaussian(BATCH * 6, 1);
        float[] expected = floats(stock.output(Nd4j.createFromArray(latents).reshape(BATCH, 6)));
        assertArrayEquals(expected, TrainedRuns.images(spec, start, false, latents, NO_LABELS), 1e-5f);
        assertArrayEquals(expected, TrainedRuns.images(spec, start, true, latents, NO_LABELS), 1e-5f);
        trainsOn(spec, start);
    }

    @Test
    void stockDiscriminatorOfRowsGivesTheSameLogitsAndDropoutAndDoublesAreRead() throws IOException {
        MultiLayerNetwork stock = save(new NeuralNetConfiguration.Builder()
                .seed(6)
                .dataType(DataType.DOUBLE)
                .updater(new Adam(1e-3))
                .list()
                .layer(new ConvolutionLayer.Builder(5, 5)
                        .nOut(3)
                        .stride(2, 2)
                        .activation(Activation.LEAKYRELU)
                        .build())
                .layer(new DenseLayer.Builder()
                        .nOut(5)
                        .hasBias(false)
                        .dropOut(0.7)
                        .activation(Activation.IDENTITY)
                        .build())
                .layer(new ActivationLayer(Activation.TANH))
                .layer(new OutputLayer.Builder(LossFunctions.LossFunction.XENT)
                        .nOut(1)
                        .activation(Activation.SIGMOID)
                        .build())
                .setInputType(InputType.convolutionalFlat(28, 28, 1))
                .build());
        GanSpec base = TrainedRuns.preset("mlp-b");
        LayerShape images = LayerShape.of(base.image());
        ImportedDl4jNetwork read = Dl4jModelReader.read(folder.resolve("stock.zip"), Player.DISCRIMINATOR, images);
        assertTrue(read.layers().contains(new LayerSpec.Dropout(0.3)), "its layers: " + read.layers());
        GanSpec spec = TrainedRuns.with(base, 0, base.generator().layers(), read.layers());
        ImportedDl4jNetwork generator = Dl4jModelReader.read(
                export(base, TrainedRuns.steps(base, 0), Player.GENERATOR), Player.GENERATOR, null);
        TrainerState start = Dl4jRunFactory.state(spec, 1, generator, read);
        float[] x = TrainedRuns.gaussian(BATCH * images.size(), 2);
        float[] probabilities = floats(
                stock.output(Nd4j.createFromArray(x).castTo(DataType.DOUBLE).reshape(BATCH, images.size())));
        float[] logits = TrainedRuns.logits(spec, start, x, NO_LABELS);
        for (int i = 0; i < BATCH; i++) {
            assertEquals(probabilities[i], 1 / (1 + Math.exp(-logits[i])), 1e-5);
        }
        trainsOn(spec, start);
    }

    private MultiLayerNetwork save(org.deeplearning4j.nn.conf.MultiLayerConfiguration configuration)
            throws IOException {
        MultiLayerNetwork stock = new MultiLayerNetwork(configuration);
        stock.init();
        stock.save(folder.resolve("stock.zip").toFile(), true);
        return stock;
    }

    private Path export(GanSpec spec, TrainerState state, Player player) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Dl4jModelExport.write(spec, state, player, false, bytes);
        return Files.write(folder.resolve(player + ".zip"), bytes.toByteArray());
    }

    private static float[] floats(INDArray array) {
        return array.castTo(DataType.FLOAT).dup('c').data().asFloat();
    }
}
