package org.ganvas.project.torch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.ganvas.engine.spec.Game;
import org.ganvas.engine.spec.GameValue;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.Objective;
import org.ganvas.engine.spec.Objective.Adversarial;
import org.ganvas.engine.spec.Player;
import org.ganvas.engine.spec.PlayerSpec;
import org.ganvas.engine.spec.UpdateSpec;
import org.ganvas.engine.spec.training.LearningRateSchedule;
import org.ganvas.engine.spec.training.Regularizer;

/**
 * Training loop of a translation in Python, written from its game: in each step all updates of discriminators, then those of
 * the generators. Used by one thread, once.
 */
final class TranslationLoopText {

    private final GanSpec spec;
    private final Game game;
    private final PythonCodeWriter code = new PythonCodeWriter();
    private Set<GameValue> written = new HashSet<>();

    TranslationLoopText(GanSpec spec) {
        this.spec = spec;
        game = Game.of(spec);
    }

    /** The training function and the functions that it calls. */
    String functions() {
        if (!constantRates()) {
            code.append(TrainingLoopText.rateFactor(spec.training().schedule())).blankLines();
        }
        if (spec.training().averagesWeights()) {
            code.append(PythonLiterals.resource("average")).blankLines();
        }
        if (pastes()) {
            code.append(PythonLiterals.resource("paste")).blankLines();
        }
        if (game.history() > 0) {
            code.append(PythonLiterals.resource("pool")).blankLines();
        }
        if (DiscriminatorModuleText.seesCondition(spec)) {
            code.append(seen()).blankLines();
        }
        spec.regularizer(Regularizer.InstanceNoise.class)
                .ifPresent(noise -> code.append(noisy(noise)).blankLines());
        if (TrainingLoopText.diffused(spec)) {
            code.append(PythonLiterals.resource("diffusion")).blankLines();
        }
        code.append(teach()).blankLines();
        train();
        return code.toString();
    }

    private boolean constantRates() {
        return spec.training().schedule().equals(LearningRateSchedule.CONSTANT);
    }

    private boolean pastes() {
        return game.shown().stream().anyMatch(GameValue.Pasted.class::isInstance);
    }

    private String seen() {
        int factor = spec.image().height() / spec.generatorInput().height();
        return new PythonCodeWriter()
                .line("def seen(images, given):")
                .indent()
                .line("\"\"\"Images with what they were made of, as D sees them.\"\"\"")
                .lineIf(
                        factor > 1,
                        String.format(
                                Locale.ROOT, "given = F.interpolate(given, scale_factor=%d, mode=\"nearest\")", factor))
                .line("return torch.cat([images, given.repeat(len(images) // len(given), 1, 1, 1)], dim=1)")
                .toString();
    }

    private static String noisy(Regularizer.InstanceNoise noise) {
        String deviation = PythonLiterals.number(noise.deviation());
        String faded = noise.fadeSteps() == 0
                ? deviation
                : String.format(Locale.ROOT, "%s * max(0, 1 - (step - 1) / %d)", deviation, noise.fadeSteps());
        return new PythonCodeWriter()
                .line("def noisy(images, step):")
                .line("    \"\"\"Noise on all that D sees (Sønderby et al. 2016, 1610.04490).\"\"\"")
                .line("    return images + " + faded + " * torch.randn_like(images)")
                .toString();
    }

    private String teach() {
        PythonCodeWriter function = new PythonCodeWriter()
                .line("def teach(discriminator, d_optimizer, real, fake, " + (conditioned() ? "beside, " : "")
                        + "turn):")
                .indent()
                .line("\"\"\"One update of a discriminator.\"\"\"");
        new DiscriminatorStepText(spec, function).write("turn");
        return function.line(TrainingLoopText.diffused(spec) ? "return d_loss, real_logits" : "return d_loss")
                .toString();
    }

    private boolean conditioned() {
        return DiscriminatorModuleText.seesCondition(spec);
    }

