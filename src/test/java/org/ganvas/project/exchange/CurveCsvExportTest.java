package org.ganvas.project.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ganvas.session.run.MetricLog.MetricValue;
import org.ganvas.session.run.ScalarCurve;
import org.ganvas.session.run.TrainingScalar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurveCsvExportTest {

    private final Locale before = Locale.getDefault();

    @TempDir
    private Path folder;

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    @Test
    void aRowForEachBucketAndEachMeasureInAnyLanguage() throws Exception {
        Locale.setDefault(Locale.GERMANY);
        ScalarCurve curve = new ScalarCurve(
                new double[] {2, 4}, new double[] {0.5, 1}, new double[] {1.25, 1}, new double[] {3, 2}, new double[] {
                    2, 1.5
                });
        Path file = folder.resolve("c.csv");
        int rows = CurveCsvExport.save(
                Map.of(TrainingScalar.GENERATOR_LOSS, curve),
                Map.of(
                        "kid",
                        List.of(
                                new MetricValue("kid", 4, 1, 0.25, 0.1),
                                new MetricValue("kid", 5, 2, 0.5, Double.NaN))),
                64,
                file);
        assertEquals(4, rows);
        assertEquals("""
            curve,step,images,seconds,low,high,smooth,floor
            generator_loss,2,128,0.5,1.25,3.0,2.0,
            generator_loss,4,256,1.0,1.0,2.0,1.5,
            kid,4,256,1.0,0.25,0.25,0.25,0.1
            kid,5,320,2.0,0.5,0.5,0.5,
            """, Files.readString(file));
    }
}
