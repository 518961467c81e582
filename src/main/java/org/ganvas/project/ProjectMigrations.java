package org.ganvas.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ganvas.data.FileException;
import org.ganvas.message.Message;
import org.ganvas.session.run.RunCapture;

/**
 * Conversion of an older {@code project.json} to the present format, one version after the other, so that the reader
 * knows one format only. A change of the format adds a step at the end of the list and a golden file to the tests. Pure
 * functions, any thread.
 */
final class ProjectMigrations {

    private static final String VERSION = "formatVersion";

    /** Conversions in order: the one at index i leads from version i + 1 to i + 2. */
    private static final List<UnaryOperator<ObjectNode>> STEPS = List.of(
            ProjectMigrations::toVersion2,
            ProjectMigrations::toVersion3,
            ProjectMigrations::toVersion4,
            ProjectMigrations::toVersion5);

    /** Version that the last conversion leads to. */
    static final int NEWEST = STEPS.size() + 1;

    private ProjectMigrations() {}

    /**
     * The same document in the newest format.
     *
     * @throws FileException if it has no version or one that this program does not know
     */
    static ObjectNode upgrade(JsonNode json) throws FileException {
        JsonNode version = json.path(VERSION);
        if (!(json instanceof ObjectNode document) || !version.isInt() || version.intValue() < 1) {
            throw new FileException(Message.of("project.read.jsonDamaged"));
        }
        if (version.intValue() > NEWEST) {
            throw new FileException(Message.of("project.read.newerVersion", version.intValue(), NEWEST));
        }
        for (int from = version.intValue(); from < NEWEST; from++) {
            document = STEPS.get(from - 1).apply(document).put(VERSION, from + 1);
        }
        return document;
    }

    /**
     * Version 2: a thumbnail; specs with codes, regularizers, several updates a step, schedules, and optimizers other
     * than Adam.
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
     * Version 3: the number of threads, changed settings, metrics, bookmarks, checkpoints, and panes hidden when
     * presenting.
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

    /** Version 4: components that have an {@link org.ganvas.engine.spec.base.AbsentDefault}, so nothing is to be converted. */
    private static ObjectNode toVersion4(ObjectNode document) {
        return document;
    }

    /** Version 5: networks of checkpoints, again by an absent default. */
    private static ObjectNode toVersion5(ObjectNode document) {
        return document;
    }
}
