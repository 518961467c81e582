package org.ganvas.view.explore;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Two squares with captions, side by side or one above the other: whichever makes them larger. FX thread. */
final class SquarePair extends Region {

    static final double MIN_SIDE = 108;
    static final double GAP = 12;
    private static final double MAX_SIDE = 560;

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

    private double besideSide(double width, double height) {
        return Math.min((width - GAP) / 2, height - captionHeight());
    }

    private double belowSide(double width, double height) {
        return Math.min(width, (height - GAP) / 2 - captionHeight());
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        boolean below = belowSide(width, height) > besideSide(width, height);
        double fitting = below ? belowSide(width, height) : besideSide(width, height);
        double side = Math.floor(Math.max(MIN_SIDE, Math.min(MAX_SIDE, fitting)));
        place(firstCaption, first, 0, 0, side);
        // Captions stand over their squares, which begin at the left edge like everything below them.
        if (below) {
            place(secondCaption, second, 0, captionHeight() + side + GAP, side);
        } else {
            place(secondCaption, second, side + GAP, 0, side);
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
