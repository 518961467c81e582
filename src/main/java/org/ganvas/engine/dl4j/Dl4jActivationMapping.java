package org.ganvas.engine.dl4j;

import static org.ganvas.engine.dl4j.UntrustedJsonObject.require;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.ganvas.data.FileException;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.message.Message;

/** Parts of a Deeplearning4j layer that are layers of their own here: the dropout before it and the activation after it. Pure functions. */
final class Dl4jActivationMapping {

    private static final String ACTIVATIONS = "org.nd4j.linalg.activations.impl.";
    private static final String DROPOUTS = "org.deeplearning4j.nn.conf.dropout.";

    /** Layers without an activation, or with one inherited from the network that they ignore. */
    private static final Set<String> INACTIVE =
            Set.of("BatchNormalization", "DropoutLayer", "Upsampling2D", "SubsamplingLayer", "ZeroPaddingLayer");

    private Dl4jActivationMapping() {}

    /** The dropout before a layer, or none. */
    static List<LayerSpec> dropout(UntrustedJsonObject layer) throws IOException {
        if (!layer.has("idropout")) {
            return List.of();
        }
        UntrustedJsonObject dropout = layer.child("idropout", layer.subject());
        String kind = dropout.type(DROPOUTS);
        dropout.requireKnownFields(Set.of("@class", "p", "helperAllowFallback", "pschedule"));
        require(
                kind.equals("Dropout") && !dropout.has("pschedule"),
                Message.of("engine.dl4j.unreadableDropout", layer.subject(), UntrustedJsonObject.printable(kind)));
        // Deeplearning4j stores the share that is kept.
        double rate = Dl4jLayerReader.rounded(1 - dropout.number("p"));
        return rate == 0 ? List.of() : List.of(new LayerSpec.Dropout(rate));
    }

    /**
     * The activation after a layer, or none for the identity.
     *
     * @param logit whether the layer ends a discriminator, which here ends in the logit, the input of a final sigmoid
     */
    static List<LayerSpec> activation(UntrustedJsonObject layer, boolean logit) throws IOException {
        if (INACTIVE.contains(Dl4jLayerReader.kind(layer))) {
            return List.of();
        }
        UntrustedJsonObject activation = layer.child("activationFn", layer.subject());
        String kind = activation.type(ACTIVATIONS);
        activation.requireKnownFields(Set.of("@class", "alpha", "max", "negativeSlope", "threshold"));
        for (String unsupported : new String[] {"max", "negativeSlope", "threshold"}) {
            activation.requireUnset(unsupported);
        }
        require(!kind.equals("ActivationSigmoid") || logit, Message.of("engine.dl4j.sigmoid", layer.subject()));
        return switch (kind) {
            case "ActivationIdentity", "ActivationSigmoid" -> List.of();
            case "ActivationReLU" -> List.of(new LayerSpec.Relu());
            case "ActivationTanH" -> List.of(new LayerSpec.Tanh());
            case "ActivationLReLU" -> List.of(new LayerSpec.LeakyRelu(activation.number("alpha")));
            default ->
                throw new FileException(Message.of(
                        "engine.dl4j.unreadableActivation", layer.subject(), UntrustedJsonObject.printable(kind)));
        };
    }
}
