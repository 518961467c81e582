package org.ganvas.project;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.ganvas.session.run.Curve;
import org.ganvas.session.run.Metric;
import org.ganvas.session.run.RunCapture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Curves as JSON that any program reads. */
class CurveExportTest {

    @TempDir
    private Path folder;

    @Test
    void everyCurveIsThereWithAllItsNumbers() throws Exception {
        RunCapture run = Runs.tiny();
        Path file = folder.resolve("c.json");
        assertEquals(4, CurveExport.save(run, file));
        JsonNode all = new ObjectMapper().readTree(file.toFile());
        assertEquals(4, all.size());
        for (Metric metric : run.metrics().save().keySet()) {
            Curve curve = run.metrics().save().get(metric).curve();
            JsonNode one = all.get(metric.name().toLowerCase(Locale.ROOT));
            assertEquals(5, one.size());
            assertArrayEquals(curve.steps(), numbers(one, "steps"));
            assertArrayEquals(curve.seconds(), numbers(one, "seconds"));
            assertArrayEquals(curve.low(), numbers(one, "low"));
            assertArrayEquals(curve.high(), numbers(one, "high"));
            assertArrayEquals(curve.smooth(), numbers(one, "smooth"));
        }
    }

    private static double[] numbers(JsonNode curve, String name) {
        return StreamSupport.stream(curve.get(name).spliterator(), false)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
    }
}
