package org.ganvas.engine.dl4j;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.ComposableInputPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.spec.layer.RegisterLayerSpec;
import org.jspecify.annotations.Nullable;

/**
 * Sequence of Deeplearning4j layers for a network, with the preprocessors between rows and images, which are arrays of
 * different rank there and the same memory here. One thread, once.
 */
final class Dl4jLayerSequence {

    private final List<Step> steps = new ArrayList<>();
    private boolean row;
    private LayerShape shape;
    private final Map<String, State> kept = new HashMap<>();

    /** Form of a value: whether it is rows, and its shape. */
    private record State(boolean row, LayerShape shape) {}

    private Dl4jLayerSequence(LayerShape input, boolean row) {
        this.row = row;
        shape = input;
    }

    /**
     * Deeplearning4j layer, or what a layer does with a register, which only graphs can do.
     *
     * @param index of this program's layer, from 0
     * @param layer the counterpart; null where a register is kept or read
     * @param preprocessor before the layer; null for none
     * @param register what is done with a register; null where there is a layer
     */
    record Step(
            int index,
            @Nullable Layer layer,
            @Nullable InputPreProcessor preprocessor,
            @Nullable RegisterLayerSpec register) {}

    /**
     * Translates a network.
     *
     * @throws org.ganvas.engine.spec.base.SpecException that names the first layer without a counterpart
     */
    static List<Step> of(NetworkSpec spec, LayerShape input) {
        Dl4jLayerSequence sequence = new Dl4jLayerSequence(input, takesRows(spec, input));
        List<LayerShape> shapes = spec.shapes(input);
        for (int i = 0; i < spec.layers().size(); i++) {
            LayerSpec layer = spec.layers().get(i);
            if (layer instanceof RegisterLayerSpec register) {
                sequence.add(i, register, shapes.get(i));
            } else if (!(layer instanceof LayerSpec.Reshape)) {
                sequence.add(i, layer, shapes.get(i));
            }
        }
        return sequence.steps;
    }

    static InputType inputType(NetworkSpec spec, LayerShape input) {
        return takesRows(spec, input)
                ? InputType.feedForward(input.size())
                : InputType.convolutional(input.height(), input.width(), input.channels());
    }

    /** The preprocessor from images of a shape to rows. */
    static InputPreProcessor toRow(LayerShape shape) {
        return new CnnToFeedForwardPreProcessor(shape.height(), shape.width(), shape.channels());
    }

    private static boolean takesRows(NetworkSpec spec, LayerShape input) {
        return input.isRow() || spec.layers().get(0).takesRows();
    }

    private void add(int index, LayerSpec layer, LayerShape in) {
        boolean needsRow = layer.takesRows() || in.isRow() && !Dl4jLayerWriter.needsImages(layer);
        steps.add(new Step(
                index,
                Dl4jLayerWriter.translate(index + 1, layer, in),
                needsRow ? toRowIfNeeded() : toImageIfNeeded(in),
                null));
        shape = layer.output(in);
        row = row && !Dl4jLayerWriter.needsImages(layer);
    }

    /** Values are kept, and joined, in the form of their shape. */
    private void add(int index, RegisterLayerSpec register, LayerShape in) {
        if (register instanceof RegisterLayerSpec.Take) {
            State state = Objects.requireNonNull(kept.get(register.name()));
            row = state.row();
            shape = state.shape();
            steps.add(new Step(index, null, null, register));
            return;
        } else if (register instanceof RegisterLayerSpec.Fade) {
            throw Dl4jLayerWriter.noCounterpart(index + 1, register.describe());
        }
        InputPreProcessor preprocessor = in.isRow() ? toRowIfNeeded() : toImageIfNeeded(in);
        steps.add(new Step(index, null, preprocessor, register));
        if (register instanceof RegisterLayerSpec.Keep) {
            shape = in;
            kept.put(register.name(), new State(row, shape));
        } else {
            Map<String, LayerShape> shapes = new HashMap<>();
            kept.forEach((name, state) -> shapes.put(name, state.shape()));
            shape = register.output(in, shapes);
        }
    }

    private @Nullable InputPreProcessor toRowIfNeeded() {
        boolean wasRow = row;
        row = true;
        return wasRow ? null : toRow(shape);
    }

    private @Nullable InputPreProcessor toImageIfNeeded(LayerShape in) {
        InputPreProcessor toImage = new FeedForwardToCnnPreProcessor(in.height(), in.width(), in.channels());
        if (row) {
            row = false;
            return toImage;
        }
        return shape.equals(in) ? null : new ComposableInputPreProcessor(toRow(shape), toImage);
    }
}
