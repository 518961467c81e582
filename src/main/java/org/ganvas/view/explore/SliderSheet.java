package org.ganvas.view.explore;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.ganvas.view.fx.Follow;
import org.ganvas.viewmodel.LatentViewModel;

/**
 * A slider for every dimension, in as many columns as fit. Only those in view exist; scrolling lends them to other
 * dimensions, so that a hundred cost no more than a dozen. FX thread.
 */
final class SliderSheet extends Region {

    private static final double ROW = 26;
    private static final double NARROWEST = 148;
    private static final double COLUMN_GAP = 16;

    private final LatentViewModel model;
    private final List<SliderSlot> slots = new ArrayList<>();
    private final ScrollBar bar = new ScrollBar();

    SliderSheet(LatentViewModel model) {
        this.model = model;
        getStyleClass().add("slider-sheet");
        bar.setOrientation(Orientation.VERTICAL);
        bar.setUnitIncrement(1);
        bar.setId("latentScroll");
        bar.valueProperty().addListener((property, old, now) -> requestLayout());
        getChildren().add(bar);
        Follow.of(model.coordinatesProperty(), (property, old, now) -> {
            bar.setValue(0);
            requestLayout();
        });
        addEventHandler(ScrollEvent.SCROLL, event -> {
            bar.setValue(clamp(bar.getValue() - Math.signum(event.getDeltaY())));
            event.consume();
        });
        Follow.atEnd(() -> provide(0));
        setMinHeight(2 * ROW);
        setPrefHeight(5 * ROW);
    }

    private double clamp(double value) {
        return Math.max(0, Math.min(bar.getMax(), value));
    }

    @Override
    protected void layoutChildren() {
        List<DoubleProperty> coordinates = model.coordinatesProperty().get();
        int rows = Math.max(1, (int) ((getHeight() + 1) / ROW));
        int columns = columns(getWidth());
        boolean scrolls = rows * columns < coordinates.size();
        if (scrolls) {
            columns = columns(getWidth() - barWidth());
        }
        int allRows = (coordinates.size() + columns - 1) / columns;
        layoutBar(scrolls, rows, allRows);
        int first = scrolls ? (int) Math.round(bar.getValue()) * columns : 0;
        int count = Math.max(0, Math.min(rows * columns, coordinates.size() - first));
        provide(count);
        double width = getWidth() - (scrolls ? barWidth() : 0);
        double step = (width + COLUMN_GAP) / columns;
        for (int i = 0; i < count; i++) {
            slots.get(i).lend(first + i, coordinates.get(first + i));
            slots.get(i).resizeRelocate(snapPositionX(i % columns * step), i / columns * ROW, step - COLUMN_GAP, ROW);
        }
    }

    private static int columns(double width) {
        return Math.max(1, (int) ((width + COLUMN_GAP) / (NARROWEST + COLUMN_GAP)));
    }

    private double barWidth() {
        return bar.prefWidth(-1) + 8;
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
            SliderSlot slot = new SliderSlot(model);
            // Laid out here alone: a figure that changes in it is no reason to lay out the whole window.
            slot.setManaged(false);
            slots.add(slot);
            getChildren().add(slot);
        }
        while (slots.size() > count) {
            SliderSlot slot = slots.remove(slots.size() - 1);
            slot.release();
            getChildren().remove(slot);
        }
    }
}
