package org.ganvas.project.torch;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ganvas.engine.spec.Conditioning;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.PairedTranslationSpec;
import org.ganvas.engine.spec.layer.LayerShape;
import org.ganvas.engine.spec.layer.LayerSpec;
import org.ganvas.engine.spec.training.Regularizer;

/** The discriminator as a Python module. Pure functions, any thread. */
final class DiscriminatorModuleText {

    private DiscriminatorModuleText() {}

    static boolean seesLabels(GanSpec spec) {
        return spec.conditioning() == Conditioning.CONCATENATION || spec.conditioning() == Conditioning.PROJECTION;
    }

    /** Whether D sees what a translation is given beside the images. */
    static boolean seesCondition(GanSpec spec) {
        return spec.game() instanceof PairedTranslationSpec game && game.conditionedDiscriminator();
    }

    /** Whether G, or an encoder, learns from the distance of D's features. */
    private static boolean givesHidden(GanSpec spec) {
        return usesHidden(spec) || EncoderText.usesFeatures(spec);
    }

    private static boolean usesHidden(GanSpec spec) {
        return spec.game() instanceof PairedTranslationSpec game && game.featureWeight() > 0;
    }

    /** What D takes beside real images while it is trained, as a Python expression. */
    static String besideReal(GanSpec spec) {
        return EncoderText.isJoint(spec) ? "codes.detach()" : "labels";
    }

    /** What D takes beside generated images, as a Python expression. */
    static String besideFake(GanSpec spec) {
        return EncoderText.isJoint(spec) ? "z" : "wanted";
    }

    /** A call of D, with labels or latents where D takes them. */
    static String call(GanSpec spec, String images, String labels) {
        if (seesCondition(spec)) {
            return String.format(Locale.ROOT, "discriminator(seen(%s, beside))", images);
        }
        return seesLabels(spec) || EncoderText.isJoint(spec)
                ? String.format(Locale.ROOT, "discriminator(%s, %s)", images, labels)
                : String.format(Locale.ROOT, "discriminator(%s)", images);
    }

    /** The results of a call as names with a prefix; unused ones are an underscore. */
    static String results(GanSpec spec, String prefix, boolean features, boolean head) {
        return Stream.of(
                        prefix + "_logits",
                        !spec.loss().matchesFeatures() ? "" : features ? prefix + "_features" : "_",
                        !spec.conditioning().hasHead() ? "" : head ? prefix + "_head" : "_",
                        !givesHidden(spec) ? "" : features && usesHidden(spec) ? prefix + "_hidden" : "_")
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
    }

    static TorchModuleWriter write(GanSpec spec) {
        boolean spectral = spec.regularizer(Regularizer.SpectralNorm.class).isPresent();
        boolean joined =
                spec.pack() > 1 || spec.conditioning() == Conditioning.CONCATENATION || EncoderText.isJoint(spec);
        TorchModuleWriter to = new TorchModuleWriter(spectral, spec.image().isPoint() || joined);
        input(spec, to);
        TorchLayerWriter layers = new TorchLayerWriter(to, spec.discriminator(), GrowthText.grows(spec));
        List<LayerSpec> all = spec.discriminator().layers();
        List<LayerShape> extents = spec.discriminator().shapes(spec.discriminatorInput());
        int lastWeighted = IntStream.range(0, all.size())
                .filter(i -> all.get(i).parameters(extents.get(i)) > 0)
                .max()
                .orElse(0);
        for (int i = 0; i < all.size(); i++) {
            layers.begin(i);
            if (i == spec.discriminator().lastDense() && wantsFeatures(spec)) {
                to.toRows();
                to.compute("features = x");
            }
            if (i == lastWeighted && givesHidden(spec)) {
                to.compute("hidden = x");
            }
            layers.write(i, all.get(i), extents.get(i));
        }
        to.under(null);
        to.toRows();
        output(spec, to);
        return to;
    }

    private static boolean wantsFeatures(GanSpec spec) {
        return spec.loss().matchesFeatures()
                || spec.conditioning() == Conditioning.PROJECTION
                || spec.conditioning().hasHead();
    }

