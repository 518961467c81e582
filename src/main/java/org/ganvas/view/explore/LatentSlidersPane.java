package org.ganvas.view.explore;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
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
import org.ganvas.view.fx.DisabledReasons;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.SegmentedButtons;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.latent.LatentSliderCell;
import org.ganvas.view.latent.LatentSliderList;
import org.ganvas.viewmodel.explore.PrincipalDirectionsViewModel;
import org.ganvas.viewmodel.explore.SliderListViewModel;
import org.ganvas.viewmodel.latent.LatentSlider;
import org.ganvas.viewmodel.latent.LatentSlidersViewModel;
import org.ganvas.viewmodel.latent.LayerRange;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.kordamp.ikonli.feather.Feather;

/** All sliders of the current latent, and the commands for all of them. FX thread. */
final class LatentSlidersPane extends StackPane {

    static final double LABEL = 62;

    private static final double MIN_WIDTH = 264;
    private static final double MIN_CELL = 196;

    private final LatentSlidersViewModel sliders;
    private final SliderListViewModel list;
    private final PrincipalDirectionsViewModel directions;

    LatentSlidersPane(
            LatentSlidersViewModel sliders,
            SliderListViewModel list,
            PrincipalDirectionsViewModel directions,
            Consumer<LatentSlider> rename,
            Runnable undo) {
        this.sliders = sliders;
        this.list = list;
        this.directions = directions;
        setId("slidersPane");
        LatentSliderList view = new LatentSliderList(
                list.shownProperty(),
                () -> LatentSliderCell.withTools(sliders, rename),
                new LatentSliderList.Size("exploreSliderScroll", MIN_CELL, 1, 8),
                "explore.sliders");
        VBox.setVgrow(view, Priority.ALWAYS);
        VBox card = CardFactory.filled(
                CardFactory.card(Messages.text("explore.sliders"), tools(undo)),
                truncation(),
                new StyleEditsPane(sliders),
                new ClassBlendPane(sliders),
                groups(),
                finder(),
                analysis(),
                view);
        HelpTooltips.about(card.getChildren().get(0), "explore.sliders.about");
        getChildren().add(card);
        setMinWidth(MIN_WIDTH);
    }

    private HBox tools(Runnable undo) {
        Button reset = ExploreButtons.icon("exploreReset", Feather.ROTATE_CCW, "explore.reset", sliders::reset);
        reset.disableProperty().bind(sliders.changedProperty().not());
        DisabledReasons.set(reset, "explore.reset");
        ViewBindings.show(sliders.changedProperty(), now -> reset.pseudoClassStateChanged(StyleStates.LIT, now));
        HBox tools = new HBox(
                2,
                ExploreButtons.icon("exploreRandom", Feather.SHUFFLE, "explore.random", sliders::randomise),
                ExploreButtons.icon("exploreUndo", Feather.CORNER_UP_LEFT, "explore.undo", undo),
                reset);
        tools.setAlignment(Pos.CENTER_RIGHT);
        return tools;
    }

    private HBox truncation() {
        Slider psi = ExploreButtons.slider("truncation", 0, 1.5, 1, "explore.truncation", sliders::setTruncation);
        ExploreButtons.bind(psi, sliders.truncationProperty(), sliders::setTruncation);
        Label figure = CardFactory.styled(new Label(), "figure", "slider-value");
        figure.textProperty()
                .bind(sliders.truncationProperty().map(value -> NumberFormats.length(value.doubleValue())));
        return row(Messages.text("explore.truncation.label"), psi, figure);
    }

