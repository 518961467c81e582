package org.ganvas.project.torch;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.engine.spec.Conditioning;
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
        if (spec.training().averagesWeights()) {
            code.append(PythonLiterals.resource("average")).blankLines();
        }
        code.append(new BatchFunctionText(spec).function()).blankLines();
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
                        : "warm = min(1, step / %d)".formatted(schedule.warmUpSteps()));
        if (schedule.decayTo() == 0) {
            return code.line("return warm").toString();
        }
        long length = schedule.decayTo() - schedule.decayFrom();
        code.line(
                length == 0
                        ? "way = 1 if step > %d else 0".formatted(schedule.decayFrom())
                        : "way = min(1, max(0, (step - %d) / %d))".formatted(schedule.decayFrom(), length));
        return code.line("return warm * (1 + way * (%s - 1))".formatted(PythonLiterals.number(schedule.finalShare())))
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
        code.line("supply = batches(*read(file, with_labels=%s))"
                .formatted(PythonLiterals.bool(spec.conditioning().usesLabels())));
        code.lineIf(augmented(), "probability = float(arrays[\"augmentation/probability\"][0])");
        code.line("for step in range(STEP + 1, STEP + steps + 1):").indent();
        rates();
        updatesOfDiscriminator();
        adaptAugmentation();
        updatesOfGenerator();
        List<String> losses = new ArrayList<>();
        if (spec.training().discriminatorSteps() > 0) {
            losses.add("D {d_loss.item():.4f}");
        }
        if (spec.training().generatorSteps() > 0) {
            losses.add("G {g_loss.item():.4f}");
        }
        code.line("if step % 100 == 0 or step == STEP + steps:")
                .line("    print(f\"step {step}: " + String.join(", ", losses) + "\")");
    }

    private void optimizer(String name, String network, OptimizerSpec of) {
        String rate = PythonLiterals.number(of.learningRate());
        String epsilon = PythonLiterals.number(of.epsilon());
        String kinds = switch (of.kind()) {
            case ADAM -> "{\"exp_avg\": \"adam/mean\", \"exp_avg_sq\": \"adam/square\"}";
            case RMSPROP -> "{\"square_avg\": \"rmsprop/square\"}";
            case SGD -> "{\"momentum_buffer\": \"sgd/velocity\"}";
        };
        String built = switch (of.kind()) {
            case ADAM ->
                "Adam(%s.parameters(), lr=%s, betas=(%s, %s), eps=%s)"
                        .formatted(
                                network,
                                rate,
                                PythonLiterals.decimal(of.beta1()),
                                PythonLiterals.decimal(of.beta2()),
                                epsilon);
            case RMSPROP ->
                "RMSprop(%s.parameters(), lr=%s, alpha=%s, eps=%s)"
                        .formatted(network, rate, PythonLiterals.number(of.beta2()), epsilon);
            case SGD ->
                "SGD(%s.parameters(), lr=%s, momentum=%s)".formatted(network, rate, PythonLiterals.number(of.beta1()));
        };
        boolean generator = network.equals("generator");
        code.line("%s = torch.optim.%s".formatted(name, built));
        code.line("moments = " + kinds);
        code.line("take_moments(%s, moments, %s, arrays, \"%s/\", %s, STEP * %d)"
                .formatted(
                        name,
                        network,
                        network,
                        generator ? "GENERATOR_ARRAYS" : "DISCRIMINATOR_ARRAYS",
                        generator
                                ? spec.training().generatorSteps()
                                : spec.training().discriminatorSteps()));
    }

    private void rates() {
        if (!spec.training().schedule().equals(LearningRateSchedule.CONSTANT)) {
            code.line("g_optimizer.param_groups[0][\"lr\"] = %s * rate_factor(step)"
                    .formatted(PythonLiterals.number(
                            spec.training().generatorOptimizer().learningRate())));
            code.line("d_optimizer.param_groups[0][\"lr\"] = %s * rate_factor(step)"
                    .formatted(PythonLiterals.number(
                            spec.training().discriminatorOptimizer().learningRate())));
        }
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
        code.line("for turn in range(%d):".formatted(updates))
                .indent()
                .line("# G learns through the samples of the last turn; those before need no graph.")
                .line("with torch.set_grad_enabled(turn == %d):".formatted(updates - 1))
                .line("    " + batch);
        new DiscriminatorStepText(spec, code).write("(step - 1) * %d + turn + 1".formatted(updates));
        code.outdent();
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
                    .line("towards = torch.sign(real_logits.sign().mean() - %s).item()"
                            .formatted(PythonLiterals.number(target)))
                    .line("probability = min(1.0, max(0.0, probability + towards * len(real_logits) / 100_000))");
        }
    }

    private void updatesOfGenerator() {
        int updates = spec.training().generatorSteps();
        if (updates == 1) {
            updateOfGenerator("step");
        } else if (updates > 1) {
            code.line("for turn in range(%d):".formatted(updates))
                    .indent()
                    .line("if turn > 0:")
                    .line("    " + new BatchFunctionText(spec).call());
            updateOfGenerator("(step - 1) * %d + turn + 1".formatted(updates));
            code.outdent();
        }
    }

    private void updateOfGenerator(String update) {
        boolean paired = spec.loss().paired();
        boolean features = spec.loss().matchesFeatures();
        boolean head = spec.conditioning().hasHead();
        code.line("# The generator, through D as it is now.");
        code.line(DiscriminatorModuleText.results(spec, "fake", true, head) + " = "
                + DiscriminatorModuleText.call(spec, "fake", "wanted"));
        code.lineIf(paired || features, "with torch.no_grad():")
                .lineIf(
                        paired || features,
                        "    %s = %s"
                                .formatted(
                                        DiscriminatorModuleText.results(spec, "real", true, false),
                                        DiscriminatorModuleText.call(spec, "real", "labels")));
        String kind = features ? "features" : "logits";
        code.line("g_loss = generator_loss(fake_%s%s)".formatted(kind, paired || features ? ", real_" + kind : ""));
        List<String> terms = new ArrayList<>(List.of("g_loss"));
        if (head) {
            terms.add(headLoss(spec, "fake", "wanted"));
        }
        code.line("g_optimizer.zero_grad()")
                .line("(%s).backward()".formatted(String.join(" + ", terms)).replace("(g_loss).", "g_loss."))
                .line("g_optimizer.step()");
        code.lineIf(spec.training().averagesWeights(), "follow(average, generator, %s)".formatted(update));
    }

    static String headLoss(GanSpec spec, String of, String labels) {
        return "head_loss(%s_head, %s%s)".formatted(of, labels, spec.codes() > 0 ? ", z" : "");
    }

    /** Whether D classifies real samples too. */
    static boolean classifiesReal(GanSpec spec) {
        return spec.conditioning() == Conditioning.AUXILIARY;
    }
}
