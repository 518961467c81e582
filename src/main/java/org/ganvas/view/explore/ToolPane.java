package org.ganvas.view.explore;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.ganvas.view.fx.DisabledReasons;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.ScrollPanes;
import org.ganvas.view.fx.SegmentedButtons;
import org.ganvas.view.fx.SpringLoadedDrop;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.explore.ExploreViewModel.Tool;
import org.ganvas.viewmodel.text.Messages;

/** The tools beside the preview, one at a time. FX thread. */
final class ToolPane extends VBox {

    /**
     * @param tools one of each kind
     * @param usable when a tool can be used, of those that not every generator has
     */
    ToolPane(ObjectProperty<Tool> shown, Map<Tool, Region> tools, Map<Tool, ObservableBooleanValue> usable) {
        super(10);
        setId("toolPane");
        getStyleClass().add("ganvas-card");
        List<Tool> kinds = List.copyOf(new EnumMap<>(tools).keySet());
        SegmentedButton choice = SegmentedButtons.of(
                "tool", Messages.text("explore.tool"), kinds, tool -> Messages.text(tool.key() + ".title"));
        choice.getStyleClass().add("tight");
        SegmentedButtons.bind(choice, shown, shown::set);
        List<ToggleButton> buttons = List.copyOf(choice.getButtons());
        for (Tool tool : kinds) {
            ToggleButton button = buttons.get(kinds.indexOf(tool));
            HelpTooltips.about(button, tool.key());
            SpringLoadedDrop.install(button, () -> shown.set(tool));
        }
        usable.forEach((tool, condition) -> {
            ToggleButton button = buttons.get(kinds.indexOf(tool));
            button.disableProperty().bind(Bindings.not(condition));
            DisabledReasons.set(button, tool.key());
            ViewBindings.listen(
                    condition, (property, old, now) -> choice.getButtons().setAll(offered(buttons, usable)));
        });
        choice.getButtons().setAll(offered(buttons, usable));
        choice.setMinHeight(USE_PREF_SIZE);
        StackPane place = new StackPane();
        place.setMinHeight(0);
        VBox.setVgrow(place, Priority.ALWAYS);
        tools.forEach((kind, tool) -> place.getChildren().add(scrolled(kind, tool, shown)));
        getChildren().addAll(choice, place);
        setMinWidth(272);
    }

    /** Of the tools that not every generator has, those that can be used, or the first: all would not fit beside each other. */
    private static List<ToggleButton> offered(List<ToggleButton> buttons, Map<Tool, ObservableBooleanValue> usable) {
        Map<Tool, ObservableBooleanValue> ordered = new EnumMap<>(usable);
        Object first = ordered.values().stream().anyMatch(ObservableBooleanValue::get)
                ? null
                : ordered.keySet().iterator().next();
        return buttons.stream()
                .filter(button -> {
                    ObservableBooleanValue condition = usable.get((Tool) button.getUserData());
                    return condition == null || condition.get() || button.getUserData() == first;
                })
                .toList();
    }

    private static ScrollPane scrolled(Tool kind, Region tool, ObjectProperty<Tool> shown) {
        ScrollPane scroll = ScrollPanes.withoutCache(new ScrollPane(tool));
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(kind != Tool.INTERPOLATION);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("left-pane");
        scroll.visibleProperty().bind(shown.isEqualTo(kind));
        return scroll;
    }
}