    private static HBox row(String text, Slider slider, Label figure) {
        Label label = CardFactory.caption(text);
        TextScaling.scaleMinWidth(label, LABEL);
        HelpTooltips.share(label, slider);
        HBox.setHgrow(slider, Priority.ALWAYS);
        HBox row = new HBox(4, label, slider, figure);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private SegmentedButton groups() {
        List<SliderListViewModel.Group> all = List.of(SliderListViewModel.Group.values());
        SegmentedButton segments = SegmentedButtons.of(
                "sliderGroup",
                Messages.text("explore.group"),
                all,
                group -> Messages.text("explore.group." + group.name().toLowerCase(Locale.ROOT)));
        SegmentedButtons.bind(segments, list.groupProperty(), list.groupProperty()::set);
        List<ToggleButton> buttons = List.copyOf(segments.getButtons());
        buttons.forEach(button -> HelpTooltips.about(
                button,
                "explore.group." + all.get(buttons.indexOf(button)).name().toLowerCase(Locale.ROOT)));
        Runnable update = () -> segments.getButtons()
                .setAll(buttons.stream()
                        .filter(button -> list.groupsProperty().get().contains(button.getUserData()))
                        .toList());
        ViewBindings.listen(list.groupsProperty(), (property, old, now) -> {
            if (!now.equals(old)) {
                update.run();
            }
        });
        update.run();
        return segments;
    }

    private HBox finder() {
        TextField filter = new TextField();
        filter.setId("sliderFilter");
        filter.setPromptText(Messages.text("explore.filter.prompt"));
        filter.getStyleClass().add("small");
        filter.textProperty().bindBidirectional(list.filterProperty());
        HelpTooltips.about(filter, "explore.filter");
        HBox.setHgrow(filter, Priority.ALWAYS);
        filter.setMinWidth(60);
        ToggleButton sort = new ToggleButton(Messages.text("explore.effect.label"), IconFactory.of(Feather.BAR_CHART));
        sort.setId("sliderEffect");
        sort.getStyleClass().add("small");
        sort.setMinWidth(USE_PREF_SIZE);
        sort.setOnAction(event -> {
            list.byEffectProperty().set(sort.isSelected());
            if (sort.isSelected() && directions.effectsProperty().get().length == 0) {
                directions.measureEffects();
            }
        });
        HelpTooltips.about(sort, "explore.effect");
        HBox row = new HBox(6, filter, sort);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private VBox analysis() {
        Button find = ExploreButtons.text(
                "findDirections",
                Messages.text("explore.principal.start"),
                directions::analyze,
                "button-outlined",
                "accent");
        HelpTooltips.about(find, "explore.principal");
        Button cancel = ExploreButtons.text("cancelDirections", Messages.text("explore.cancel"), directions::cancel);
        ProgressBar progress = new ProgressBar();
        progress.setId("directionsProgress");
        progress.setAccessibleText(Messages.text("explore.principal.title"));
        progress.progressProperty().bind(directions.progressProperty());
        progress.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(progress, Priority.ALWAYS);
        ExploreButtons.showWhen(find, directions.busyProperty().not());
        ExploreButtons.showWhen(cancel, directions.busyProperty());
        ExploreButtons.showWhen(progress, directions.busyProperty());
        HBox row = new HBox(8, find, progress, cancel);
        row.setAlignment(Pos.CENTER_LEFT);
        Label waiting = CardFactory.caption("");
        waiting.setId("directionsWaiting");
        waiting.setWrapText(true);
        waiting.textProperty().bind(directions.waitingProperty());
        ExploreButtons.showWhen(waiting, directions.waitingProperty().isNotEmpty());
        Label flat = CardFactory.caption(Messages.text("explore.principal.flat"));
        flat.setId("directionsFlat");
        flat.setWrapText(true);
        flat.setMinHeight(USE_PREF_SIZE);
        ExploreButtons.showWhen(
                flat, directions.flatProperty().and(directions.busyProperty().not()));
        HBox layers = StyleEditsPane.layers(sliders);
        ExploreButtons.showWhen(
                layers,
                sliders.styles()
                        .layersProperty()
                        .greaterThanOrEqualTo(LayerRange.MIN_LAYERS)
                        .and(list.groupProperty().isEqualTo(SliderListViewModel.Group.DIRECTIONS)));
        VBox all = new VBox(4, row, waiting, flat, layers);
        // Directions that are found by themselves move no slider; the effects were asked for.
        ExploreButtons.showWhen(
                all,
                directions
                        .measuringProperty()
                        .or(list.groupProperty().isEqualTo(SliderListViewModel.Group.DIRECTIONS)));
        return all;
    }
}
