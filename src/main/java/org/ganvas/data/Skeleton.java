package org.ganvas.data;

import java.util.Arrays;
import java.util.List;

/**
 * The points a pen passes when it writes one character: all strokes one after another. Not changed after it is made; any
 * thread.
 *
 * @param x columns, 0 to 1 for the usual width
 * @param y rows, 0 at the top to 1 at the foot
 * @param corner whether the pen changes direction sharply here
 * @param strokeEnds index after the last point of each stroke
 */
record Skeleton(double[] x, double[] y, boolean[] corner, int[] strokeEnds) {

    /**
     * One way of writing a character.
     *
     * @param share how common it is among the ways of this character
     * @param examples skeletons with the same number of points and strokes
     */
    record Family(double share, List<Skeleton> examples) {

        Family {
            Skeleton first = examples.get(0);
            for (Skeleton each : examples) {
                if (each.x.length != first.x.length || !Arrays.equals(each.strokeEnds, first.strokeEnds)) {
                    throw new IllegalArgumentException("These examples do not have the same points: " + examples);
                }
            }
        }
    }

    int size() {
        return x.length;
    }

    /** The weighted mean, point by point, of skeletons with the same points. */
    static Skeleton mix(List<Skeleton> examples, double[] weights) {
        Skeleton first = examples.get(0);
        double[] x = new double[first.size()];
        double[] y = new double[first.size()];
        for (int e = 0; e < weights.length; e++) {
            for (int i = 0; i < x.length; i++) {
                x[i] += weights[e] * examples.get(e).x[i];
                y[i] += weights[e] * examples.get(e).y[i];
            }
        }
        return new Skeleton(x, y, first.corner, first.strokeEnds);
    }

    /** Reads "12,30 40,5! 60,80 / 10,50 80,50": hundredths, "!" for a corner, "/" between strokes. */
    static Skeleton parse(String text) {
        String[] strokes = text.split(" / ");
        int[] ends = new int[strokes.length];
        int size = 0;
        for (int i = 0; i < strokes.length; i++) {
            size += strokes[i].split(" ").length;
            ends[i] = size;
        }
        Skeleton skeleton = new Skeleton(new double[size], new double[size], new boolean[size], ends);
        String[] points = text.replace(" / ", " ").split(" ");
        for (int i = 0; i < size; i++) {
            skeleton.setPoint(i, points[i]);
        }
        return skeleton;
    }

    private void setPoint(int index, String text) {
        String[] pair = text.replace("!", "").split(",");
        x[index] = Integer.parseInt(pair[0]) / 100.0;
        y[index] = Integer.parseInt(pair[1]) / 100.0;
        corner[index] = text.endsWith("!");
    }
}
