package org.ganvas.viewmodel.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ganvas.data.DataPair;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.drawing.DrawingLibrary;
import org.ganvas.data.drawing.DrawnDataset;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.data.transform.TranslationDataset;
import org.ganvas.engine.spec.preset.Preset;

/**
 * Names and descriptions of presets and built-in datasets in the current language. They are defined in English; what has
 * no other name, such as a folder, keeps its own. Any thread.
 */
public final class DisplayNames {

    private static final String TEST = " (test)";
    private static final Pattern DRAWN = Pattern.compile(DrawnDataset.NAME + "[0-9A-F]{4}");

    private DisplayNames() {}

    public static String of(Preset preset) {
        return Messages.textOr("preset." + preset.id() + ".name", preset.name());
    }

    /** Sentence about what to expect of a preset. */
    public static String sentence(Preset preset) {
        return Messages.textOr("preset." + preset.id() + ".sentence", preset.sentence());
    }

    public static String of(DatasetEntry data) {
        return DataPair.parse(data.id()).isPresent() || DrawingLibrary.isDrawn(data.id())
                ? ofData(data.name())
                : Messages.textOr(key(data) + ".name", data.name());
    }

    /** Sentence about the content of a dataset. */
    public static String description(DatasetEntry data) {
        if (DrawingLibrary.isDrawn(data.id())) {
            return DrawingLibrary.find(data.id())
                    .map(drawing -> Messages.text(
                            "setup.drawn.strokes",
                            NumberFormats.count(drawing.strokes().size())))
                    .orElseGet(() -> Messages.text("setup.drawn"));
        }
        return Messages.textOr(key(data) + ".description", data.description());
    }

    private static String key(DatasetEntry data) {
        String id = data.id();
        return "dataset." + id.substring(id.indexOf(':') + 1);
    }

    /** Name of a dataset from its English name, which is all that runs and projects store. */
    public static String ofData(String name) {
        if (Messages.locale().equals(Locale.ENGLISH)) {
            return name;
        }
        if (name.contains(TranslationDataset.BETWEEN)) {
            return Arrays.stream(name.split(Pattern.quote(TranslationDataset.BETWEEN), -1))
                    .map(DisplayNames::ofData)
                    .collect(Collectors.joining(TranslationDataset.BETWEEN));
        }
        boolean test = name.endsWith(TEST);
        String plain = test ? name.substring(0, name.length() - TEST.length()) : name;
        if (DRAWN.matcher(plain).matches()) {
            return Messages.text("setup.drawn.name", plain.substring(DrawnDataset.NAME.length())) + (test ? TEST : "");
        }
        return DatasetRegistry.builtIns().stream()
                        .filter(entry -> entry.name().equals(plain))
                        .findFirst()
                        .map(DisplayNames::of)
                        .orElse(plain)
                + (test ? TEST : "");
    }
}
