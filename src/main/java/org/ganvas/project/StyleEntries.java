package org.ganvas.project;

import static org.ganvas.project.ProjectDocumentChecks.require;

import java.io.IOException;
import java.util.List;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.layer.StyleEdits;

/** Edits of a latent's style as a list of one or none in a project. Pure functions, any thread. */
final class StyleEntries {

    /** Bound of weights and amounts, far beyond what a slider or a sum of a few moves gives. */
    private static final double MAX_AMOUNT = 1000;

    private StyleEntries() {}

    static List<StyleEdits> of(StyleEdits style) {
        return style.isNone() ? List.of() : List.of(style);
    }

    static StyleEdits read(List<StyleEdits> entry) {
        return entry.isEmpty() ? StyleEdits.NONE : entry.get(0);
    }

    /** Checks that edits fit the spec. */
    static void check(List<StyleEdits> entry, GanSpec spec) throws IOException {
        require(entry.size() <= 1, "project.style.count");
        for (StyleEdits style : entry) {
            require(spec.generator().hasStyles(), "project.style.none");
            require(
                    style.terms().size() <= StyleEdits.MAX_PARTS
                            && style.shifts().size() <= StyleEdits.MAX_PARTS
                            && style.truncated() >= 0
                            && style.truncated() <= StyleEdits.ALL
                            && style.noise() >= StyleEdits.NO_NOISE,
                    "project.style.parts");
            for (StyleEdits.Term each : style.terms()) {
                require(
                        BookmarkEntries.isLatent(each.latent(), spec.latentDim())
                                && BookmarkEntries.isLatent(
                                        each.classWeights(), spec.conditional() ? spec.classes() : 0)
                                && isRange(each.from(), each.to())
                                && Math.abs(each.weight()) <= MAX_AMOUNT,
                        "project.style.term");
            }
            for (StyleEdits.Shift each : style.shifts()) {
                require(
                        BookmarkEntries.isLatent(each.scores(), StyleEdits.SEEDS)
                                && isRange(each.from(), each.to())
                                && Math.abs(each.amount()) <= MAX_AMOUNT,
                        "project.style.shift");
            }
        }
    }

    private static boolean isRange(int from, int to) {
        return from >= 0 && from < to && to <= StyleEdits.ALL;
    }
}
