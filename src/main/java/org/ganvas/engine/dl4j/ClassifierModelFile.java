package org.ganvas.engine.dl4j;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.spec.layer.InitSpec;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.message.Message;
import org.nd4j.linalg.learning.config.NoOp;

/** File of a classifier: a stock Deeplearning4j model that ends in the logits, read by {@link Dl4jModelReader}. Any one thread. */
public final class ClassifierModelFile {

    private ClassifierModelFile() {}

    /** Writes a model that {@code MultiLayerNetwork.load(file, false)} restores. */
    public static void write(ImportedDl4jNetwork classifier, OutputStream out) throws IOException {
        NativeEngine.start();
        NativeEngine.applyThreadCount();
        MultiLayerNetwork model = Dl4jModelFactory.model(
                classifier.spec(InitSpec.PYTORCH), classifier.input(), classifier.arrays(), "", new NoOp());
        try {
            ModelSerializer.writeModel(model, out, false);
        } finally {
            model.close();
        }
    }

    /**
     * Reads a classifier.
     *
     * @param classes number of its classes
     * @throws org.ganvas.data.FileException if the file is no such classifier
     * @throws IOException if the file cannot be read
     */
    public static ImportedDl4jNetwork read(Path file, ImageShape shape, int classes) throws IOException {
        ImportedDl4jNetwork network = Dl4jModelReader.read(file, Player.DISCRIMINATOR, LayerShape.of(shape));
        UntrustedJsonObject.require(
                network.layers()
                        .equals(ClassifierTrainingSpec.network(shape, classes).layers()),
                Message.of("engine.dl4j.classifierLayers"));
        return network;
    }

    /**
     * Writes the weights alone, compressed: for classifiers that the program brings along, whose layers it knows.
     *
     * @param out closed afterwards
     */
    public static void writeWeights(ImportedDl4jNetwork classifier, OutputStream out) throws IOException {
        try (OutputStream packed = new GZIPOutputStream(out)) {
            for (NamedArray array : byName(classifier.arrays())) {
                packed.write(bytes(array.values()).array());
            }
        }
    }

    /**
     * Reads what {@link #writeWeights} wrote.
     *
     * @param in closed afterwards
     * @throws IOException if the weights are not those of a classifier of such images
     */
    public static ImportedDl4jNetwork readWeights(InputStream in, ImageShape shape, int classes) throws IOException {
        NativeEngine.start();
        NetworkSpec spec = ClassifierTrainingSpec.network(shape, classes);
        LayerShape input = LayerShape.of(shape);
        Map<String, NamedArray> read = new HashMap<>();
        List<NamedArray> expected = ClassifierTrainer.initialArrays(spec, input, 0);
        try (DataInputStream packed = new DataInputStream(new GZIPInputStream(in))) {
            for (NamedArray array : byName(expected)) {
                ByteBuffer bytes =
                        ByteBuffer.allocate(array.values().length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
                packed.readFully(bytes.array());
                float[] values = new float[array.values().length];
                bytes.asFloatBuffer().get(values);
                read.put(array.name(), new NamedArray(array.name(), array.shape(), values));
            }
            UntrustedJsonObject.require(packed.read() < 0, Message.of("engine.dl4j.classifierWeights"));
        }
        List<NamedArray> arrays = expected.stream()
                .map(array -> Objects.requireNonNull(read.get(array.name())))
                .toList();
        return new ImportedDl4jNetwork(spec.layers(), input, arrays, 0);
    }

    /** Deeplearning4j has its own order of a layer's arrays. */
    private static List<NamedArray> byName(List<NamedArray> arrays) {
        return arrays.stream().sorted(Comparator.comparing(NamedArray::name)).toList();
    }

    private static ByteBuffer bytes(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes;
    }

    /** Identity of a classifier: SHA-256 over names, shapes and weights, independent of the file. */
    public static String sha256(ImportedDl4jNetwork classifier) {
        MessageDigest digest = digest();
        for (NamedArray array : byName(classifier.arrays())) {
            digest.update(array.name().getBytes(StandardCharsets.UTF_8));
            for (long size : array.shape()) {
                digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, size));
            }
            digest.update(bytes(array.values()));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
