package org.ganvas.engine.dl4j;

import static org.ganvas.engine.dl4j.UntrustedJson.require;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.ganvas.engine.spec.LayerSpec;

/** What Deeplearning4j writes into a layer and is a layer of its own here: the dropout before, the activation behind. */
final class Dl4jActivations {

    private static final String ACTIVATIONS = "org.nd4j.linalg.activations.impl.";
    private static final String DROPOUTS = "org.deeplearning4j.nn.conf.dropout.";

    /** They have no activation, or inherit one from the network and do not use it. */
    private static final Set<String> INACTIVE =
            Set.of("BatchNormalization", "DropoutLayer", "Upsampling2D", "SubsamplingLayer", "ZeroPaddingLayer");

    private Dl4jActivations() {}

    /** The dropout in front of a layer; none where there is no such thing. */
    static List<LayerSpec> dropout(UntrustedJson layer) throws IOException {
        if (!layer.has("idropout")) {
            return List.of();
        }
        UntrustedJson dropout = layer.child("idropout", layer.subject());
        String kind = dropout.type(DROPOUTS);
        dropout.requireKnownFields(Set.of("@class", "p", "helperAllowFallback", "pschedule"));
        require(
                kind.equals("Dropout") && !dropout.has("pschedule"),
                "%s has a dropout of the kind '%s', which cannot be read"
                        .formatted(layer.subject(), UntrustedJson.printable(kind)));
        // Theirs is the share that stays.
        double rate = Dl4jLayerReader.rounded(1 - dropout.number("p"));
        return rate == 0 ? List.of() : List.of(new LayerSpec.Dropout(rate));
    }

    /**
     * The activation behind a layer; none where it changes nothing.
     *
     * @param logit whether a sigmoid may be left away, because what is in front of it is the logit that D gives here
     */
    static List<LayerSpec> activation(UntrustedJson layer, boolean logit) throws IOException {
        if (INACTIVE.contains(Dl4jLayerReader.kind(layer))) {
            return List.of();
        }
        UntrustedJson activation = layer.child("activationFn", layer.subject());
        String kind = activation.type(ACTIVATIONS);
        activation.requireKnownFields(Set.of("@class", "alpha", "max", "negativeSlope", "threshold"));
        for (String unread : new String[] {"max", "negativeSlope", "threshold"}) {
            activation.requireUnset(unread);
        }
        require(
                !kind.equals("ActivationSigmoid") || logit,
                "%s has a sigmoid, which is known only at the very end of a discriminator; pictures here lie in [-1, 1], so end a generator in a tanh"
                        .formatted(layer.subject()));
        return switch (kind) {
            case "ActivationIdentity", "ActivationSigmoid" -> List.of();
            case "ActivationReLU" -> List.of(new LayerSpec.Relu());
            case "ActivationTanH" -> List.of(new LayerSpec.Tanh());
            case "ActivationLReLU" -> List.of(new LayerSpec.LeakyRelu(activation.number("alpha")));
            default ->
                throw new IOException("%s has the activation '%s', which cannot be read"
                        .formatted(layer.subject(), UntrustedJson.printable(kind)));
        };
    }
}
