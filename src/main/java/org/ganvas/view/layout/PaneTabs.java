package org.ganvas.view.layout;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ganvas.view.fx.FittingRow;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;

/**
 * Panes of which one is shown at a time, under a row of tabs. Only the shown one is in the scene. In a narrow column the
 * other tabs show their icons alone. FX thread.
 */
final class PaneTabs extends VBox {

    private final List<Tab> tabs;
    private final StackPane place = new StackPane();
    private final FittingRow row = new FittingRow(4);
    private final Consumer<Tab> selected;
    private Tab shown;
    private boolean iconsOnly;

    /**
     * One tab.
     *
     * @param pane whose title and icon it has
     * @param content shown below
     */
    record Tab(ScreenPane pane, Region content) {

        private ToggleButton button() {
            ToggleButton button = new ToggleButton(pane.title(), IconFactory.of(pane.icon()));
            button.setId("tab-" + pane.key());
            button.getStyleClass().addAll("flat", "pane-tab");
            button.setAccessibleRole(AccessibleRole.TAB_ITEM);
            return HelpTooltips.tip(button, pane.title());
        }
    }

    /**
     * @param first shown at first
     * @param selected receives each choice of the user
     */
    PaneTabs(List<Tab> tabs, Tab first, Consumer<Tab> selected) {
        super(4);
        this.tabs = List.copyOf(tabs);
        this.selected = selected;
        shown = first;
        getStyleClass().add("pane-tabs");
        ToggleGroup group = new ToggleGroup();
        for (Tab tab : tabs) {
            ToggleButton button = tab.button();
            button.setToggleGroup(group);
            button.setOnAction(event -> choose(tab));
            row.getChildren().add(button);
        }
        row.getStyleClass().add("pane-tab-row");
        row.concede(on -> {
            iconsOnly = on;
            mark();
        });
        VBox.setVgrow(place, Priority.ALWAYS);
        place.setMinHeight(0);
        place.setAlignment(Pos.TOP_CENTER);
        getChildren().addAll(row, place);
        show(first);
    }

    private void choose(Tab tab) {
        // A folded pane would leave nothing but its title.
        if (tab.content() instanceof TitledPane fold) {
            // At once: the tab has just brought it to the front.
            boolean animated = fold.isAnimated();
            fold.setAnimated(false);
            fold.setExpanded(true);
            fold.setAnimated(animated);
        }
        show(tab);
        selected.accept(tab);
    }

    /** Shows the tab of a pane, where it has one. */
    void show(Tab tab) {
        shown = tab;
        place.getChildren().setAll(tab.content());
        mark();
    }

    List<Tab> tabs() {
        return tabs;
    }

    private void mark() {
        for (int i = 0; i < tabs.size(); i++) {
            ToggleButton button = (ToggleButton) row.getChildren().get(i);
            boolean now = tabs.get(i) == shown;
            button.setSelected(now);
            button.setContentDisplay(iconsOnly && !now ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        }
    }

    /** Removes the content, which another arrangement takes. */
    void release() {
        place.getChildren().clear();
    }
}
