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
import org.ganvas.view.fx.Cards;
import org.ganvas.view.fx.Follow;
import org.ganvas.view.fx.Icons;
import org.ganvas.view.fx.Segments;
import org.ganvas.view.fx.Teach;
import org.ganvas.view.fx.TextSize;
import org.ganvas.viewmodel.ExploreViewModel;
import org.ganvas.viewmodel.Figures;
import org.ganvas.viewmodel.Messages;
import org.ganvas.viewmodel.SliderListModel;
import org.kordamp.ikonli.feather.Feather;

/** All dials of the latent in the hand, and what is done with them together. FX thread. */
final class DialPane extends StackPane {

    static final double LABEL = 62;

    private static final double LEAST = 264;

    private final ExploreViewModel model;

    DialPane(ExploreViewModel model, Runnable undo) {
        this.model = model;
        setId("dialPane");
        DialSheet sheet = new DialSheet(model, model.traffic()::renameDirection);
        VBox.setVgrow(sheet, Priority.ALWAYS);
        VBox card = Cards.filled(
                Cards.card(Messages.text("explore.sliders"), tools(undo)),
                truncation(),
                new ClassBlend(model.parts().sliders()),
                groups(),
                finder(),
                study(),
                sheet);
        Teach.about(card.getChildren().get(0), "explore.sliders.about");
        getChildren().add(card);
        setMinWidth(LEAST);
    }

    private HBox tools(Runnable undo) {
        Button reset = Buttons.icon(
                "exploreReset",
                Feather.ROTATE_CCW,
                "explore.reset",
                model.parts().sliders()::reset);
        reset.disableProperty().bind(model.parts().sliders().changedProperty().not());
        Follow.of(
                model.parts().sliders().changedProperty(),
                (property, old, now) -> reset.pseudoClassStateChanged(Styles.LIT, now));
        HBox tools = new HBox(
                2,
                Buttons.icon(
                        "exploreRandom",
                        Feather.SHUFFLE,
                        "explore.random",
                        model.parts().sliders()::randomise),
                Buttons.icon("exploreUndo", Feather.CORNER_UP_LEFT, "explore.undo", undo),
                reset);
        tools.setAlignment(Pos.CENTER_RIGHT);
        return tools;
    }

    private HBox truncation() {
        Slider psi = Buttons.slider(
                "truncation", 0, 1.5, 1, "explore.truncation", model.parts().sliders()::truncate);
        Buttons.bind(
                psi, model.parts().sliders().truncationProperty(), model.parts().sliders()::truncate);
        Label figure = Cards.styled(new Label(), "figure", "slot-value");
        figure.textProperty()
                .bind(model.parts().sliders().truncationProperty().map(value -> Figures.length(value.doubleValue())));
        return row(Messages.text("explore.truncation.label"), psi, figure);
    }

    private static HBox row(String text, Slider slider, Label figure) {
        Label label = Cards.caption(text);
        TextSize.widen(label, LABEL);
        HBox.setHgrow(slider, Priority.ALWAYS);
        HBox row = new HBox(4, label, slider, figure);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private SegmentedButton groups() {
        List<SliderListModel.Group> all = List.of(SliderListModel.Group.values());
        SegmentedButton segments = Segments.of(
                "dialGroup",
                Messages.text("explore.group"),
                all,
                group -> Messages.text("explore.group." + group.name().toLowerCase(Locale.ROOT)));
        Segments.bind(
                segments,
                model.parts().list().groupProperty(),
                model.parts().list().groupProperty()::set);
        List<ToggleButton> buttons = List.copyOf(segments.getButtons());
        buttons.forEach(button -> Teach.about(
                button,
                "explore.group." + all.get(buttons.indexOf(button)).name().toLowerCase(Locale.ROOT)));
        Runnable follow = () -> segments.getButtons()
                .setAll(buttons.stream()
                        .filter(button ->
                                model.parts().list().groupsProperty().get().contains(button.getUserData()))
                        .toList());
        Follow.of(model.parts().list().groupsProperty(), (property, old, now) -> {
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
        Teach.about(filter, "explore.filter");
        HBox.setHgrow(filter, Priority.ALWAYS);
        filter.setMinWidth(60);
        ToggleButton sort = new ToggleButton(Messages.text("explore.effect.label"), Icons.of(Feather.BAR_CHART));
        sort.setId("dialEffect");
        sort.getStyleClass().add("small");
        sort.setMinWidth(USE_PREF_SIZE);
        sort.setOnAction(event -> {
            model.parts().list().byEffectProperty().set(sort.isSelected());
            if (sort.isSelected() && model.parts().study().effectsProperty().get().length == 0) {
                model.parts().study().study();
            }
        });
        Teach.about(sort, "explore.effect");
        HBox row = new HBox(6, filter, sort);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private HBox study() {
        Button find = Buttons.words(
                "findDirections",
                Messages.text("explore.principal.start"),
                model.parts().study()::study,
                "button-outlined",
                "accent");
        Teach.about(find, "explore.principal");
        Button cancel = Buttons.words(
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
                        .or(model.parts().list().groupProperty().isEqualTo(SliderListModel.Group.DIRECTIONS)));
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    static void show(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(node.visibleProperty());
    }
}