    private void train() {
        code.line("def train(steps, data, arrays, networks, averages):")
                .indent()
                .line("\"\"\"Trains for some more steps.\"\"\"")
                .line("for network in networks.values():")
                .line("    network.train()");
        code.line("optimizers = {}");
        for (PlayerSpec player : game.players()) {
            code.append(new OptimizerText(player.optimizer())
                    .lines(
                            "optimizers[\"" + player.name() + "\"]",
                            "networks[\"" + player.name() + "\"]",
                            player.name(),
                            arraysOf(player),
                            times(player),
                            1));
        }
        code.line("turns = {");
        game.updates()
                .forEach(update -> code.line(String.format(
                        Locale.ROOT,
                        "    \"%1$s\": count(arrays, \"counters/%1$s\", STEP * %2$d),",
                        update.name(),
                        update.times())));
        code.line("}");
        for (UpdateSpec update : game.updates()) {
            if (update.trainsDiscriminator() && adversarial(update).history() > 0) {
                code.line(String.format(Locale.ROOT, "%1$s_pool = Pool(arrays, \"%1$s\")", update.name()));
            }
        }
        code.lineIf(TrainingLoopText.diffused(spec), "diffusion = Diffusion(arrays)");
        code.line("supply = batches(*data)")
                .line("for step in range(STEP + 1, STEP + steps + 1):")
                .indent();
        rates();
        extraDiscriminatorRounds();
        sharedRound();
        code.line("if step % 100 == 0 or step == STEP + steps:")
                .line("    print(f\"step {step}: G {loss.item():.4f}\")");
    }

    static String arraysOf(PlayerSpec player) {
        return player.role() == Player.GENERATOR ? "GENERATOR_ARRAYS" : "DISCRIMINATOR_ARRAYS";
    }

    private int times(PlayerSpec player) {
        return game.updates().stream()
                .filter(update -> update.trains().contains(player.name()))
                .mapToInt(UpdateSpec::times)
                .sum();
    }

    private static Adversarial adversarial(UpdateSpec update) {
        return (Adversarial) update.minimises().get(0);
    }

    private void rates() {
        for (PlayerSpec player : game.players()) {
            code.lineIf(
                    !constantRates(),
                    String.format(
                            Locale.ROOT,
                            "optimizers[\"%s\"].param_groups[0][\"lr\"] = %s * rate_factor(step)",
                            player.name(),
                            PythonLiterals.number(player.optimizer().learningRate())));
        }
    }

    // ---- Values ----

    /** Name of a value's variable. */
    private static String variable(GameValue value) {
        if (value instanceof GameValue.Made made) {
            return made.player() + "_"
                    + made.of().stream().map(TranslationLoopText::variable).collect(Collectors.joining("_"));
        }
        return value instanceof GameValue.Pasted ? "pasted" : value.toString();
    }

    private void deal() {
        written = new HashSet<>();
        code.line((conditional() ? "x, c" : "a, b") + " = next(supply)");
    }

    private boolean conditional() {
        return game.shown().get(0).toString().contains("(c)");
    }

    /** Lines that compute a value and what it is made of, unless they are there already. */
    private void compute(GameValue value) {
        if (!written.add(value)) {
            return;
        }
        if (value instanceof GameValue.Made made) {
            made.of().forEach(this::compute);
            code.line(String.format(
                    Locale.ROOT,
                    "%s = networks[\"%s\"](%s)",
                    variable(value),
                    made.player(),
                    made.of().stream().map(TranslationLoopText::variable).collect(Collectors.joining(", "))));
        } else if (value instanceof GameValue.Pasted pasted) {
            compute(pasted.made());
            code.line(String.format(
                    Locale.ROOT,
                    "%s = paste(%s, %s)",
                    variable(value),
                    variable(pasted.made()),
                    variable(pasted.condition())));
        }
    }

