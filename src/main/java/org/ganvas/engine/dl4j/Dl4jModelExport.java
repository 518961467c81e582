package org.ganvas.engine.dl4j;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.util.ModelSerializer;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.EncodingSpec;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.layer.InitSpec;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.NetworkSpec;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.engine.state.SpectralWeights;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.message.Message;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * Export of a trained network as a zip that stock Deeplearning4j restores: a MultiLayerNetwork, or a ComputationGraph for a
 * network with registers and a discriminator with a projection term or a second head. Any one thread; takes up to seconds.
 */
public final class Dl4jModelExport {

    private Dl4jModelExport() {}

    /**
     * Writes a network.
     *
     * @param state the run's arrays
     * @param averaged whether to export G's averaged weights, where the run has them
     * @throws org.ganvas.engine.spec.base.SpecException if a layer has no counterpart or the arrays do not fit
     * @throws IOException if the stream cannot be written
     */
    public static void write(GanSpec spec, TrainerState state, Player player, boolean averaged, OutputStream out)
            throws IOException {
        NativeEngine.start();
        NativeEngine.applyThreadCount();
        Model model =
                model(spec, state.arrays(), player, averaged && spec.training().averagesWeights());
        try {
            ModelSerializer.writeModel(model, out, false);
        } finally {
            model.close();
        }
    }

    private static Model model(GanSpec spec, List<NamedArray> arrays, Player player, boolean averaged) {
        if (player == Player.ENCODER) {
            return encoder(spec, arrays);
        }
        NetworkSpec network = player == Player.GENERATOR ? spec.generator() : spec.discriminator();
        SpecException.require(network.init() != InitSpec.EQUALISED, "engine.dl4j.equalised");
        if (player == Player.GENERATOR) {
            LayerShape input = spec.generatorInput();
            String prefix = averaged ? "average/" : "generator/";
            if (spec.generator().hasRegisters()) {
                return Dl4jGraphBuilder.model(spec.generator(), input, "latent", arrays, prefix);
            }
            Dl4jConfigurationBuilder.Translation translation =
                    Dl4jConfigurationBuilder.of(spec.generator(), input, new NoOp());
            if (spec.conditional()) {
                ConditionalInputName.write(translation.configuration(), spec.latentDim(), spec.classes());
            }
            return Dl4jModelFactory.filled(translation, arrays, prefix);
        }
        // Deeplearning4j has no spectral normalisation.
        List<NamedArray> weights = SpectralWeights.divided(arrays, "discriminator/");
        return Dl4jGraphDiscriminator.isNeeded(spec)
                ? Dl4jGraphDiscriminator.model(spec, weights, "discriminator/")
                : Dl4jModelFactory.model(
                        spec.discriminator(), spec.discriminatorInput(), weights, "discriminator/", new NoOp());
    }

    private static Model encoder(GanSpec spec, List<NamedArray> arrays) {
        NetworkSpec network = encoderOf(spec);
        SpecException.require(network.init() != InitSpec.EQUALISED, "engine.dl4j.equalised");
        LayerShape input = LayerShape.of(spec.image());
        String prefix = TrainerState.prefix(EncodingSpec.encoderName());
        return network.hasRegisters()
                ? Dl4jGraphBuilder.model(network, input, "image", arrays, prefix)
                : Dl4jModelFactory.model(network, input, arrays, prefix, new NoOp());
    }

    private static NetworkSpec encoderOf(GanSpec spec) {
        if (spec.game() instanceof EncodingSpec game) {
            return game.encoder();
        }
        throw new SpecException(Message.of("engine.dl4j.noEncoder"));
    }

    /** Whether a network is exported as a ComputationGraph and not as a MultiLayerNetwork. */
    public static boolean isGraph(GanSpec spec, Player player) {
        return switch (player) {
            case DISCRIMINATOR -> Dl4jGraphDiscriminator.isNeeded(spec);
            case GENERATOR -> spec.generator().hasRegisters();
            case ENCODER -> encoderOf(spec).hasRegisters();
        };
    }
}
