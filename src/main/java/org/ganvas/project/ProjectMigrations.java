package org.ganvas.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ganvas.session.run.RunCapture;

/**
 * Brings an older {@code project.json} up to the present format, one version after the other, so that the reader knows
 * one format only. A change of the format adds a step at the end of the list and a golden file to the tests. Pure
 * functions, any thread.
 */
final class ProjectMigrations {

    private static final String VERSION = "formatVersion";

    /** The step at index i leads from version i + 1 to i + 2. */
    private static final List<UnaryOperator<ObjectNode>> STEPS =
            List.of(ProjectMigrations::toVersion2, ProjectMigrations::toVersion3);

    /** The version that all steps lead to. */
    static final int NEWEST = STEPS.size() + 1;

    private ProjectMigrations() {}

    /**
     * The same document in the newest format.
     *
     * @throws IOException if it has no version or one this program does not know; the message says what is wrong,
     *     without a full stop
     */
    static ObjectNode upgrade(JsonNode json) throws IOException {
        JsonNode version = json.path(VERSION);
        if (!(json instanceof ObjectNode document) || !version.isInt() || version.intValue() < 1) {
            throw new IOException("its project.json is damaged or not from this program");
        }
        if (version.intValue() > NEWEST) {
            throw new IOException(
                    "a newer version of this program wrote it (format %d, and this one reads up to %d), so update the program"
                            .formatted(version.intValue(), NEWEST));
        }
        for (int from = version.intValue(); from < NEWEST; from++) {
            document = STEPS.get(from - 1).apply(document).put(VERSION, from + 1);
        }
        // Came late to version 3; a file without it has no film.
        document.withArray("films");
        return document;
    }

    /**
     * Version 2 can hold a thumbnail; its games have codes, regularizers, several updates a step, schedules, and other
     * optimizers than Adam.
     */
    private static ObjectNode toVersion2(ObjectNode document) {
        document.putArray("pictures");
        if (document.path("spec") instanceof ObjectNode spec && spec.path("training") instanceof ObjectNode training) {
            spec.put("codes", 0).putArray("regularizers");
            training.put("discriminatorSteps", 1).put("generatorSteps", 1);
            training.putObject("schedule")
                    .put("warmUpSteps", 0)
                    .put("decayFrom", 0)
                    .put("decayTo", 0)
                    .put("finalShare", 1);
            for (String optimizer : List.of("generatorOptimizer", "discriminatorOptimizer")) {
                if (training.path(optimizer) instanceof ObjectNode settings) {
                    settings.put("kind", "ADAM");
                }
            }
        }
        return document;
    }

    /**
     * Version 3 knows how many threads computed the run, what was changed and measured while it trained, and what was
     * kept of its latent space; it keeps moments, and it
     * knows what a class does not see.
     */
    private static ObjectNode toVersion3(ObjectNode document) {
        document.putArray("changes");
        document.putArray("favourites");
        document.putArray("directions");
        document.putArray("moments");
        document.putArray("measures");
        document.putArray("hidden");
        return document.put("threads", RunCapture.UNKNOWN_THREADS);
    }
}
