package org.ganvas.view.fx;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/** Panes of a split that come and go, with the divider where it was. FX thread. */
public final class SplitPanes {

    private SplitPanes() {}

    /** Shows a pane only while something holds; it stands at the beginning or at the end of its split. */
    public static void show(SplitPane split, Node pane, ObservableValue<Boolean> shown) {
        boolean first = split.getItems().indexOf(pane) == 0;
        double[] place = {first ? 0.2 : 0.75};
        ViewBindings.of(shown, (property, old, now) -> set(split, pane, first, now, place));
        set(split, pane, first, shown.getValue(), place);
    }

    private static void set(SplitPane split, Node pane, boolean first, boolean now, double[] place) {
        double[] dividers = split.getDividerPositions();
        if (!now && split.getItems().contains(pane)) {
            place[0] = dividers.length == 0 ? place[0] : dividers[first ? 0 : dividers.length - 1];
            split.getItems().remove(pane);
        } else if (now && !split.getItems().contains(pane)) {
            split.getItems().add(first ? 0 : split.getItems().size(), pane);
            split.setDividerPosition(first ? 0 : split.getDividers().size() - 1, place[0]);
        }
    }
}