    private static void input(GanSpec spec, TorchModuleWriter to) {
        if (spec.pack() > 1) {
            to.compute("# Neighbours in the batch are scored together (PacGAN, Lin et al. 2018, 1712.04086).");
            to.compute(String.format(Locale.ROOT, "x = x.reshape(len(x) // %d, -1)", spec.pack()));
        } else if (spec.conditioning() == Conditioning.CONCATENATION) {
            to.compute("# The label follows the image, as planes of ones and zeros.");
            planes(spec, to, "F.one_hot(labels, CLASSES).to(x.dtype)");
        } else if (EncoderText.isJoint(spec)) {
            to.compute("# The latent follows the image, as planes of equal numbers.");
            planes(spec, to, "z");
        }
    }

    private static void planes(GanSpec spec, TorchModuleWriter to, String numbers) {
        LayerShape seen = spec.discriminatorInput();
        to.compute("planes = " + numbers
                + (seen.isRow()
                        ? ""
                        : String.format(Locale.ROOT, ".repeat_interleave(%d, dim=1)", seen.height() * seen.width())));
        to.compute("x = torch.cat([x.flatten(1), planes], dim=1)");
    }

    private static void output(GanSpec spec, TorchModuleWriter to) {
        if (spec.conditioning() == Conditioning.PROJECTION) {
            to.attribute(
                    "embedding",
                    String.format(Locale.ROOT, "nn.Embedding(%d, %d)", spec.classes(), spec.featureWidth()));
            to.array("embedding.weight", "embedding");
            to.compute("x = x + (self.embedding(labels) * features).sum(1, keepdim=True)");
        }
        if (spec.conditioning().hasHead()) {
            String head = String.format(Locale.ROOT, "nn.Linear(%d, %d)", spec.featureWidth(), spec.headWidth());
            double factor = spec.discriminator().equalisation(spec.featureWidth(), false);
            to.attribute("head", factor == 1 ? head : TorchModuleWriter.equalised(head, factor));
            to.array(factor == 1 ? "head.weight" : "head" + TorchModuleWriter.ORIGINAL, "head/weight");
            to.array("head.bias", "head/bias");
        }
        to.compute(String.format(
                Locale.ROOT,
                "return x%s%s%s",
                spec.loss().matchesFeatures() ? ", features" : "",
                spec.conditioning().hasHead() ? ", self.head(features)" : "",
                givesHidden(spec) ? ", hidden" : ""));
    }

    /** Text of the class. */
    static String classText(GanSpec spec, TorchModuleWriter written) {
        return new PythonCodeWriter()
                .line("class Discriminator(nn.Module):")
                .indent()
                .line(String.format(
                        Locale.ROOT,
                        "\"\"\"From %s%s.\"\"\"",
                        PythonLiterals.samples(spec.image()),
                        spec.loss().encodes()
                                ? " to means and log variances of latents"
                                : " to logits"
                                        + (EncoderText.isJoint(spec) ? "; the latent is an input beside the image" : "")
                                        + conditioningText(spec)))
                .line("")
                .line("def __init__(self):")
                .line("    super().__init__()")
                .append(written.init())
                .lineIf(GrowthText.grows(spec), "    self.growth = growth_at(STEP)")
                .line("")
                .line(String.format(
                        Locale.ROOT,
                        "def forward(self, %s):",
                        seesLabels(spec) ? "x, labels" : EncoderText.isJoint(spec) ? "x, z" : "x"))
                .append(written.forward())
                .toString();
    }

    private static String conditioningText(GanSpec spec) {
        return (spec.loss().matchesFeatures() ? ", with the features before the last dense layer" : "")
                + switch (spec.conditioning()) {
                    case NONE -> "";
                    case CONCATENATION -> "; the label is an input beside the image (CGAN, Mirza and Osindero 2014)";
                    case PROJECTION -> "; the label enters by a projection (Miyato and Koyama 2018, 1802.05637)";
                    case AUXILIARY -> " and classes (ACGAN, Odena et al. 2016, 1610.09585)";
                    case INFORMATION -> " and the codes that G was given (InfoGAN, Chen et al. 2016, 1606.03657)";
                };
    }
}
