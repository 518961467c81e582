package org.ganvas.engine.spec.layer;

import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.message.Message;

/**
 * Self-attention between all pixels of an image (SAGAN, Zhang et al. 1805.08318): queries and keys of an eighth of the
 * channels, values of a half, and a learned share, 0 at the start, of the result added to the input.
 */
public record AttentionLayerSpec() implements LayerSpec {

    private static final int FEWEST_CHANNELS = 8;

    /** Channels of queries and keys. */
    public static int keyChannels(int channels) {
        return channels / FEWEST_CHANNELS;
    }

    /** Channels of the values. */
    public static int valueChannels(int channels) {
        return channels / 2;
    }

    @Override
    public LayerShape output(LayerShape in) {
        SpecException.require(
                in.channels() >= FEWEST_CHANNELS && !in.isRow(),
                "engine.spec.layer.attention.channels",
                FEWEST_CHANNELS);
        return in;
    }

    @Override
    public long parameters(LayerShape in) {
        long channels = in.channels();
        return channels * (2L * keyChannels(in.channels()) + 2L * valueChannels(in.channels())) + 1;
    }

    @Override
    public Message message() {
        return Message.of("engine.spec.layer.attention.name");
    }
}
