package org.ganvas.engine.dl4j;

import static org.ganvas.engine.dl4j.UntrustedJsonObject.require;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ganvas.engine.dl4j.Dl4jLayerReader.ArrayBlock;
import org.ganvas.engine.dl4j.Dl4jLayerReader.TranslatedLayer;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.message.Message;

/**
 * Translation of a file's layers from the input to the output with a check of every size, before memory is allocated. One
 * thread, once.
 */
final class Dl4jShapeChecker {

    private static final String PREPROCESSORS = "org.deeplearning4j.nn.conf.preprocessor.";
    private static final int MAX_SIDE = 1 << 24;
    private static final int MAX_NUMBERS = 1 << 24;
    private static final long MAX_PARAMETERS = 1L << 28;

    private final List<LayerSpec> layers = new ArrayList<>();
    private final List<NamedBlock> blocks = new ArrayList<>();
    private LayerShape current;
    private long storedCount;

    private record NamedBlock(String name, ArrayBlock block) {}

    Dl4jShapeChecker(LayerShape input) {
        current = input;
    }

    List<LayerSpec> layers() {
        return layers;
    }

    /** Count of numbers that the file must hold. */
    int storedCount() {
        return (int) storedCount;
    }

    /** Adds a preprocessor, which turns rows into images or back before the next layer. */
    void reshape(UntrustedJsonObject preprocessor, boolean denseNext) throws IOException {
        String kind = preprocessor.type(PREPROCESSORS);
        require(
                Set.of("FeedForwardToCnnPreProcessor", "CnnToFeedForwardPreProcessor")
                        .contains(kind),
                preprocessor.unreadableKind(kind));
        preprocessor.requireKnownFields(Set.of("@class", "inputHeight", "inputWidth", "numChannels", "format"));
        preprocessor.requireTextOrUnset("format", "NCHW");
        LayerShape image = new LayerShape(
                preprocessor.integer("numChannels", 1, MAX_SIDE),
                preprocessor.integer("inputHeight", 1, MAX_SIDE),
                preprocessor.integer("inputWidth", 1, MAX_SIDE));
        require(
                (double) image.channels() * image.height() * image.width() == current.size(),
                Message.of("engine.dl4j.preprocessorShape", preprocessor.subject(), image, current));
        // A dense layer here takes images as rows.
        if (kind.startsWith("FeedForward")) {
            add(image);
        } else if (!denseNext) {
            add(LayerShape.row(current.size()));
        }
    }

    private void add(LayerShape shape) throws IOException {
        if (!shape.equals(current)) {
            add(
                    new LayerSpec.Reshape(shape.channels(), shape.height(), shape.width()),
                    Message.of("engine.dl4j.reshape"));
        }
    }

    /**
     * Adds a layer.
     *
     * @param logit whether it is the last one of a discriminator
     * @throws org.ganvas.engine.spec.base.SpecException if its settings or its input make no such layer
     */
    void add(UntrustedJsonObject layer, boolean logit) throws IOException {
        for (LayerSpec dropout : Dl4jActivationMapping.dropout(layer)) {
            add(dropout, layer.subject());
        }
        TranslatedLayer translated = Dl4jLayerReader.read(layer, current);
        if (translated.layer() != null) {
            for (ArrayBlock block : translated.arrays()) {
                addBlock(layers.size() + "." + translated.arrayName() + "/" + block.kind(), block);
            }
            add(translated.layer(), layer.subject());
        }
        for (LayerSpec activation : Dl4jActivationMapping.activation(layer, logit)) {
            add(activation, layer.subject());
        }
    }

    private void add(LayerSpec layer, Message subject) throws IOException {
        LayerShape next = layer.output(current);
        require(
                (double) next.channels() * next.height() * next.width() <= MAX_NUMBERS,
                Message.of("engine.dl4j.outputTooLarge", subject, next));
        layers.add(layer);
        current = next;
    }

    private void addBlock(String name, ArrayBlock block) throws IOException {
        double size = 1;
        for (long side : block.shape()) {
            size *= side;
        }
        require(storedCount + size <= MAX_PARAMETERS, Message.of("engine.dl4j.layersTooLarge"));
        storedCount += block.stored() ? (long) size : 0;
        blocks.add(new NamedBlock(name, block));
    }

    /** The arrays of all layers from the numbers of the file. */
    List<NamedArray> arrays(float[] coefficients) throws IOException {
        List<NamedArray> arrays = new ArrayList<>();
        int from = 0;
        for (NamedBlock named : blocks) {
            ArrayBlock block = named.block();
            int size = size(block.shape());
            float[] values = new float[size];
            if (block.stored()) {
                copy(coefficients, from, block, values);
                from += size;
            }
            require(
                    !block.kind().equals("variance") || areVariances(values),
                    Message.of("engine.dl4j.negativeVariance"));
            arrays.add(new NamedArray(named.name(), block.shape(), values));
        }
        return arrays;
    }

    private static int size(long[] shape) {
        long size = 1;
        for (long side : shape) {
            size *= side;
        }
        return Math.toIntExact(size);
    }

    private static void copy(float[] from, int start, ArrayBlock block, float[] to) {
        switch (block.encoding()) {
            case BY_COLUMNS -> transpose(from, start, (int) block.shape()[0], (int) block.shape()[1], to);
            case LOG_DEVIATION -> {
                for (int i = 0; i < to.length; i++) {
                    to[i] = (float) Math.pow(10, 2 * from[start + i]);
                }
            }
            default -> System.arraycopy(from, start, to, 0, to.length);
        }
    }

    private static void transpose(float[] from, int start, int rows, int columns, float[] to) {
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < rows; row++) {
                to[row * columns + column] = from[start + column * rows + row];
            }
        }
    }

    private static boolean areVariances(float[] values) {
        for (float value : values) {
            if (!(value >= 0 && Float.isFinite(value))) {
                return false;
            }
        }
        return true;
    }
}
