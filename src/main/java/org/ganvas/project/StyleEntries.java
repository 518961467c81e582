package org.ganvas.project;

import static org.ganvas.project.ProjectDocumentChecks.require;

import java.io.IOException;
import java.util.List;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.layer.StyleEdits;

/** Edits of a latent's style as a list of one or none in a project. Pure functions, any thread. */
final class StyleEntries {

    /** Bound of latents, weights and amounts, far beyond what a slider or a sum of a few moves gives. */
    private static final double MAX_NUMBER = 1000;

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
            require(style.isPlausible(MAX_NUMBER), "project.style.parts");
            for (StyleEdits.Term each : style.terms()) {
                require(
                        each.latent().length == spec.latentDim()
                                && each.classWeights().length == (spec.conditional() ? spec.classes() : 0),
                        "project.style.term");
            }
        }
    }
}
