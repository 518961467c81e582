package org.ganvas.view.explore;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.ScrollPanes;
import org.ganvas.view.fx.SegmentedButtons;
import org.ganvas.view.fx.SpringLoadedDrop;
import org.ganvas.viewmodel.explore.ExploreViewModel;
import org.ganvas.viewmodel.explore.ExploreViewModel.Tool;
import org.ganvas.viewmodel.text.Messages;

/** What stands beside the big picture, one tool at a time. FX thread. */
final class ToolPane extends VBox {

    /**
     * @param tools one a kind
     */
    ToolPane(ExploreViewModel model, Map<Tool, Region> tools) {
        super(10);
        setId("toolPane");
        getStyleClass().add("ganvas-card");
        List<Tool> kinds = List.copyOf(new EnumMap<>(tools).keySet());
        SegmentedButton choice = SegmentedButtons.of(
                "tool", Messages.text("explore.tool"), kinds, tool -> Messages.text(key(tool) + ".title"));
        SegmentedButtons.bind(choice, model.toolProperty(), model.toolProperty()::set);
        choice.getButtons()
                .forEach(button -> HelpTooltips.about(
                        button, key(kinds.get(choice.getButtons().indexOf(button)))));
        choice.getButtons()
                .forEach(button -> SpringLoadedDrop.install(
                        button,
                        () -> model.toolProperty()
                                .set(kinds.get(choice.getButtons().indexOf(button)))));
        StackPane place = new StackPane();
        VBox.setVgrow(place, Priority.ALWAYS);
        tools.forEach((kind, tool) -> place.getChildren().add(scrolled(kind, tool, model)));
        getChildren().addAll(choice, place);
        setMinWidth(272);
    }

    private static ScrollPane scrolled(Tool kind, Region tool, ExploreViewModel model) {
        ScrollPane scroll = ScrollPanes.withoutCache(new ScrollPane(tool));
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(kind == Tool.KEPT);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("left-pane");
        scroll.visibleProperty().bind(model.toolProperty().isEqualTo(kind));
        return scroll;
    }

    private static String key(Tool tool) {
        return "explore.tool." + tool.name().toLowerCase(Locale.ROOT);
    }
}
