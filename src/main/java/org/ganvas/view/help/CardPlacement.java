package org.ganvas.view.help;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;

/** Place of a card beside what it explains. Pure functions. */
final class CardPlacement {

    private static final double GAP = 12;

    /** How much worse it is to cover what has to stay free than to cover what is explained. */
    private static final double FREE_WEIGHT = 1000;

    private CardPlacement() {}

    /**
     * The first place within a window that covers nothing, or the one that covers least: right of the target, left of it,
     * below, above, else at an edge of the target or of the window.
     *
     * @param card its size
     * @param target what the card explains
     * @param free what the card covers last of all; empty bounds for nothing
     */
    static Bounds beside(Bounds window, Bounds card, Bounds target, Bounds free) {
        double right = target.getMaxX() + GAP;
        double left = target.getMinX() - GAP - card.getWidth();
        double below = target.getMaxY() + GAP;
        double above = target.getMinY() - GAP - card.getHeight();
        List<Bounds> places = new ArrayList<>();
        places.add(within(window, card, right, target.getMinY()));
        places.add(within(window, card, left, target.getMinY()));
        places.add(within(window, card, target.getMinX(), below));
        places.add(within(window, card, target.getMinX(), above));
        for (double x : new double[] {target.getMinX(), target.getMaxX() - card.getWidth(), 0, window.getWidth()}) {
            for (double y : new double[] {target.getMinY(), below, above, 0, window.getHeight()}) {
                places.add(within(window, card, x, y));
            }
        }
        Bounds best = places.get(0);
        for (Bounds place : places) {
            if (covered(place, target, free) < covered(best, target, free)) {
                best = place;
            }
        }
        return best;
    }

    private static double covered(Bounds place, Bounds target, Bounds free) {
        return area(intersection(place, target)) + FREE_WEIGHT * area(intersection(place, free));
    }

    private static double area(Bounds bounds) {
        return bounds.getWidth() * bounds.getHeight();
    }

    private static Bounds within(Bounds window, Bounds card, double x, double y) {
        return new BoundingBox(
                Math.max(GAP, Math.min(window.getWidth() - card.getWidth() - GAP, x)),
                Math.max(GAP, Math.min(window.getHeight() - card.getHeight() - GAP, y)),
                card.getWidth(),
                card.getHeight());
    }

    /** What two bounds share; without an area if they share nothing. */
    static Bounds intersection(Bounds one, Bounds other) {
        double x = Math.max(one.getMinX(), other.getMinX());
        double y = Math.max(one.getMinY(), other.getMinY());
        return new BoundingBox(
                x,
                y,
                Math.max(0, Math.min(one.getMaxX(), other.getMaxX()) - x),
                Math.max(0, Math.min(one.getMaxY(), other.getMaxY()) - y));
    }
}
