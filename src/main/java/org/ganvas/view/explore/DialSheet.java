package org.ganvas.view.explore;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.ganvas.view.fx.Follow;
import org.ganvas.viewmodel.Dial;
import org.ganvas.viewmodel.ExploreViewModel;
import org.ganvas.viewmodel.Messages;

/**
 * The dials that are listed, in as many columns as fit. Only those in view exist; scrolling lends them to others, so that a
 * hundred cost no more than a dozen. FX thread.
 */
final class DialSheet extends Region {

    private static final double ROW = 26;
    private static final double NARROWEST = 196;
    private static final double COLUMN_GAP = 14;
    private static final double BAR_GAP = 6;

    private final ExploreViewModel model;
    private final DialSlot.Renaming renaming;
    private final List<DialSlot> slots = new ArrayList<>();
    private final ScrollBar bar = new ScrollBar();

    DialSheet(ExploreViewModel model, DialSlot.Renaming renaming) {
        this.model = model;
        this.renaming = renaming;
        getStyleClass().add("slider-sheet");
        bar.setOrientation(Orientation.VERTICAL);
        bar.setUnitIncrement(1);
        bar.setId("dialScroll");
        bar.setAccessibleText(Messages.text("explore.sliders"));
        bar.valueProperty().addListener((property, old, now) -> requestLayout());
        getChildren().add(bar);
        Follow.of(model.parts().list().shownProperty(), (property, old, now) -> {
            if (now.size() != old.size()) {
                bar.setValue(0);
            }
            requestLayout();
        });
        addEventHandler(ScrollEvent.SCROLL, event -> {
            double there = bar.getValue() - Math.signum(event.getDeltaY());
            bar.setValue(Math.max(0, Math.min(bar.getMax(), there)));
            event.consume();
        });
        setMinHeight(3 * ROW);
        setPrefHeight(8 * ROW);
    }

    @Override
    protected void layoutChildren() {
        List<Dial> dials = model.parts().list().shownProperty().get();
        int rows = Math.max(1, (int) ((getHeight() + 1) / ROW));
        int columns = columns(getWidth());
        boolean scrolls = rows * columns < dials.size();
        double barWidth = scrolls ? bar.prefWidth(-1) + BAR_GAP : 0;
        columns = columns(getWidth() - barWidth);
        layoutBar(scrolls, rows, (dials.size() + columns - 1) / columns);
        int first = scrolls ? (int) Math.round(bar.getValue()) * columns : 0;
        int count = Math.max(0, Math.min(rows * columns, dials.size() - first));
        provide(count);
        double step = (getWidth() - barWidth + COLUMN_GAP) / columns;
        for (int i = 0; i < count; i++) {
            slots.get(i).lend(dials.get(first + i));
            slots.get(i).resizeRelocate(snapPositionX(i % columns * step), i / columns * ROW, step - COLUMN_GAP, ROW);
        }
    }

    private static int columns(double width) {
        return Math.max(1, (int) ((width + COLUMN_GAP) / (NARROWEST + COLUMN_GAP)));
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
            DialSlot slot = new DialSlot(model, renaming);
            // Laid out here alone: a figure that changes in it is no reason to lay out the whole window.
            slot.setManaged(false);
            slots.add(slot);
            getChildren().add(slot);
        }
        while (slots.size() > count) {
            DialSlot slot = slots.remove(slots.size() - 1);
            slot.release();
            getChildren().remove(slot);
        }
    }
}
