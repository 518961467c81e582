package org.ganvas.project.torch;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ganvas.engine.spec.EncodingSpec;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.training.LearningRateSchedule;

/**
 * An encoder as a Python module, and its part of the training loop. Pure, any thread.
 *
 * @param spec of the GAN
 * @param game its game
 */
record EncoderText(GanSpec spec, EncodingSpec game) {

    /** The text for a spec, if it has an encoder. */
    static Stream<EncoderText> of(GanSpec spec) {
        return spec.game() instanceof EncodingSpec game ? Stream.of(new EncoderText(spec, game)) : Stream.empty();
    }

    /** Whether the encoder learns from D's features. */
    static boolean usesFeatures(GanSpec spec) {
        return isBeside(spec) && ((EncodingSpec) spec.game()).encoderFeatureWeight() > 0;
    }

    /** Whether there is an encoder with an update of its own. */
    static boolean isBeside(GanSpec spec) {
        return spec.game() instanceof EncodingSpec game && !game.joint();
    }

    /** Whether the encoder is in the game. */
    static boolean isJoint(GanSpec spec) {
        return EncodingSpec.isJoint(spec.game());
    }

    TorchModuleWriter write() {
        TorchModuleWriter to = new TorchModuleWriter(false, false);
        TorchLayerWriter layers = new TorchLayerWriter(to, game.encoder(), false);
        List<LayerSpec> all = game.encoder().layers();
        List<LayerShape> shapes = game.encoder().shapes(LayerShape.of(spec.image()));
        for (int i = 0; i < all.size(); i++) {
            layers.begin(i);
            layers.write(i, all.get(i), shapes.get(i));
        }
        to.under(null);
        to.toRows();
        to.compute("return x");
        return to;
    }

    /** Text of the class. */
    String classText() {
        TorchModuleWriter written = write();
        return new PythonCodeWriter()
                .line("class Encoder(nn.Module):")
                .indent()
                .line(String.format(
                        Locale.ROOT,
                        "\"\"\"From images to the latents that G makes them of (%s).\"\"\"",
                        game.joint() ? "BiGAN, Donahue et al. 2017, 1605.09782" : "f-AnoGAN, Schlegl et al. 2019"))
                .line("")
                .line("def __init__(self):")
                .line("    super().__init__()")
                .append(written.init())
                .line("")
                .line("def forward(self, x):")
                .append(written.forward())
                .toString();
    }

    String arrays() {
        return write().arrays("ENCODER_ARRAYS");
    }

    /** The encoder with its optimizer, before the loop. */
    String begin() {
        return new PythonCodeWriter(1)
                .line("encoder = Encoder().to(DEVICE).train()")
                .line("take(encoder, arrays, \"encoder/\", ENCODER_ARRAYS)")
                .append(new OptimizerText(game.encoderOptimizer())
                        .lines(
                                "e_optimizer",
                                "encoder",
                                "encoder",
                                "ENCODER_ARRAYS",
                                game.joint() ? spec.training().generatorSteps() : 1,
                                1))
                .toString();
    }

    /** The learning rate of a step. */
    void rate(PythonCodeWriter code) {
        code.lineIf(
                !spec.training().schedule().equals(LearningRateSchedule.CONSTANT),
                String.format(
                        Locale.ROOT,
                        "e_optimizer.param_groups[0][\"lr\"] = %s * rate_factor(step)",
                        PythonLiterals.number(game.encoderOptimizer().learningRate())));
    }

    /**
     * Writes the update: on the images of the data as they are, through G and D as in use.
     *
     * @param condition when it takes place within the turns of a step, as a Python expression; empty for always
     */
    void update(PythonCodeWriter code, String condition) {
        String late = game.encoderFrom() > 0 ? String.format(Locale.ROOT, "step > %d", game.encoderFrom()) : "";
        String when = Stream.of(condition, late).filter(one -> !one.isEmpty()).collect(Collectors.joining(" and "));
        code.line("# The encoder, through G and D as they are in use; neither moves (izi_f of f-AnoGAN).");
        if (!when.isEmpty()) {
            code.line("if " + when + ":").indent();
        }
        code.line("generator.eval()").line("discriminator.eval()");
        code.line("back = generator(encoder(true))").line("e_loss = F.mse_loss(back, true)");
        if (game.encoderFeatureWeight() > 0) {
            code.line("with torch.no_grad():")
                    .line("    " + hidden("true_hidden") + " = discriminator(true)")
                    .line(hidden("back_hidden") + " = discriminator(back)");
            String weight =
                    game.encoderFeatureWeight() == 1 ? "" : PythonLiterals.number(game.encoderFeatureWeight()) + " * ";
            code.line("e_loss = e_loss + " + weight + "F.mse_loss(back_hidden, true_hidden)");
        }
        code.line("e_optimizer.zero_grad()")
                .line("e_loss.backward()")
                .line("e_optimizer.step()")
                .line("generator.train()")
                .line("discriminator.train()");
        if (!when.isEmpty()) {
            code.outdent();
        }
    }

    /** Writes the loss of an encoder in the game, of real pairs that D should take for generated. */
    static void loss(GanSpec spec, PythonCodeWriter code) {
        double middle = 2 * spec.loss().equilibriumLogit();
        code.line("# The encoder, with the generator: D should take its pairs for generated ones.")
                .line("real_logits = " + DiscriminatorModuleText.call(spec, "real", "codes"))
                .line(String.format(
                        Locale.ROOT,
                        "e_loss = generator_loss(%s)",
                        middle == 0 ? "-real_logits" : PythonLiterals.number(middle) + " - real_logits"));
    }

    private String hidden(String name) {
        return spec.loss().matchesFeatures() ? "_, _, " + name : "_, " + name;
    }
}