    /** What a discriminator sees of a value. */
    private String shown(String images) {
        String noisy =
                spec.regularizer(Regularizer.InstanceNoise.class).isPresent() ? "noisy(" + images + ", step)" : images;
        return TrainingLoopText.diffused(spec) ? "diffusion.apply(" + noisy + ")" : noisy;
    }

    // ---- Updates ----

    private void extraDiscriminatorRounds() {
        for (UpdateSpec update : game.updates()) {
            if (update.trainsDiscriminator() && update.times() > 1 && isTrained(update)) {
                openCondition(adversarial(update));
                code.line(String.format(Locale.ROOT, "for turn in range(%d):", update.times() - 1))
                        .indent();
                deal();
                code.line("with torch.no_grad():").indent();
                compute(adversarial(update).fake().image());
                code.outdent();
                see(adversarial(update));
                updateDiscriminator(update);
                code.outdent();
                closeCondition(adversarial(update));
            }
        }
    }

    private static boolean isTrained(UpdateSpec update) {
        return update.times() > 0 && adversarial(update).weight() > 0;
    }

    private void openCondition(Objective objective) {
        if (objective.from() > 0) {
            code.line(String.format(Locale.ROOT, "if step > %d:", objective.from()))
                    .indent();
        }
    }

    private void closeCondition(Objective objective) {
        if (objective.from() > 0) {
            code.outdent();
        }
    }

    private void sharedRound() {
        deal();
        List<UpdateSpec> makers = game.updates().stream()
                .filter(update -> !update.trainsDiscriminator() && update.times() > 0)
                .toList();
        boolean alone = makers.isEmpty();
        for (UpdateSpec update : game.updates()) {
            if (update.trainsDiscriminator() && isTrained(update)) {
                if (alone) {
                    code.line("with torch.no_grad():").indent();
                }
                compute(adversarial(update).fake().image());
                if (alone) {
                    code.outdent();
                }
                openCondition(adversarial(update));
                see(adversarial(update));
                updateDiscriminator(update);
                code.lineIf(TrainingLoopText.diffused(spec), "diffusion.adapt(real_logits)");
                closeCondition(adversarial(update));
            }
        }
        for (UpdateSpec update : makers) {
            makerRounds(update);
        }
        code.lineIf(alone, "loss = d_loss");
    }

    private void see(Adversarial objective) {
        String name = objective.discriminator();
        code.line(String.format(
                Locale.ROOT,
                "%s_real = %s",
                name,
                shown(variable(objective.real().image()))));
        code.line(String.format(
                Locale.ROOT,
                "%s_fake = %s",
                name,
                shown(variable(objective.fake().image()))));
    }

    private void updateDiscriminator(UpdateSpec update) {
        String name = update.name();
        Adversarial objective = adversarial(update);
        code.line(String.format(Locale.ROOT, "turns[\"%s\"] += 1", name));
        String fake = name + "_fake";
        if (objective.history() > 0) {
            String exchanged = String.format(
                    Locale.ROOT,
                    "%s_pool.exchange(%s.detach())",
                    name,
                    variable(objective.fake().image()));
            fake = shown(exchanged);
        }
        code.line(String.format(
                Locale.ROOT,
                "%4$s = teach(networks[\"%1$s\"], optimizers[\"%1$s\"], %1$s_real, %2$s, %3$sturns[\"%1$s\"])",
                name,
                fake,
                conditioned() ? "c, " : "",
                TrainingLoopText.diffused(spec) ? "d_loss, real_logits" : "d_loss"));
    }

    private void makerRounds(UpdateSpec update) {
        if (update.times() == 1) {
            updateMakers(update, false);
            return;
        }
        code.line(String.format(Locale.ROOT, "for turn in range(%d):", update.times()))
                .indent()
                .line("if turn > 0:")
                .line("    " + (conditional() ? "x, c" : "a, b") + " = next(supply)");
        updateMakers(update, true);
        code.outdent();
    }

