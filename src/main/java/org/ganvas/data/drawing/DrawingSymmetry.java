package org.ganvas.data.drawing;

import java.util.ArrayList;
import java.util.List;

/**
 * Symmetry of what is drawn about the origin. Immutable; any thread.
 *
 * @param acrossX whether left and right are mirrored
 * @param acrossY whether above and below are mirrored
 * @param folds number of turned copies, 1 for none
 */
public record DrawingSymmetry(boolean acrossX, boolean acrossY, int folds) {

    /** No symmetry. */
    public static final DrawingSymmetry NONE = new DrawingSymmetry(false, false, 1);

    /** Most turned copies. */
    public static final int MOST_FOLDS = 12;

    public DrawingSymmetry {
        if (folds < 1 || folds > MOST_FOLDS) {
            throw new IllegalArgumentException("There are 1 to " + MOST_FOLDS + " folds, not " + folds);
        }
    }

    /** The path and all its images, the path itself first. */
    public List<List<DrawnPlace>> images(List<DrawnPlace> path) {
        List<List<DrawnPlace>> images = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            double angle = 2 * Math.PI * fold / folds;
            double cos = StrictMath.cos(angle);
            double sin = StrictMath.sin(angle);
            for (int mirror = 0; mirror < 4; mirror++) {
                boolean x = (mirror & 1) != 0;
                boolean y = (mirror & 2) != 0;
                if ((!x || acrossX) && (!y || acrossY)) {
                    images.add(path.stream()
                            .map(place -> mapped(x ? -place.x() : place.x(), y ? -place.y() : place.y(), cos, sin))
                            .toList());
                }
            }
        }
        return images;
    }

    private static DrawnPlace mapped(double x, double y, double cos, double sin) {
        return new DrawnPlace(cos * x - sin * y, sin * x + cos * y);
    }
}
