package org.ganvas.view.explore;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * Two squares with captions, side by side or one above the other, whichever makes the first larger. The second, which is
 * only looked at, may be half as large. FX thread.
 */
final class SquarePair extends Region {

    static final double MIN_SIDE = 108;
    static final double GAP = 12;
    private static final double MAX_SIDE = 560;

    /** Side of the second square at least, as a share of that of the first. */
    private static final double LEAST_SHARE = 0.5;

    private final Label firstCaption;
    private final Region first;
    private final Label secondCaption;
    private final Region second;

    SquarePair(Label firstCaption, Region first, Label secondCaption, Region second) {
        this.firstCaption = firstCaption;
        this.first = first;
        this.secondCaption = secondCaption;
        this.second = second;
        getChildren().addAll(firstCaption, first, secondCaption, second);
    }

    private double captionHeight() {
        return Math.ceil(firstCaption.prefHeight(-1)) + 2;
    }

    /**
     * Sides of the squares.
     *
     * @param below whether the second lies below the first
     */
    private record Sides(double first, double second, boolean below) {}

    private Sides beside() {
        double across = getWidth() - GAP;
        double side = Math.min(across / (1 + LEAST_SHARE), getHeight() - captionHeight());
        return new Sides(side, Math.min(side, across - side), false);
    }

    private Sides below() {
        double down = getHeight() - GAP - 2 * captionHeight();
        double side = Math.min(getWidth(), down / (1 + LEAST_SHARE));
        return new Sides(side, Math.min(side, down - side), true);
    }

    @Override
    protected void layoutChildren() {
        Sides beside = beside();
        Sides below = below();
        Sides sides = below.first() > beside.first() ? below : beside;
        double large = Math.floor(Math.max(MIN_SIDE, Math.min(MAX_SIDE, sides.first())));
        double small = Math.floor(Math.max(LEAST_SHARE * MIN_SIDE, Math.min(large, sides.second())));
        place(firstCaption, first, 0, 0, large);
        // Captions stand over their squares, which begin at the left edge like everything below them.
        if (sides.below()) {
            place(secondCaption, second, 0, captionHeight() + large + GAP, small);
        } else {
            place(secondCaption, second, large + GAP, 0, small);
        }
    }

    private void place(Label caption, Region square, double x, double y, double side) {
        double top = captionHeight();
        caption.resizeRelocate(x, y, side, top - 2);
        square.resizeRelocate(x, y + top, side, side);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 2 * MIN_SIDE + GAP;
    }

    @Override
    protected double computeMinHeight(double width) {
        double side = width > 0 ? Math.min(MAX_SIDE, (width - GAP) / 2) : MIN_SIDE;
        return captionHeight() + Math.max(MIN_SIDE, side);
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    @Override
    public javafx.geometry.Orientation getContentBias() {
        return javafx.geometry.Orientation.HORIZONTAL;
    }
}
