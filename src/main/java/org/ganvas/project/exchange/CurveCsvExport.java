package org.ganvas.project.exchange;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ganvas.project.io.ExportFileWriter;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.run.MetricLog.MetricValue;
import org.ganvas.session.run.ScalarCurve;
import org.ganvas.session.run.TrainingScalar;

/**
 * Curves and metrics as one CSV table (RFC 4180) with a row for each bucket of each curve, the long form that
 * spreadsheets and pandas plot best. Call it on the {@code io} thread.
 */
public final class CurveCsvExport {

    static final String HEADER = "curve,step,images,seconds,low,high,smooth,floor\n";

    private CurveCsvExport() {}

    /**
     * Writes a file.
     *
     * @param batch images per step
     * @return number of rows
     * @throws ProjectException if it cannot be written
     */
    public static int save(
            Map<TrainingScalar, ScalarCurve> curves, Map<String, List<MetricValue>> metrics, int batch, Path file)
            throws ProjectException {
        ExportFileWriter.save(file, out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            writer.write(HEADER);
            for (Map.Entry<TrainingScalar, ScalarCurve> curve : curves.entrySet()) {
                write(writer, curve.getKey().name().toLowerCase(Locale.ROOT), curve.getValue(), batch);
            }
            for (Map.Entry<String, List<MetricValue>> metric : metrics.entrySet()) {
                write(writer, metric.getValue(), batch);
            }
            writer.flush();
        });
        return curves.values().stream().mapToInt(ScalarCurve::size).sum()
                + metrics.values().stream().mapToInt(List::size).sum();
    }

    private static void write(Writer out, String name, ScalarCurve curve, int batch) throws IOException {
        for (int i = 0; i < curve.size(); i++) {
            long step = (long) curve.steps()[i];
            row(
                    out,
                    name,
                    step,
                    step * batch,
                    curve.seconds()[i],
                    curve.low()[i],
                    curve.high()[i],
                    curve.smooth()[i],
                    "");
        }
    }

    private static void write(Writer out, List<MetricValue> values, int batch) throws IOException {
        for (MetricValue one : values) {
            String floor = Double.isNaN(one.floor()) ? "" : Double.toString(one.floor());
            double value = one.value();
            row(out, one.id(), one.step(), one.step() * batch, one.trainedSeconds(), value, value, value, floor);
        }
    }

    private static void row(Writer out, String name, Object... columns) throws IOException {
        out.write(name);
        for (Object column : columns) {
            out.write(',');
            out.write(column.toString());
        }
        out.write('\n');
    }
}
