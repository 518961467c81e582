package org.ganvas.data.drawing;

import java.util.ArrayList;
import java.util.List;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;

/**
 * Tool of the drawing board: makes kernels of a path. The mass of a stroke is its length times the density, however fast
 * it was drawn. Pure functions; any thread.
 */
public enum DrawingTool {
    BRUSH,
    SPRAY,
    LINE,
    RING,
    BLOB,
    ERASER;

    /** Distance of two kernels of a brush, as a share of its radius. */
    private static final double SPACING = 0.25;

    /** Width of a kernel of a brush, as a share of its radius. */
    private static final double SOFTNESS = 0.5;

    private static final double GRAIN = 0.12;
    private static final int GRAINS_PER_SPACING = 3;
    private static final int MOST_OF_STROKE = 5000;

    /**
     * Kernels of one path; none for the eraser.
     *
     * @param path that was drawn, at least one place; lines, rings and blobs use its ends alone
     * @param radius of the tool
     * @param density mass a unit of length
     * @param seed of the spray
     */
    public List<DrawingKernel> kernels(List<DrawnPlace> path, double radius, double density, long seed) {
        DrawnPlace from = path.get(0);
        DrawnPlace to = path.get(path.size() - 1);
        double spacing = SPACING * radius;
        double weight = spacing * density;
        return switch (this) {
            case BRUSH -> dots(evenly(path, spacing), SOFTNESS * radius, weight);
            case LINE -> dots(evenly(List.of(from, to), spacing), SOFTNESS * radius, weight);
            case RING -> dots(circle(from, to, spacing), SOFTNESS * radius, weight);
            case BLOB -> {
                double sigma = Math.max(SOFTNESS * radius, SOFTNESS * distance(from, to));
                yield dots(List.of(from), sigma, 4 * sigma * density);
            }
            case SPRAY -> spray(evenly(path, spacing), radius, weight, seed);
            case ERASER -> List.of();
        };
    }

    private static List<DrawingKernel> dots(List<DrawnPlace> places, double sigma, double weight) {
        return places.stream()
                .filter(DrawingTool::isOnBoard)
                .map(place -> new DrawingKernel(
                        place.x(),
                        place.y(),
                        Math.max(DrawingKernel.LEAST, sigma),
                        Math.max(DrawingKernel.LEAST, weight)))
                .toList();
    }

    private static boolean isOnBoard(DrawnPlace place) {
        return Math.abs(place.x()) <= DrawingKernel.MOST && Math.abs(place.y()) <= DrawingKernel.MOST;
    }

    private static List<DrawingKernel> spray(List<DrawnPlace> places, double radius, double weight, long seed) {
        SeededRandomStream random = new SeededRandomStream(seed, Purpose.POINT_DATA, -2);
        List<DrawnPlace> grains = new ArrayList<>();
        for (DrawnPlace place : places) {
            for (int i = 0; i < GRAINS_PER_SPACING; i++) {
                double angle = 2 * Math.PI * random.nextDouble();
                double reach = radius * StrictMath.sqrt(random.nextDouble());
                grains.add(new DrawnPlace(
                        place.x() + reach * StrictMath.cos(angle), place.y() + reach * StrictMath.sin(angle)));
            }
        }
        return dots(grains, GRAIN * radius, weight / GRAINS_PER_SPACING);
    }

    /** Places along a path at equal distances, from its first place on. */
    private static List<DrawnPlace> evenly(List<DrawnPlace> path, double spacing) {
        List<DrawnPlace> places = new ArrayList<>(List.of(path.get(0)));
        double left = spacing;
        for (int i = 1; i < path.size() && places.size() < MOST_OF_STROKE; i++) {
            DrawnPlace from = path.get(i - 1);
            DrawnPlace to = path.get(i);
            double length = distance(from, to);
            double at = left;
            while (at <= length && places.size() < MOST_OF_STROKE) {
                double part = at / length;
                places.add(
                        new DrawnPlace(from.x() + part * (to.x() - from.x()), from.y() + part * (to.y() - from.y())));
                at += spacing;
            }
            left = at - length;
        }
        return places;
    }

    /** Places on the circle around a middle through a place, at equal distances. */
    private static List<DrawnPlace> circle(DrawnPlace middle, DrawnPlace edge, double spacing) {
        double radius = distance(middle, edge);
        int count = (int) Math.max(1, Math.min(MOST_OF_STROKE, Math.rint(2 * Math.PI * radius / spacing)));
        List<DrawnPlace> places = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            double angle = 2 * Math.PI * i / count;
            places.add(new DrawnPlace(
                    middle.x() + radius * StrictMath.cos(angle), middle.y() + radius * StrictMath.sin(angle)));
        }
        return places;
    }

    private static double distance(DrawnPlace from, DrawnPlace to) {
        return Math.hypot(to.x() - from.x(), to.y() - from.y());
    }
}
