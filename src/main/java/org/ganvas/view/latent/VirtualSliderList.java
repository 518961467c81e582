package org.ganvas.view.latent;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;

/**
 * Sliders in as many columns as fit. Only cells in view exist; scrolling shows other items in them, so that a hundred
 * sliders cost no more than a dozen. FX thread.
 *
 * @param <C> the cell: a slider with its labels
 */
public abstract class VirtualSliderList<C extends Region> extends Region {

    private static final double ROW = 26;
    private static final double COLUMN_GAP = 14;
    private static final double BAR_GAP = 6;

    private final Size size;
    private final List<C> cells = new ArrayList<>();
    private final ScrollBar bar = new ScrollBar();
    private boolean arranging;

    /**
     * Measures of a list.
     *
     * @param barId node id of the scroll bar
     * @param minCellWidth least width of a cell, for text of the usual size
     * @param minRows rows that are visible at least
     * @param prefRows rows of the preferred height
     */
    public record Size(String barId, double minCellWidth, int minRows, int prefRows) {}

    VirtualSliderList(Size size) {
        this.size = size;
        getStyleClass().add("slider-list");
        bar.setOrientation(Orientation.VERTICAL);
        bar.setUnitIncrement(1);
        bar.setId(size.barId());
        // Laid out here, as the cells are: what moves within it must not ask for a layout of the list in that layout.
        bar.setManaged(false);
        bar.valueProperty().addListener((property, old, now) -> requestLayout());
        getChildren().add(bar);
        addEventHandler(ScrollEvent.SCROLL, event -> {
            double position = bar.getValue() - Math.signum(event.getDeltaY());
            bar.setValue(Math.max(0, Math.min(bar.getMax(), position)));
            event.consume();
        });
        TextScaling.scaleMinHeight(this, size.minRows() * ROW);
        ViewBindings.onDispose(() -> ensureCells(0));
    }

    abstract int itemCount();

    abstract C createCell();

    /** Shows an item in a cell, which may show it already. */
    abstract void showItem(C cell, int index);

    /** Ends a cell's use, so that nothing listens to its item any more. */
    abstract void releaseCell(C cell);

    ScrollBar bar() {
        return bar;
    }

    void scrollToTop() {
        bar.setValue(0);
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return TextScaling.of(size.prefRows() * ROW);
    }

    /**
     * Not while cells come and go in the list's own layout. The parent, which is in its layout too, would not take up the
     * request, and as long as it is pending the cells' requests end here: sliders stayed without tracks.
     */
    @Override
    public void requestLayout() {
        if (!arranging) {
            super.requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        arranging = true;
        try {
            arrange();
        } finally {
            arranging = false;
        }
    }

    private void arrange() {
        double rowHeight = TextScaling.of(ROW);
        int rows = Math.max(1, (int) ((getHeight() + 1) / rowHeight));
        int columns = columns(getWidth());
        boolean scrolls = rows * columns < itemCount();
        double barWidth = scrolls ? bar.prefWidth(-1) + BAR_GAP : 0;
        columns = columns(getWidth() - barWidth);
        layoutBar(scrolls, rows, (itemCount() + columns - 1) / columns);
        int first = scrolls ? (int) Math.round(bar.getValue()) * columns : 0;
        int count = Math.max(0, Math.min(rows * columns, itemCount() - first));
        ensureCells(count);
        double step = (getWidth() - barWidth + COLUMN_GAP) / columns;
        for (int i = 0; i < count; i++) {
            C cell = cells.get(i);
            showItem(cell, first + i);
            cell.resizeRelocate(
                    snapPositionX(i % columns * step), i / columns * rowHeight, step - COLUMN_GAP, rowHeight);
        }
    }

    /** Width that the cells need for long names beyond the least one, for text of the usual size. */
    double nameWidth() {
        return 0;
    }

    private int columns(double width) {
        double least = TextScaling.of(size.minCellWidth() + nameWidth());
        return Math.max(1, (int) ((width + COLUMN_GAP) / (least + COLUMN_GAP)));
    }

    private void layoutBar(boolean scrolls, int rows, int allRows) {
        bar.setVisible(scrolls);
        int hidden = Math.max(0, allRows - rows);
        bar.setMax(hidden);
        bar.setVisibleAmount(hidden == 0 ? 1 : hidden * (double) rows / allRows);
        bar.setBlockIncrement(Math.max(1, rows - 1));
        if (bar.getValue() > hidden) {
            bar.setValue(hidden);
        }
        double width = bar.prefWidth(-1);
        bar.resizeRelocate(getWidth() - width, 0, width, getHeight());
    }

    private void ensureCells(int count) {
        while (cells.size() < count) {
            C cell = createCell();
            // Laid out here alone: a text that changes in a cell must not lay out the whole window.
            cell.setManaged(false);
            cells.add(cell);
            getChildren().add(cell);
            // Styled before it is laid out in this pass; else it would be empty until a later frame.
            cell.applyCss();
        }
        while (cells.size() > count) {
            C cell = cells.remove(cells.size() - 1);
            releaseCell(cell);
            getChildren().remove(cell);
        }
    }
}
