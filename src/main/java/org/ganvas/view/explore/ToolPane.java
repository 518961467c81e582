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
        choice.getButtons()
                .forEach(button -> HelpTooltips.about(
                        button, kinds.get(choice.getButtons().indexOf(button)).key()));
        choice.getButtons()
                .forEach(button -> SpringLoadedDrop.install(
                        button, () -> shown.set(kinds.get(choice.getButtons().indexOf(button)))));
        usable.forEach((tool, condition) -> {
            ToggleButton button = choice.getButtons().get(kinds.indexOf(tool));
            button.disableProperty().bind(Bindings.not(condition));
            DisabledReasons.set(button, tool.key());
        });
        StackPane place = new StackPane();
        VBox.setVgrow(place, Priority.ALWAYS);
        tools.forEach((kind, tool) -> place.getChildren().add(scrolled(kind, tool, shown)));
        getChildren().addAll(choice, place);
        setMinWidth(272);
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
