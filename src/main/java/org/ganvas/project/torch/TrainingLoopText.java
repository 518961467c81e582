package org.ganvas.project.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ganvas.engine.spec.Conditioning;
import org.ganvas.engine.spec.EncodingSpec;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.training.LearningRateSchedule;
import org.ganvas.engine.spec.training.OptimizerSpec;
import org.ganvas.engine.spec.training.Regularizer;

/**
 * Training loop in Python: in each step all updates of D on batches of their own, then those of G, the first of them on
 * the batch that D was last updated with. Used by one thread, once.
 */
final class TrainingLoopText {

    private final GanSpec spec;
    private final PythonCodeWriter code = new PythonCodeWriter();

    TrainingLoopText(GanSpec spec) {
        this.spec = spec;
    }

    /** The training function and the functions that it calls. */
    String functions() {
        LearningRateSchedule schedule = spec.training().schedule();
        if (!schedule.equals(LearningRateSchedule.CONSTANT)) {
            code.append(rateFactor(schedule)).blankLines();
        }
        if (spec.regularizer(Regularizer.Augmentation.class).isPresent()) {
            code.append(PythonLiterals.resource("augment")).blankLines();
        }
        if (diffused(spec)) {
            code.append(PythonLiterals.resource("diffusion")).blankLines();
        }
        if (PathLengthText.applies(spec)) {
            code.append(PythonLiterals.resource("paths")).blankLines();
        }
        if (spec.training().averagesWeights()) {
            code.append(PythonLiterals.resource("average")).blankLines();
        }
        if (!spec.loss().encodes()) {
            code.append(new BatchFunctionText(spec).function()).blankLines();
        }
        train();
        return code.toString();
    }

    static String rateFactor(LearningRateSchedule schedule) {
        PythonCodeWriter code = new PythonCodeWriter()
                .line("def rate_factor(step):")
                .indent()
                .line("\"\"\"The share of both learning rates that is used in a step, counted from 1.\"\"\"");
        code.line(
                schedule.warmUpSteps() == 0
                        ? "warm = 1"
                        : String.format(Locale.ROOT, "warm = min(1, step / %d)", schedule.warmUpSteps()));
        if (schedule.decayTo() == 0) {
            return code.line("return warm").toString();
        }
        long length = schedule.decayTo() - schedule.decayFrom();
        code.line(
                length == 0
                        ? String.format(Locale.ROOT, "way = 1 if step > %d else 0", schedule.decayFrom())
                        : String.format(
                                Locale.ROOT, "way = min(1, max(0, (step - %d) / %d))", schedule.decayFrom(), length));
        return code.line(String.format(
                        Locale.ROOT,
                        "return warm * (1 + way * (%s - 1))",
                        PythonLiterals.number(schedule.finalShare())))
                .toString();
    }

    private void train() {
        code.line("def train(steps, file, arrays, generator, average, discriminator):")
                .indent()
                .line("\"\"\"Trains for some more steps.\"\"\"")
                .line("generator.train()")
                .line("discriminator.train()");
        optimizer("g_optimizer", "generator", spec.training().generatorOptimizer());
        optimizer("d_optimizer", "discriminator", spec.training().discriminatorOptimizer());
        code.line(String.format(
                Locale.ROOT,
                "supply = batches(*read(file, with_labels=%s))",
                PythonLiterals.bool(spec.conditioning().usesLabels())));
        EncoderText.of(spec).forEach(encoder -> code.append(encoder.begin()));
        code.lineIf(augmented(), "probability = float(arrays[\"augmentation/probability\"][0])");
        code.lineIf(diffused(spec), "diffusion = Diffusion(arrays)");
        code.lineIf(PathLengthText.applies(spec), "paths = PathLength(arrays)");
        code.line("for step in range(STEP + 1, STEP + steps + 1):").indent();
        rates();
        GrowthText.step(spec, code);
        if (spec.loss().encodes()) {
            updateOfAutoencoder();
            return;
        }
        updatesOfDiscriminator();
        adaptAugmentation();
        code.lineIf(diffused(spec) && spec.training().discriminatorSteps() > 0, "diffusion.adapt(real_logits)");
        updatesOfGenerator();
        if (spec.training().generatorSteps() == 0) {
            updateOfEncoder("");
        }
        List<String> losses = new ArrayList<>();
        if (spec.training().discriminatorSteps() > 0) {
            losses.add("D {d_loss.item():.4f}");
        }
        if (spec.training().generatorSteps() > 0) {
            losses.add("G {g_loss.item():.4f}");
        }
        boolean encodes = spec.game() instanceof EncodingSpec;
        boolean always = spec.game() instanceof EncodingSpec game
                && game.encoderFrom() == 0
                && (!game.joint() || spec.training().generatorSteps() > 0);
        if (always) {
            losses.add("E {e_loss.item():.4f}");
        }
        code.line("if step % 100 == 0 or step == STEP + steps:")
                .line("    print(f\"step {step}: " + String.join(", ", losses) + "\")");
        code.outdent();
        code.lineIf(encodes, "return {\"encoder\": encoder}");
    }

