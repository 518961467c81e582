package org.ganvas.project.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.ganvas.project.RunFixtures;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.ScalarCurve;
import org.ganvas.session.run.TrainingScalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Curves as JSON that any program reads. */
class ScalarCurveExportTest {

    @TempDir
    private Path folder;

    @Test
    void everyCurveIsThereWithAllItsNumbers() throws Exception {
        RunCapture run = RunFixtures.tiny();
        Path file = folder.resolve("c.json");
        assertEquals(4, ScalarCurveExport.save(run, file));
        JsonNode all = new ObjectMapper().readTree(file.toFile());
        assertEquals(4, all.size());
        for (TrainingScalar metric : run.scalars().save().keySet()) {
            ScalarCurve curve = run.scalars().save().get(metric).curve();
            JsonNode one = all.get(metric.name().toLowerCase(Locale.ROOT));
            if (curve.size() == 0) {
                assertNull(one, metric + ", which this run does not have");
                continue;
            }
            assertEquals(5, one.size());
            assertArrayEquals(curve.steps(), numbers(one, "steps"));
            assertArrayEquals(curve.seconds(), numbers(one, "seconds"));
            assertArrayEquals(curve.low(), numbers(one, "low"));
            assertArrayEquals(curve.high(), numbers(one, "high"));
            assertArrayEquals(curve.smooth(), numbers(one, "smooth"));
        }
    }

    @Test
    void asATableEveryBucketIsALine() throws Exception {
        RunCapture run = RunFixtures.tiny();
        Path file = folder.resolve("c.CSV");
        assertEquals(4, ScalarCurveExport.save(run, file));
        List<String> lines = Files.readAllLines(file);
        assertEquals("metric,step,seconds,low,high,smooth", lines.get(0));
        int line = 1;
        for (TrainingScalar metric : run.scalars().save().keySet()) {
            ScalarCurve curve = run.scalars().save().get(metric).curve();
            for (int i = 0; i < curve.size(); i++) {
                String[] cells = lines.get(line++).split(",", -1);
                assertEquals(6, cells.length);
                assertEquals(metric.name().toLowerCase(Locale.ROOT), cells[0]);
                double[] expected = {
                    curve.steps()[i], curve.seconds()[i], curve.low()[i], curve.high()[i], curve.smooth()[i]
                };
                for (int k = 0; k < expected.length; k++) {
                    String cell = cells[k + 1];
                    assertEquals(
                            Double.isFinite(expected[k]) ? expected[k] : Double.NaN,
                            cell.isEmpty() ? Double.NaN : Double.parseDouble(cell));
                }
            }
        }
        assertEquals(line, lines.size());
    }

    private static double[] numbers(JsonNode curve, String name) {
        return StreamSupport.stream(curve.get(name).spliterator(), false)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
    }
}
