package org.ganvas.view.fx;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/**
 * Scroll pane as wide as its place and as high as its content, which scrolls where there is less room. Its height is
 * found in the layout itself: one bound to the height of the content comes a layout late. FX thread.
 */
public class NaturalScrollPane extends ScrollPane {

    private final Region content;

    public NaturalScrollPane(Region content) {
        super(content);
        this.content = content;
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = width < 0 ? width : Math.max(0, width - snappedLeftInset() - snappedRightInset());
        return snapSizeY(content.prefHeight(inner) + snappedTopInset() + snappedBottomInset());
    }
}