    private void optimizer(String name, String network, OptimizerSpec of) {
        boolean generator = network.equals("generator");
        code.append(new OptimizerText(of)
                .lines(
                        name,
                        network,
                        network,
                        generator ? "GENERATOR_ARRAYS" : "DISCRIMINATOR_ARRAYS",
                        generator
                                ? spec.training().generatorSteps()
                                : spec.training().discriminatorSteps(),
                        1));
    }

    private void rates() {
        if (!spec.training().schedule().equals(LearningRateSchedule.CONSTANT)) {
            code.line(String.format(
                    Locale.ROOT,
                    "g_optimizer.param_groups[0][\"lr\"] = %s * rate_factor(step)",
                    PythonLiterals.number(spec.training().generatorOptimizer().learningRate())));
            code.line(String.format(
                    Locale.ROOT,
                    "d_optimizer.param_groups[0][\"lr\"] = %s * rate_factor(step)",
                    PythonLiterals.number(
                            spec.training().discriminatorOptimizer().learningRate())));
        }
        EncoderText.of(spec).forEach(encoder -> encoder.rate(code));
    }

    private void updateOfAutoencoder() {
        boolean labelled = spec.conditional();
        code.line(labelled ? "real, labels = next(supply)" : "real, _ = next(supply)")
                .line("mean, log_variance = " + DiscriminatorModuleText.call(spec, "real", "labels")
                        + ".chunk(2, dim=1)")
                .line(
                        "# A sample of the latent through which gradients reach both (Kingma and Welling 2014, 1312.6114).")
                .line("z = mean + (0.5 * log_variance).exp() * torch.randn(BATCH, LATENT, device=DEVICE)")
                .line("# Each pixel is a Bernoulli variable; (1 + tanh a) / 2 is the sigmoid of 2 a.")
                .line("logits = 2 * generator(z, " + (labelled ? "labels, " : "") + "pixels=False).flatten(1)")
                .line("ink = (real.flatten(1) + 1) / 2")
                .line("reconstruction = (F.softplus(logits) - ink * logits).sum(1).mean()")
                .line("divergence = 0.5 * (mean.square() + log_variance.exp() - log_variance - 1).sum(1).mean()")
                .line("g_optimizer.zero_grad()")
                .line("d_optimizer.zero_grad()")
                .line("(reconstruction + divergence).backward()")
                .line("g_optimizer.step()")
                .line("d_optimizer.step()");
        code.lineIf(spec.training().averagesWeights(), "follow(average, generator, step)");
        code.line("if step % 100 == 0 or step == STEP + steps:")
                .line("    print(f\"step {step}: reconstruction {reconstruction.item():.4f},"
                        + " divergence {divergence.item():.4f}\")");
    }

    private void updatesOfDiscriminator() {
        int updates = spec.training().discriminatorSteps();
        String batch = new BatchFunctionText(spec).call();
        if (updates == 0) {
            code.line(batch);
            return;
        } else if (updates == 1) {
            code.line(batch);
            new DiscriminatorStepText(spec, code).write("step");
            return;
        }
        code.line(String.format(Locale.ROOT, "for turn in range(%d):", updates))
                .indent()
                .line("# G learns through the samples of the last turn; those before need no graph.")
                .line(String.format(Locale.ROOT, "with torch.set_grad_enabled(turn == %d):", updates - 1))
                .line("    " + batch);
        new DiscriminatorStepText(spec, code).write(String.format(Locale.ROOT, "(step - 1) * %d + turn + 1", updates));
        code.outdent();
    }

