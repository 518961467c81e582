package org.ganvas.engine.dl4j;

import static org.ganvas.engine.dl4j.UntrustedJson.require;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ganvas.engine.dl4j.Dl4jLayerReader.ArrayBlock;
import org.ganvas.engine.dl4j.Dl4jLayerReader.TranslatedLayer;
import org.ganvas.engine.spec.LayerShape;
import org.ganvas.engine.spec.LayerSpec;
import org.ganvas.engine.state.NamedArray;

/**
 * Follows the layers of a file from the input to the output and keeps account of the sizes, so that every one is known
 * and within bounds before memory is taken. One thread, once.
 */
final class Dl4jShapeChecker {

    private static final String PREPROCESSORS = "org.deeplearning4j.nn.conf.preprocessor.";
    private static final int MOST_SIDE = 1 << 24;
    private static final int MOST_NUMBERS = 1 << 24;
    private static final long MOST_PARAMETERS = 1L << 28;

    private final List<LayerSpec> layers = new ArrayList<>();
    private final List<Placed> blocks = new ArrayList<>();
    private LayerShape current;
    private long storedCount;

    private record Placed(String name, ArrayBlock block) {}

    Dl4jShapeChecker(LayerShape input) {
        current = input;
    }

    List<LayerSpec> layers() {
        return layers;
    }

    /** How many numbers the file has to hold. */
    int storedCount() {
        return (int) storedCount;
    }

    /** Takes what turns rows into pictures or back, in front of the layer that is added next. */
    void reshape(UntrustedJson preprocessor, boolean denseNext) throws IOException {
        String kind = preprocessor.type(PREPROCESSORS);
        require(
                Set.of("FeedForwardToCnnPreProcessor", "CnnToFeedForwardPreProcessor")
                        .contains(kind),
                "%s is of the kind '%s', which cannot be read"
                        .formatted(preprocessor.subject(), UntrustedJson.printable(kind)));
        preprocessor.requireKnownFields(Set.of("@class", "inputHeight", "inputWidth", "numChannels", "format"));
        preprocessor.requireTextOrUnset("format", "NCHW");
        LayerShape picture = new LayerShape(
                preprocessor.integer("numChannels", 1, MOST_SIDE),
                preprocessor.integer("inputHeight", 1, MOST_SIDE),
                preprocessor.integer("inputWidth", 1, MOST_SIDE));
        require(
                (double) picture.channels() * picture.height() * picture.width() == current.size(),
                "%s is for pictures of %s, but is given %s".formatted(preprocessor.subject(), picture, current));
        // A dense layer takes pictures as rows by itself.
        if (kind.startsWith("FeedForward")) {
            add(picture);
        } else if (!denseNext) {
            add(LayerShape.row(current.size()));
        }
    }

    private void add(LayerShape shape) throws IOException {
        if (!shape.equals(current)) {
            add(new LayerSpec.Reshape(shape.channels(), shape.height(), shape.width()), "a reshape");
        }
    }

    /**
     * Takes a layer.
     *
     * @param logit whether it is the last one of a discriminator
     */
    void add(UntrustedJson layer, boolean logit) throws IOException {
        for (LayerSpec dropout : Dl4jActivations.dropout(layer)) {
            add(dropout, layer.subject());
        }
        TranslatedLayer meaning = Dl4jLayerReader.read(layer, current);
        if (meaning.layer() != null) {
            for (ArrayBlock block : meaning.blocks()) {
                place(layers.size() + "." + meaning.arrayName() + "/" + block.kind(), block);
            }
            add(meaning.layer(), layer.subject());
        }
        for (LayerSpec activation : Dl4jActivations.activation(layer, logit)) {
            add(activation, layer.subject());
        }
    }

    private void add(LayerSpec layer, String where) throws IOException {
        LayerShape next = layer.output(current);
        require(
                (double) next.channels() * next.height() * next.width() <= MOST_NUMBERS,
                "%s gives %s, which is too large to be meant".formatted(where, next));
        layers.add(layer);
        current = next;
    }

    private void place(String name, ArrayBlock block) throws IOException {
        double size = 1;
        for (long side : block.shape()) {
            size *= side;
        }
        require(storedCount + size <= MOST_PARAMETERS, "its layers are too large to be meant");
        storedCount += block.stored() ? (long) size : 0;
        blocks.add(new Placed(name, block));
    }

    /** Deals the numbers of the file out to our arrays. */
    List<NamedArray> arrays(float[] coefficients) throws IOException {
        List<NamedArray> arrays = new ArrayList<>();
        int from = 0;
        for (Placed placed : blocks) {
            ArrayBlock block = placed.block();
            int size = size(block.shape());
            float[] values = new float[size];
            if (block.stored()) {
                copy(coefficients, from, block, values);
                from += size;
            }
            require(
                    !block.kind().equals("variance") || variances(values),
                    "its variances are not all numbers from 0 up");
            arrays.add(new NamedArray(placed.name(), block.shape(), values));
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
        switch (block.form()) {
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

    private static boolean variances(float[] values) {
        for (float value : values) {
            if (!(value >= 0 && Float.isFinite(value))) {
                return false;
            }
        }
        return true;
    }
}
