package org.ganvas.project.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ganvas.engine.spec.Conditioning;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.setting.RegularizerSettings;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.engine.spec.training.LossTerm;
import org.ganvas.engine.spec.training.Regularizer;

/** Loss functions in Python, written from the terms of the loss; no loss is known by name. Pure functions, any thread. */
final class LossFunctionText {

    private LossFunctionText() {}

    /**
     * D's loss of the logits {@code real} and {@code fake}, as a Python expression.
     *
     * @param smoothing share taken off the label of real samples
     */
    static String discriminator(LossSpec loss, double smoothing) {
        if (loss.paired()) {
            return term(loss.real(), "real - fake", "fake - real");
        }
        List<String> parts = new ArrayList<>();
        String ofReal = term(loss.real(), "real", "-real");
        parts.add(
                smoothing == 0
                        ? ofReal
                        : String.format(
                                Locale.ROOT,
                                "(1 - SMOOTHING) * %s + SMOOTHING * %s",
                                grouped(ofReal),
                                grouped(term(loss.fake(), "real", "-real"))));
        parts.add(term(loss.fake(), "fake", "-fake"));
        return String.join(" + ", parts).replace(" + -", " - ");
    }

    private static String grouped(String text) {
        return text.startsWith("-") ? "(" + text + ")" : text;
    }

    /** G's loss of the logits {@code fake}, and {@code real} where they are paired, as a Python expression. */
    static String generator(LossSpec loss) {
        return loss.paired()
                ? term(loss.generator(), "fake - real", "real - fake")
                : term(loss.generator(), "fake", "-fake");
    }

    /** Mean of one term over the batch, as a Python expression. */
    static String term(LossTerm term, String plus, String minus) {
        boolean linear = term.curve() == LossTerm.Curve.LINEAR && term.offset() == 0;
        double factor = linear ? term.factor() * term.sign() : term.factor();
        String t = linear ? plus : shifted(term.sign() < 0 ? minus : plus, term.offset());
        String mean = switch (term.curve()) {
            case SOFTPLUS -> String.format(Locale.ROOT, "F.softplus(%s).mean()", t);
            case SQUARE -> String.format(Locale.ROOT, "(%s).square().mean()", t);
            case LINEAR -> String.format(Locale.ROOT, "%s.mean()", t.matches("\\w+") ? t : "(" + t + ")");
            case HINGE -> String.format(Locale.ROOT, "F.relu(%s).mean()", t);
        };
        return factor == 1 ? mean : factor == -1 ? "-" + mean : PythonLiterals.number(factor) + " * " + mean;
    }

    private static String shifted(String t, double offset) {
        if (offset == 0) {
            return t;
        }
        String amount = PythonLiterals.number(Math.abs(offset));
        return t.startsWith("-") && offset > 0
                ? amount + " - " + t.substring(1)
                : t + (offset > 0 ? " + " : " - ") + amount;
    }

    /** All loss functions that the training loop calls. */
    static String functions(GanSpec spec) {
        PythonCodeWriter code = new PythonCodeWriter()
                .line("def discriminator_loss(real, fake):")
                .line("    \"\"\"What D minimises, from its logits for real and generated samples.\"\"\"")
                .line("    return " + discriminator(spec.loss(), RegularizerSettings.SMOOTHING.get(spec)))
                .blankLines()
                .append(ofGenerator(spec.loss()));
        if (spec.conditioning().hasHead()) {
            code.blankLines().append(head(spec));
        }
        if (spec.regularizer(Regularizer.GradientPenalty.class).isPresent()) {
            code.blankLines().append(PythonLiterals.resource("penalty"));
        }
        return code.toString();
    }

    private static String ofGenerator(LossSpec loss) {
        if (loss.matchesFeatures()) {
            return """
                def generator_loss(fake_features, real_features):
                    \"""What G minimises: the distance of D's mean features (Salimans et al. 2016, 1606.03498).\"""
                    return (real_features.mean(0) - fake_features.mean(0)).square().sum()
                """;
        }
        return String.format(Locale.ROOT, """
            def generator_loss(%s):
                \"""What G minimises.\"""
                return %s
            """, loss.paired() ? "fake, real" : "fake", generator(loss));
    }

    private static String head(GanSpec spec) {
        PythonCodeWriter code = new PythonCodeWriter()
                .line(String.format(Locale.ROOT, "def head_loss(head, labels%s):", spec.codes() > 0 ? ", z" : ""))
                .indent()
                .line(String.format(
                        Locale.ROOT,
                        "\"\"\"Loss of the second head, which predicts %s.\"\"\"",
                        spec.conditioning() == Conditioning.AUXILIARY ? "the class" : "the codes that G was given"));
        code.line("loss = F.cross_entropy(head[:, :CLASSES], labels)");
        code.lineIf(
                spec.codes() > 0,
                String.format(Locale.ROOT, "found, wanted = head[:, CLASSES:], z[:, -%d:]", spec.codes()));
        code.lineIf(spec.codes() > 0, "loss = loss + 0.05 * (found - wanted).square().sum(1).mean()");
        return code.line("return loss").toString();
    }
}
