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
 * Sliders in as many columns as fit. Only those in view exist; scrolling lends them to other items, so that a hundred cost
 * no more than a dozen. FX thread.
 *
 * @param <S> a slider with what belongs to it
 */
public abstract class VirtualSliderList<S extends Region> extends Region {

    private static final double ROW = 26;
    private static final double COLUMN_GAP = 14;
    private static final double BAR_GAP = 6;

    private final double narrowest;
    private final int usual;
    private final List<S> slots = new ArrayList<>();
    private final ScrollBar bar = new ScrollBar();

    /**
     * An empty sheet.
     *
     * @param narrowest width of a slot, for text of the usual size
     * @param least rows that are seen at least
     * @param usual rows that it likes to have
     */
    public VirtualSliderList(String barId, double narrowest, int least, int usual) {
        this.narrowest = narrowest;
        this.usual = usual;
        getStyleClass().add("slider-sheet");
        bar.setOrientation(Orientation.VERTICAL);
        bar.setUnitIncrement(1);
        bar.setId(barId);
        bar.valueProperty().addListener((property, old, now) -> requestLayout());
        getChildren().add(bar);
        addEventHandler(ScrollEvent.SCROLL, event -> {
            double there = bar.getValue() - Math.signum(event.getDeltaY());
            bar.setValue(Math.max(0, Math.min(bar.getMax(), there)));
            event.consume();
        });
        TextScaling.scaleMinHeight(this, least * ROW);
        ViewBindings.onDispose(() -> provide(0));
    }

    /** How many items there are. */
    public abstract int items();

    public abstract S make();

    /** Lends a slot to an item, perhaps to the one that has it already. */
    public abstract void lend(S slot, int index);

    public abstract void release(S slot);

    public ScrollBar bar() {
        return bar;
    }

    /** Back to the first row. */
    public void rewind() {
        bar.setValue(0);
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return TextScaling.of(usual * ROW);
    }

    @Override
    protected void layoutChildren() {
        double high = TextScaling.of(ROW);
        int rows = Math.max(1, (int) ((getHeight() + 1) / high));
        int columns = columns(getWidth());
        boolean scrolls = rows * columns < items();
        double barWidth = scrolls ? bar.prefWidth(-1) + BAR_GAP : 0;
        columns = columns(getWidth() - barWidth);
        layoutBar(scrolls, rows, (items() + columns - 1) / columns);
        int first = scrolls ? (int) Math.round(bar.getValue()) * columns : 0;
        int count = Math.max(0, Math.min(rows * columns, items() - first));
        provide(count);
        double step = (getWidth() - barWidth + COLUMN_GAP) / columns;
        for (int i = 0; i < count; i++) {
            S slot = slots.get(i);
            lend(slot, first + i);
            slot.resizeRelocate(snapPositionX(i % columns * step), i / columns * high, step - COLUMN_GAP, high);
        }
    }

    private int columns(double width) {
        return Math.max(1, (int) ((width + COLUMN_GAP) / (TextScaling.of(narrowest) + COLUMN_GAP)));
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

    private void provide(int count) {
        while (slots.size() < count) {
            S slot = make();
            // Laid out here alone: a figure that changes in it is no reason to lay out the whole window.
            slot.setManaged(false);
            slots.add(slot);
            getChildren().add(slot);
        }
        while (slots.size() > count) {
            S slot = slots.remove(slots.size() - 1);
            release(slot);
            getChildren().remove(slot);
        }
    }
}
