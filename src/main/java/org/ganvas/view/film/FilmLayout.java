package org.ganvas.view.film;

import javafx.scene.layout.Region;
import org.ganvas.view.fx.TextScaling;

/**
 * Preview of a film at the left, as high as the pane, and beside it the tools above the keyframes; in a narrow pane the
 * tools lie above all. Without a preview the others have its room. FX thread.
 */
final class FilmLayout extends Region {

    private static final double GAP = 12;
    private static final double ROW = 6;
    private static final double LEAST_PREVIEW = 112;
    private static final double MOST_SHARE = 0.4;

    /** Width of the tools with all their texts, in text units. */
    private static final double TOOLS = 340;

    private final Region preview;
    private final Region tools;
    private final Region keyframes;

    FilmLayout(Region preview, Region tools, Region keyframes) {
        this.preview = preview;
        this.tools = tools;
        this.keyframes = keyframes;
        getChildren().addAll(preview, tools, keyframes);
        preview.visibleProperty().addListener(property -> requestLayout());
    }

    private double side(double height) {
        return snapSizeX(Math.max(LEAST_PREVIEW, Math.min(height, MOST_SHARE * getWidth())));
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double head = snapSizeY(tools.prefHeight(-1));
        boolean previews = preview.isVisible();
        boolean beside = previews && width - side(getHeight()) - GAP >= TextScaling.of(TOOLS);
        double top = beside ? 0 : head + ROW;
        double side = side(getHeight() - top);
        double left = previews ? side + GAP : 0;
        double toolsLeft = beside ? left : 0;
        preview.resizeRelocate(0, top, side, getHeight() - top);
        tools.resizeRelocate(toolsLeft, 0, width - toolsLeft, head);
        keyframes.resizeRelocate(left, head + ROW, width - left, getHeight() - head - ROW);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return tools.minHeight(-1) + ROW + Math.max(LEAST_PREVIEW, keyframes.minHeight(-1));
    }

    @Override
    protected double computePrefHeight(double width) {
        return tools.prefHeight(-1) + ROW + Math.max(LEAST_PREVIEW, keyframes.prefHeight(-1));
    }
}
