package org.ganvas.project.exchange;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ganvas.engine.spec.GanSpecJson;
import org.ganvas.project.io.ExportFileWriter;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.ScalarCurve;
import org.ganvas.session.run.ScalarLog;
import org.ganvas.session.run.TrainingScalar;

/**
 * Curves of a run as JSON, or as a CSV table where the file's name ends in .csv: for each training scalar of the run its
 * steps, seconds, low, high and smooth, one number per bucket, in a project's resolution. Call it on the {@code io}
 * thread.
 */
public final class ScalarCurveExport {

    private static final String CSV = ".csv";

    private ScalarCurveExport() {}

    /**
     * Writes a file.
     *
     * @return number of curves
     * @throws ProjectException if it cannot be written
     */
    public static int save(RunCapture run, Path file) throws ProjectException {
        Map<String, ScalarCurve> curves = new LinkedHashMap<>();
        for (Map.Entry<TrainingScalar, ScalarLog.Saved> saved :
                run.scalars().save().entrySet()) {
            ScalarCurve curve = saved.getValue().curve();
            if (curve.size() > 0) {
                curves.put(saved.getKey().name().toLowerCase(Locale.ROOT), curve);
            }
        }
        boolean table =
                String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(CSV);
        byte[] text = table ? table(curves) : GanSpecJson.write(curves);
        ExportFileWriter.save(file, out -> out.write(text));
        return curves.size();
    }

    /** One line per bucket; cells that are not finite stay empty, as spreadsheets expect. */
    private static byte[] table(Map<String, ScalarCurve> curves) {
        StringBuilder lines = new StringBuilder("metric,step,seconds,low,high,smooth\n");
        curves.forEach((metric, curve) -> {
            for (int i = 0; i < curve.size(); i++) {
                lines.append(metric);
                for (double[] row :
                        List.of(curve.steps(), curve.seconds(), curve.low(), curve.high(), curve.smooth())) {
                    lines.append(',').append(cell(row[i]));
                }
                lines.append('\n');
            }
        });
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return !Double.isFinite(value) ? "" : whole ? Long.toString((long) value) : Double.toString(value);
    }
}
