package org.ganvas.view.fx;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Wrapped label that keeps the height of the tallest text that it has had at its width, or is told to expect, so that what
 * lies beside it does not change its size with every other text. FX thread.
 */
public final class SteadyLabel extends Label {

    /** A label rounds its lines otherwise than a text on its own. */
    private static final double SLACK = 1;

    private List<String> expected = List.of();
    private double measuredWidth = -1;
    private @Nullable Font measuredFont;
    private double tallest;

    public SteadyLabel() {
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
    }

    /** Reserves the height of texts that may come, in place of all it had before. */
    public void expect(List<String> texts) {
        expected = List.copyOf(texts);
        measuredWidth = -1;
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        double own = super.computePrefHeight(width);
        if (width <= 0) {
            return own;
        }
        if (width != measuredWidth || !getFont().equals(measuredFont)) {
            measuredWidth = width;
            measuredFont = getFont();
            tallest = expected.stream()
                    .mapToDouble(text -> heightOf(text, width))
                    .max()
                    .orElse(0);
        }
        tallest = Math.max(tallest, own);
        return tallest;
    }

    private double heightOf(String content, double width) {
        Text text = new Text(content);
        text.setFont(getFont());
        text.setWrappingWidth(Math.max(1, width - snappedLeftInset() - snappedRightInset()));
        return snapSizeY(text.getLayoutBounds().getHeight()) + SLACK + snappedTopInset() + snappedBottomInset();
    }
}
