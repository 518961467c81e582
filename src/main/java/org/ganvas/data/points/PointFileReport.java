package org.ganvas.data.points;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ganvas.data.CoordinateText;
import org.ganvas.data.DatasetReport;
import org.ganvas.data.PointTransform;
import org.ganvas.message.Message;

/** Report of a file of points: its ranges, the transform, and whether single precision merges values. Pure functions. */
final class PointFileReport {

    /** Share of the values of an axis that may become equal without a remark: some do in any large file. */
    private static final double MERGED = 0.1;

    private PointFileReport() {}

    static DatasetReport of(double[] original, PointTransform transform) {
        double[] x = axis(original, 0);
        double[] y = axis(original, 1);
        List<Message> understood = new ArrayList<>();
        understood.add(Message.of(
                "data.points.ranges",
                CoordinateText.exact(x[0]),
                CoordinateText.exact(x[x.length - 1]),
                CoordinateText.exact(y[0]),
                CoordinateText.exact(y[y.length - 1])));
        if (!transform.isIdentity()) {
            understood.add(Message.of(
                    "data.points.transform",
                    CoordinateText.exact(transform.centreX()),
                    CoordinateText.exact(transform.scaleX()),
                    CoordinateText.exact(transform.centreY()),
                    CoordinateText.exact(transform.scaleY())));
        }
        List<Message> unusual = new ArrayList<>();
        addMerged("x", x, transform.centreX(), transform.scaleX(), unusual);
        addMerged("y", y, transform.centreY(), transform.scaleY(), unusual);
        return new DatasetReport(understood, List.of(), List.of()).with(List.of(), unusual);
    }

    /** Values of an axis in ascending order. */
    private static double[] axis(double[] points, int axis) {
        double[] values = IntStream.range(0, points.length / 2)
                .mapToDouble(i -> points[2 * i + axis])
                .toArray();
        Arrays.sort(values);
        return values;
    }

    private static void addMerged(String axis, double[] sorted, double centre, double scale, List<Message> to) {
        int before = 1;
        int after = 1;
        for (int i = 1; i < sorted.length; i++) {
            before += sorted[i] == sorted[i - 1] ? 0 : 1;
            float now = (float) ((sorted[i] - centre) / scale);
            after += now == (float) ((sorted[i - 1] - centre) / scale) ? 0 : 1;
        }
        if (after < (1 - MERGED) * before) {
            to.add(Message.of("data.points.merged", axis, before, after));
        }
    }
}