    /** @param again whether the values of the discriminators' updates may be of another batch */
    private void updateMakers(UpdateSpec update, boolean again) {
        if (again) {
            written = new HashSet<>();
        }
        code.line("# The generators, through the discriminators as they are now.");
        List<Objective> always = new ArrayList<>(update.minimises());
        always.removeIf(objective -> objective.from() > 0);
        List<Objective> late = new ArrayList<>(update.minimises());
        late.removeAll(always);
        terms(always, again, true);
        if (!late.isEmpty()) {
            openCondition(late.get(0));
            terms(late, again, false);
            closeCondition(late.get(0));
        }
        for (String player : update.trains()) {
            code.line(String.format(Locale.ROOT, "optimizers[\"%s\"].zero_grad()", player));
        }
        code.line("loss.backward()");
        for (String player : update.trains()) {
            code.line(String.format(Locale.ROOT, "optimizers[\"%s\"].step()", player));
        }
        code.line(String.format(Locale.ROOT, "turns[\"%s\"] += 1", update.name()));
        for (String player : update.trains()) {
            code.lineIf(
                    spec.training().averagesWeights(),
                    String.format(
                            Locale.ROOT,
                            "follow(averages[\"%1$s\"], networks[\"%1$s\"], turns[\"%2$s\"])",
                            player,
                            update.name()));
        }
    }

    private void terms(List<Objective> objectives, boolean again, boolean fresh) {
        boolean first = fresh;
        for (Objective objective : objectives) {
            objective.values().forEach(value -> compute(value.image()));
            if (objective instanceof Adversarial adversarial && (again || restsBefore(adversarial))) {
                see(adversarial);
            }
            String term = term(objective);
            String weighted = objective.weight() == 1 ? term : PythonLiterals.number(objective.weight()) + " * " + term;
            code.line("loss = " + (first ? "" : "loss + ") + weighted);
            first = false;
        }
    }

    /** Whether D's update, which would have seen the images, rests. */
    private boolean restsBefore(Adversarial objective) {
        return game.updates().stream()
                .filter(UpdateSpec::trainsDiscriminator)
                .noneMatch(update -> adversarial(update).equals(objective) && isTrained(update));
    }

    private String term(Objective objective) {
        if (objective instanceof Adversarial adversarial) {
            return adversarialTerm(adversarial);
        }
        if (objective instanceof Objective.Distance distance) {
            return String.format(
                    Locale.ROOT,
                    "F.%s(%s, %s)",
                    distance.norm() == Objective.Norm.L1 ? "l1_loss" : "mse_loss",
                    variable(distance.value()),
                    variable(distance.target()));
        }
        Objective.Features features = (Objective.Features) objective;
        judge(features.seen(), "real", true, DiscriminatorModuleText.results(spec, "true", true, false));
        return "F.l1_loss(fake_hidden, true_hidden)";
    }

    private String adversarialTerm(Adversarial objective) {
        boolean compares = spec.loss().paired() || spec.loss().matchesFeatures();
        judge(objective, "fake", false, DiscriminatorModuleText.results(spec, "fake", true, false));
        if (compares) {
            judge(objective, "real", true, DiscriminatorModuleText.results(spec, "real", true, false));
        }
        String kind = spec.loss().matchesFeatures() ? "features" : "logits";
        return String.format(Locale.ROOT, "generator_loss(fake_%s%s)", kind, compares ? ", real_" + kind : "");
    }

    private void judge(Adversarial objective, String side, boolean constant, String results) {
        String images = objective.discriminator() + "_" + side;
        if (constant) {
            code.line("with torch.no_grad():").indent();
        }
        code.line(String.format(
                Locale.ROOT,
                "%s = networks[\"%s\"](%s)",
                results,
                objective.discriminator(),
                conditioned() ? "seen(" + images + ", c)" : images));
        if (constant) {
            code.outdent();
        }
    }
}
