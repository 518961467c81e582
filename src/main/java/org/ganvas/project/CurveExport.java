package org.ganvas.project;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.ganvas.engine.spec.SpecJson;
import org.ganvas.session.run.Curve;
import org.ganvas.session.run.Metric;
import org.ganvas.session.run.MetricLog;
import org.ganvas.session.run.RunCapture;

/**
 * The curves of a run as JSON: for each metric that it has, its steps, seconds, low, high and smooth, one number a bucket, in a
 * project's resolution. Call it on the {@code io} thread.
 */
public final class CurveExport {

    private CurveExport() {}

    /**
     * Writes.
     *
     * @return how many curves
     * @throws ProjectException with one sentence, if it cannot be written
     */
    public static int save(RunCapture run, Path file) throws ProjectException {
        Map<String, Curve> curves = new LinkedHashMap<>();
        for (Map.Entry<Metric, MetricLog.Saved> saved : run.metrics().save().entrySet()) {
            Curve curve = saved.getValue().curve();
            if (curve.size() > 0) {
                curves.put(saved.getKey().name().toLowerCase(Locale.ROOT), curve);
            }
        }
        byte[] json = SpecJson.write(curves);
        Exports.save(file, out -> out.write(json));
        return curves.size();
    }
}
