package org.ganvas.project.torch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ganvas.engine.spec.ConditionSpec;
import org.ganvas.engine.spec.DomainSpec;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.PairedTranslationSpec;
import org.ganvas.engine.spec.UnpairedTranslationSpec;

/**
 * Python functions that read a translation's data and deal batches of what its networks are given. Pure, any thread.
 *
 * @param spec of a translation
 */
record TranslationDataText(GanSpec spec) {

    private static final String CHANGE = "change";
    private static final String OTHER_CHANGE = "change_second";

    /** Functions {@code read}, {@code batches} and {@code examples}, and those that they call. */
    String functions() {
        PythonCodeWriter code = new PythonCodeWriter();
        changes()
                .forEach((name, change) -> code.append(ConditionText.function(name, change, spec.image()))
                        .blankLines());
        code.append(PythonLiterals.resource("translation_data")).blankLines();
        code.append(spec.game() instanceof PairedTranslationSpec game ? paired(game) : unpaired());
        return code.toString();
    }

    /** The arrays that the data needs beside its images, for the help of the program. */
    String help() {
        List<String> others = new ArrayList<>();
        if (needsGiven()) {
            others.add("'given' of the same shape");
        }
        if (needsLabels()) {
            others.add("'labels'");
        }
        return others.isEmpty() ? "" : " and " + String.join(" and ", others);
    }

    /** Changes of images by the names of their functions. */
    private Map<String, ConditionSpec> changes() {
        Map<String, ConditionSpec> changes = new LinkedHashMap<>();
        if (spec.game() instanceof PairedTranslationSpec game
                && game.condition().ofImage()) {
            changes.put(CHANGE, game.condition());
        }
        for (DomainSpec domain : domains()) {
            if (domain instanceof DomainSpec.Changed changed) {
                changes.put(changes.isEmpty() ? CHANGE : OTHER_CHANGE, changed.by());
            }
        }
        return changes;
    }

    private List<DomainSpec> domains() {
        return spec.game() instanceof UnpairedTranslationSpec game ? List.of(game.from(), game.to()) : List.of();
    }

    private boolean needsGiven() {
        return spec.game() instanceof PairedTranslationSpec game
                        && !game.condition().ofImage()
                || domains().stream().anyMatch(DomainSpec.Partner.class::isInstance);
    }

    private boolean needsLabels() {
        return domains().stream().anyMatch(DomainSpec.OfClass.class::isInstance);
    }

    private static String paired(PairedTranslationSpec game) {
        boolean partner = !game.condition().ofImage();
        String target =
                game.condition().masks() ? "paste(networks[\"generator\"](c), c)" : "networks[\"generator\"](c)";
        return new PythonCodeWriter()
                .line("def read(file):")
                .line("    kept = np.load(file)")
                .line(
                        partner
                                ? "    return images(kept, \"pictures\", file), images(kept, \"given\", file)"
                                : "    return (images(kept, \"pictures\", file),)")
                .blankLines()
                .line("def batches(" + (partner ? "pictures, given" : "pictures") + "):")
                .line("    \"\"\"Batches of true images and of what the generator is given of them.\"\"\"")
                .line("    for chosen in orders(len(pictures)):")
                .line("        x = pictures[chosen].to(DEVICE)")
                .line("        yield x, " + (partner ? "given[chosen].to(DEVICE)" : "change(x)"))
                .blankLines()
                .line("def examples(networks, x, c):")
                .line("    return as_image(c), " + target + ", x")
                .toString();
    }

    private String unpaired() {
        UnpairedTranslationSpec game = (UnpairedTranslationSpec) spec.game();
        return new PythonCodeWriter()
                .line("def read(file):")
                .line("    kept = np.load(file)")
                .line("    pictures = images(kept, \"pictures\", file)")
                .lineIf(needsLabels(), "    labels = torch.from_numpy(kept[\"labels\"].astype(np.int64).reshape(-1))")
                .line(String.format(Locale.ROOT, "    return %s, %s", set(game.from()), set(game.to())))
                .blankLines()
                .line("def batches(first, second):")
                .line("    \"\"\"Batches of both sets, each in an order of its own.\"\"\"")
                .line("    for one, other in zip(orders(len(first)), orders(len(second))):")
                .line(String.format(
                        Locale.ROOT,
                        "        yield %s, %s",
                        dealt(game.from(), CHANGE, "first[one].to(DEVICE)"),
                        dealt(
                                game.to(),
                                game.from() instanceof DomainSpec.Changed ? OTHER_CHANGE : CHANGE,
                                "second[other].to(DEVICE)")))
                .blankLines()
                .line("def examples(networks, a, b):")
                .line("    there = networks[\"generator\"](a)")
                .line("    return a, there, networks[\"" + UnpairedTranslationSpec.BACK_GENERATOR + "\"](there)")
                .toString();
    }

    private static String set(DomainSpec domain) {
        if (domain instanceof DomainSpec.OfClass one) {
            return String.format(Locale.ROOT, "pictures[labels == %d]", one.label());
        }
        return domain instanceof DomainSpec.Partner ? "images(kept, \"given\", file)" : "pictures";
    }

    private static String dealt(DomainSpec domain, String change, String batch) {
        return domain instanceof DomainSpec.Changed ? change + "(" + batch + ")" : batch;
    }
}
