package org.ganvas.bench.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ganvas.cli.train.SpecPathEditor;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;

/**
 * Row of the table of translations.
 *
 * @param name of the row
 * @param spec of the run
 * @param source what it is trained and scored on
 * @param steps of both
 * @param reference what a PyTorch script of equal size reached in as many steps, on other test images and under another
 *     classifier; empty where it was not run
 */
record TranslationRow(String name, GanSpec spec, Source source, int steps, String reference) {

    /** Data of a row. */
    enum Source {
        /** Emoji by one team, a tenth held out. */
        EMOJI,
        /** Emoji by two teams, a tenth of the pairs held out. */
        EMOJI_PAIRS,
        /** The same for training without the knowledge which belong together; scored on the pairs held out. */
        EMOJI_UNPAIRED,
        /** Digits of MNIST, scored on its test images. */
        DIGITS
    }

    /** Base name of its files. */
    String file() {
        return name.replaceAll("[^a-zA-Z0-9]+", "-");
    }

    /** The row with some settings changed, under a name that tells them; itself without any. */
    TranslationRow with(Map<String, String> settings) {
        return settings.isEmpty()
                ? this
                : new TranslationRow(
                        name + " " + settings, SpecPathEditor.apply(spec, settings), source, steps, reference);
    }

    static List<TranslationRow> all() {
        List<TranslationRow> rows = new ArrayList<>();
        rows.add(new TranslationRow(
                "grey to colour", preset("colour"), Source.EMOJI, 1743, "18.3 dB, SSIM .763, L1 .0746"));
        rows.add(new TranslationRow(
                "edges to colour",
                preset("pix2pix-edges", Map.of("game.condition.threshold", "0.35")),
                Source.EMOJI,
                1740,
                "14.5 dB, SSIM .508, L1 .1186"));
        rows.add(new TranslationRow(
                "Noto to Twemoji",
                preset("emoji"),
                Source.EMOJI_PAIRS,
                3180,
                "13.6 dB, SSIM .330, L1 .1435"));
        rows.add(new TranslationRow(
                "Noto to Twemoji, L1 alone",
                preset(
                        "emoji",
                        Map.of(
                                "game.adversarialWeight", "0",
                                "training.generatorOptimizer.learningRate", "0.001",
                                "training.discriminatorOptimizer.learningRate", "0.001")),
                Source.EMOJI_PAIRS,
                3308,
                "14.4 dB, SSIM .392, L1 .1314"));
        rows.add(new TranslationRow(
                "super-resolution",
                preset("super-resolution"),
                Source.DIGITS,
                2000,
                "18.2 dB, 91.5 % readable, Fréchet 20 (content alone 47)"));
        rows.add(new TranslationRow(
                "super-resolution, content alone",
                preset("super-resolution-content"),
                Source.DIGITS,
                2000,
                "19.8 dB, 94 % readable, Fréchet 47"));
        rows.add(new TranslationRow(
                "inpainting",
                preset("inpainting"),
                Source.DIGITS,
                2500,
                "10.9 dB in the hole (L1 alone 11.3), 84 % readable"));
        rows.add(new TranslationRow(
                "cyclegan", preset("cyclegan"), Source.DIGITS, 250, "L1 .048, 99.4 % keep their label"));
        rows.add(new TranslationRow(
                "Noto to Twemoji, unpaired", preset("emoji-unpaired"), Source.EMOJI_UNPAIRED, 5000, ""));
        return rows;
    }

    private static GanSpec preset(String id) {
        return PresetRegistry.get(id).spec();
    }

    private static GanSpec preset(String id, Map<String, String> changes) {
        return SpecPathEditor.apply(preset(id), changes);
    }
}
