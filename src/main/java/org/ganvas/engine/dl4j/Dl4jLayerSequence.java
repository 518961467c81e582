package org.ganvas.engine.dl4j;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.ComposableInputPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.ganvas.engine.spec.LayerShape;
import org.ganvas.engine.spec.LayerSpec;
import org.ganvas.engine.spec.NetworkSpec;
import org.jspecify.annotations.Nullable;

/**
 * A network as Deeplearning4j's layers in order, with what turns rows into pictures and back between them: there rows
 * and pictures are arrays of different rank, here they are the same numbers. One thread, once.
 */
final class Dl4jLayerSequence {

    private final List<Step> steps = new ArrayList<>();
    private boolean row;
    private LayerShape shape;

    private Dl4jLayerSequence(LayerShape input, boolean row) {
        this.row = row;
        shape = input;
    }

    /**
     * One of their layers.
     *
     * @param index number of our layer, from 0
     * @param layer theirs
     * @param preprocessor what stands in front of it; null for nothing
     */
    record Step(int index, Layer layer, @Nullable InputPreProcessor preprocessor) {}

    /**
     * Translates.
     *
     * @throws org.ganvas.engine.spec.SpecException that names the first layer without a counterpart
     */
    static List<Step> of(NetworkSpec spec, LayerShape input) {
        Dl4jLayerSequence steps = new Dl4jLayerSequence(input, takesRows(spec, input));
        List<LayerShape> extents = spec.extents(input);
        for (int i = 0; i < spec.layers().size(); i++) {
            LayerSpec layer = spec.layers().get(i);
            if (!(layer instanceof LayerSpec.Reshape)) {
                steps.add(i, layer, extents.get(i));
            }
        }
        return steps.steps;
    }

    static InputType inputType(NetworkSpec spec, LayerShape input) {
        return takesRows(spec, input)
                ? InputType.feedForward(input.size())
                : InputType.convolutional(input.height(), input.width(), input.channels());
    }

    /** What turns a picture of this shape into a row. */
    static InputPreProcessor toRow(LayerShape shape) {
        return new CnnToFeedForwardPreProcessor(shape.height(), shape.width(), shape.channels());
    }

    private static boolean takesRows(NetworkSpec spec, LayerShape input) {
        return input.isRow() || spec.layers().get(0).takesRows();
    }

    private void add(int ours, LayerSpec layer, LayerShape in) {
        boolean wantsRow = layer.takesRows() || in.isRow() && !Dl4jLayerWriter.seesPictures(layer);
        steps.add(new Step(
                ours, Dl4jLayerWriter.translate(ours + 1, layer, in), wantsRow ? rowFirst() : pictureFirst(in)));
        shape = layer.output(in);
        row = row && !Dl4jLayerWriter.seesPictures(layer);
    }

    private @Nullable InputPreProcessor rowFirst() {
        boolean already = row;
        row = true;
        return already ? null : toRow(shape);
    }

    private @Nullable InputPreProcessor pictureFirst(LayerShape in) {
        InputPreProcessor toPicture = new FeedForwardToCnnPreProcessor(in.height(), in.width(), in.channels());
        if (row) {
            row = false;
            return toPicture;
        }
        return shape.equals(in) ? null : new ComposableInputPreProcessor(toRow(shape), toPicture);
    }
}
