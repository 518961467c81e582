package org.ganvas.view.fx;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/** Panes of a split that are shown and hidden, with the divider position kept. FX thread. */
public final class SplitPanes {

    private SplitPanes() {}

    /** Shows a pane only while the value is true; it is the first or the last of its split. */
    public static void show(SplitPane split, Node pane, ObservableValue<Boolean> shown) {
        boolean first = split.getItems().indexOf(pane) == 0;
        double[] divider = {first ? 0.2 : 0.75};
        ViewBindings.listen(shown, (property, old, now) -> set(split, pane, first, now, divider));
        set(split, pane, first, shown.getValue(), divider);
    }

    private static void set(SplitPane split, Node pane, boolean first, boolean now, double[] divider) {
        double[] dividers = split.getDividerPositions();
        if (!now && split.getItems().contains(pane)) {
            divider[0] = dividers.length == 0 ? divider[0] : dividers[first ? 0 : dividers.length - 1];
            split.getItems().remove(pane);
        } else if (now && !split.getItems().contains(pane)) {
            split.getItems().add(first ? 0 : split.getItems().size(), pane);
            split.setDividerPosition(first ? 0 : split.getDividers().size() - 1, divider[0]);
        }
    }
}
