package org.ganvas.engine.spec.layer;

import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.message.Message;

/** Normalisations of single samples, and the layer that gives D a statistic of its batch. */
public sealed interface NormLayerSpec extends LayerSpec {

    /**
     * Layer normalisation (Ba et al. 2016) over all values of a sample, with a scale and a shift for each channel; works
     * in a critic with a gradient penalty, unlike BatchNorm.
     *
     * @param epsilon added to the variance
     */
    record LayerNorm(double epsilon) implements NormLayerSpec {
        public LayerNorm {
            requireEpsilon(epsilon);
        }

        @Override
        public long parameters(LayerShape in) {
            return 2L * in.channels();
        }

        @Override
        public Message message() {
            return Message.of("engine.spec.layer.layerNorm.name");
        }
    }

    /**
     * Instance normalisation (Ulyanov et al. 2016): each channel of each image separately.
     *
     * @param epsilon added to the variance
     */
    record InstanceNorm(double epsilon) implements NormLayerSpec {
        public InstanceNorm {
            requireEpsilon(epsilon);
        }

        @Override
        public LayerShape output(LayerShape in) {
            SpecException.require(!in.isRow(), "engine.spec.layer.instanceNorm.row");
            return in;
        }

        @Override
        public Message message() {
            return Message.of("engine.spec.layer.instanceNorm.name");
        }
    }

    /**
     * Pixel normalisation (Karras et al. 2018): the channels of each pixel to a mean square of 1.
     *
     * @param epsilon added to the mean square
     */
    record PixelNorm(double epsilon) implements NormLayerSpec {
        public PixelNorm {
            requireEpsilon(epsilon);
        }

        @Override
        public Message message() {
            return Message.of("engine.spec.layer.pixelNorm.name");
        }
    }

    /**
     * Minibatch standard deviation (Karras et al. 2018): one more channel, filled with the deviation within groups of the
     * batch, so that a lack of variety is an input of D.
     *
     * @param group images in a group, at least 2; the batch is a multiple of it
     */
    record MinibatchDeviation(int group) implements NormLayerSpec {
        public MinibatchDeviation {
            SpecException.require(group >= 2, "engine.spec.layer.minibatchDeviation.group", group);
        }

        @Override
        public LayerShape output(LayerShape in) {
            return new LayerShape(in.channels() + 1, in.height(), in.width());
        }

        @Override
        public boolean mixesBatch() {
            return true;
        }

        @Override
        public Message message() {
            return Message.of("engine.spec.layer.minibatchDeviation.name");
        }
    }

    private static void requireEpsilon(double epsilon) {
        SpecException.require(epsilon > 0, "engine.spec.layer.norm.epsilon", epsilon);
    }
}
