package org.ganvas.view.explore;

import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.SegmentedButtons;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.explore.ExploreViewModel;
import org.ganvas.viewmodel.explore.SliderListViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.kordamp.ikonli.feather.Feather;

/** All dials of the latent in the hand, and what is done with them together. FX thread. */
final class LatentSlidersPane extends StackPane {

    static final double LABEL = 62;

    private static final double LEAST = 264;

    private final ExploreViewModel model;

    LatentSlidersPane(ExploreViewModel model, Runnable undo) {
        this.model = model;
        setId("dialPane");
        LatentSliderList sheet = new LatentSliderList(model, model.traffic()::renameDirection);
        VBox.setVgrow(sheet, Priority.ALWAYS);
        VBox card = CardFactory.filled(
                CardFactory.card(Messages.text("explore.sliders"), tools(undo)),
                truncation(),
                new ClassBlendPane(model.parts().sliders()),
                groups(),
                finder(),
                study(),
                sheet);
        HelpTooltips.about(card.getChildren().get(0), "explore.sliders.about");
        getChildren().add(card);
        setMinWidth(LEAST);
    }

    private HBox tools(Runnable undo) {
        Button reset = ExploreButtons.icon(
                "exploreReset",
                Feather.ROTATE_CCW,
                "explore.reset",
                model.parts().sliders()::reset);
        reset.disableProperty().bind(model.parts().sliders().changedProperty().not());
        ViewBindings.listen(
                model.parts().sliders().changedProperty(),
                (property, old, now) -> reset.pseudoClassStateChanged(StyleStates.LIT, now));
        HBox tools = new HBox(
                2,
                ExploreButtons.icon(
                        "exploreRandom",
                        Feather.SHUFFLE,
                        "explore.random",
                        model.parts().sliders()::randomise),
                ExploreButtons.icon("exploreUndo", Feather.CORNER_UP_LEFT, "explore.undo", undo),
                reset);
        tools.setAlignment(Pos.CENTER_RIGHT);
        return tools;
    }

    private HBox truncation() {
        Slider psi = ExploreButtons.slider(
                "truncation", 0, 1.5, 1, "explore.truncation", model.parts().sliders()::truncate);
        ExploreButtons.bind(
                psi, model.parts().sliders().truncationProperty(), model.parts().sliders()::truncate);
        Label figure = CardFactory.styled(new Label(), "figure", "slot-value");
        figure.textProperty()
                .bind(model.parts()
                        .sliders()
                        .truncationProperty()
                        .map(value -> NumberFormats.length(value.doubleValue())));
        return row(Messages.text("explore.truncation.label"), psi, figure);
    }

    private static HBox row(String text, Slider slider, Label figure) {
        Label label = CardFactory.caption(text);
        TextScaling.scaleMinWidth(label, LABEL);
        HBox.setHgrow(slider, Priority.ALWAYS);
        HBox row = new HBox(4, label, slider, figure);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private SegmentedButton groups() {
        List<SliderListViewModel.Group> all = List.of(SliderListViewModel.Group.values());
        SegmentedButton segments = SegmentedButtons.of(
                "dialGroup",
                Messages.text("explore.group"),
                all,
                group -> Messages.text("explore.group." + group.name().toLowerCase(Locale.ROOT)));
        SegmentedButtons.bind(
                segments,
                model.parts().list().groupProperty(),
                model.parts().list().groupProperty()::set);
        List<ToggleButton> buttons = List.copyOf(segments.getButtons());
        buttons.forEach(button -> HelpTooltips.about(
                button,
                "explore.group." + all.get(buttons.indexOf(button)).name().toLowerCase(Locale.ROOT)));
        Runnable follow = () -> segments.getButtons()
                .setAll(buttons.stream()
                        .filter(button ->
                                model.parts().list().groupsProperty().get().contains(button.getUserData()))
                        .toList());
        ViewBindings.listen(model.parts().list().groupsProperty(), (property, old, now) -> {
            if (!now.equals(old)) {
                follow.run();
            }
        });
        follow.run();
        return segments;
    }

    private HBox finder() {
        TextField filter = new TextField();
        filter.setId("dialFilter");
        filter.setPromptText(Messages.text("explore.filter.prompt"));
        filter.getStyleClass().add("small");
        filter.textProperty().bindBidirectional(model.parts().list().filterProperty());
        HelpTooltips.about(filter, "explore.filter");
        HBox.setHgrow(filter, Priority.ALWAYS);
        filter.setMinWidth(60);
        ToggleButton sort = new ToggleButton(Messages.text("explore.effect.label"), IconFactory.of(Feather.BAR_CHART));
        sort.setId("dialEffect");
        sort.getStyleClass().add("small");
        sort.setMinWidth(USE_PREF_SIZE);
        sort.setOnAction(event -> {
            model.parts().list().byEffectProperty().set(sort.isSelected());
            if (sort.isSelected() && model.parts().study().effectsProperty().get().length == 0) {
                model.parts().study().study();
            }
        });
        HelpTooltips.about(sort, "explore.effect");
        HBox row = new HBox(6, filter, sort);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private HBox study() {
        Button find = ExploreButtons.words(
                "findDirections",
                Messages.text("explore.principal.start"),
                model.parts().study()::study,
                "button-outlined",
                "accent");
        HelpTooltips.about(find, "explore.principal");
        Button cancel = ExploreButtons.words(
                "cancelStudy", Messages.text("explore.cancel"), model.parts().study()::cancel);
        ProgressBar progress = new ProgressBar();
        progress.setId("studyProgress");
        progress.setAccessibleText(Messages.text("explore.principal.title"));
        progress.progressProperty().bind(model.parts().study().progressProperty());
        progress.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(progress, Priority.ALWAYS);
        show(find, model.parts().study().busyProperty().not());
        show(cancel, model.parts().study().busyProperty());
        show(progress, model.parts().study().busyProperty());
        HBox row = new HBox(8, find, progress, cancel);
        row.setAlignment(Pos.CENTER_LEFT);
        row.visibleProperty()
                .bind(model.parts()
                        .study()
                        .busyProperty()
                        .or(model.parts().list().groupProperty().isEqualTo(SliderListViewModel.Group.DIRECTIONS)));
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    static void show(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(node.visibleProperty());
    }
}