    static boolean diffused(GanSpec spec) {
        return spec.regularizer(Regularizer.Diffusion.class).isPresent();
    }

    private boolean augmented() {
        return spec.regularizer(Regularizer.Augmentation.class).isPresent();
    }

    private void adaptAugmentation() {
        double target = spec.regularizer(Regularizer.Augmentation.class)
                .map(Regularizer.Augmentation::target)
                .orElse(0.0);
        if (target > 0 && spec.training().discriminatorSteps() > 0) {
            code.line("# The surer D is of real images, the more often images are augmented (ADA).")
                    .line(String.format(
                            Locale.ROOT,
                            "towards = torch.sign(real_logits.sign().mean() - %s).item()",
                            PythonLiterals.number(target)))
                    .line("probability = min(1.0, max(0.0, probability + towards * len(real_logits) / 100_000))");
        }
    }

    private void updatesOfGenerator() {
        int updates = spec.training().generatorSteps();
        if (updates == 1) {
            updateOfGenerator("step");
            updateOfEncoder("");
        } else if (updates > 1) {
            code.line(String.format(Locale.ROOT, "for turn in range(%d):", updates))
                    .indent()
                    .line("if turn > 0:")
                    .line("    " + new BatchFunctionText(spec).call());
            updateOfGenerator(String.format(Locale.ROOT, "(step - 1) * %d + turn + 1", updates));
            updateOfEncoder("turn == 0");
            code.outdent();
        }
    }

    /** The update of an encoder beside the game. */
    private void updateOfEncoder(String condition) {
        if (EncoderText.isBeside(spec)) {
            EncoderText.of(spec).forEach(encoder -> encoder.update(code, condition));
        }
    }

    private void updateOfGenerator(String update) {
        boolean paired = spec.loss().paired();
        boolean features = spec.loss().matchesFeatures();
        boolean head = spec.conditioning().hasHead();
        code.line("# The generator, through D as it is now.");
        code.line(DiscriminatorModuleText.results(spec, "fake", true, head) + " = "
                + DiscriminatorModuleText.call(spec, "fake", DiscriminatorModuleText.besideFake(spec)));
        code.lineIf(paired || features, "with torch.no_grad():")
                .lineIf(
                        paired || features,
                        String.format(
                                Locale.ROOT,
                                "    %s = %s",
                                DiscriminatorModuleText.results(spec, "real", true, false),
                                DiscriminatorModuleText.call(spec, "real", "labels")));
        String kind = features ? "features" : "logits";
        code.line(String.format(
                Locale.ROOT, "g_loss = generator_loss(fake_%s%s)", kind, paired || features ? ", real_" + kind : ""));
        List<String> terms = new ArrayList<>(List.of("g_loss"));
        if (head) {
            terms.add(headLoss(spec, "fake", "wanted"));
        }
        boolean joint = EncoderText.isJoint(spec);
        if (joint) {
            EncoderText.loss(spec, code);
            terms.add("e_loss");
        }
        String sum = PathLengthText.add(spec, code, String.join(" + ", terms), update);
        code.line("g_optimizer.zero_grad()").lineIf(joint, "e_optimizer.zero_grad()");
        code.line(String.format(Locale.ROOT, sum.contains(" ") ? "(%s).backward()" : "%s.backward()", sum))
                .line("g_optimizer.step()")
                .lineIf(joint, "e_optimizer.step()");
        code.lineIf(
                spec.training().averagesWeights(),
                String.format(Locale.ROOT, "follow(average, generator, %s)", update));
    }

    static String headLoss(GanSpec spec, String of, String labels) {
        return String.format(Locale.ROOT, "head_loss(%s_head, %s%s)", of, labels, spec.codes() > 0 ? ", z" : "");
    }

    /** Whether D classifies real samples too. */
    static boolean classifiesReal(GanSpec spec) {
        return spec.conditioning() == Conditioning.AUXILIARY;
    }
}
