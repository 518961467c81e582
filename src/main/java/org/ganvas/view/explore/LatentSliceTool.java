package org.ganvas.view.explore;

import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ganvas.view.control.ComboBoxes;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.DisabledReasons;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.paint.FittedGridView;
import org.ganvas.viewmodel.explore.CircularWalkViewModel;
import org.ganvas.viewmodel.explore.ExploreViewModel;
import org.ganvas.viewmodel.explore.LatentSliceAxis;
import org.ganvas.viewmodel.explore.LatentSliceViewModel;
import org.ganvas.viewmodel.explore.LatentSlotsViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;

/** The axes and the range of the latent slice, and the circular walk on it. FX thread. */
final class LatentSliceTool extends VBox {

    private static final double MAP = 120;

    private final LatentSliceViewModel slice;

    LatentSliceTool(ExploreViewModel model) {
        super(8);
        slice = model.models().slice();
        LatentSlotsViewModel slots = model.models().slots();
        CircularWalkViewModel circularWalk = model.models().circularWalk();
        setId("sliceTool");
        Button throughSlots =
                ExploreButtons.text("sliceSlots", Messages.text("explore.slice.slots.label"), slice::throughSlots);
        DisabledReasons.set(HelpTooltips.about(throughSlots, "explore.slice.slots"), "explore.slice.slots");
        throughSlots
                .disableProperty()
                .bind(slots.pointsProperty().map(points -> points.subList(0, 3).contains(null)));
        getChildren()
                .addAll(
                        CardFactory.styled(new Label(Messages.text("explore.slice.help")), "prose", "tool-help"),
                        ExploreButtons.row(
                                "explore.slice.across.label",
                                axis("sliceAcross", "explore.slice.across", slice.acrossProperty())),
                        ExploreButtons.row(
                                "explore.slice.up.label", axis("sliceUp", "explore.slice.up", slice.upProperty())),
                        range(),
                        new HBox(throughSlots),
                        CardFactory.styled(new Label(Messages.text("explore.circle.heading")), "group"),
                        circle(circularWalk),
                        map(model));
        ((Label) getChildren().get(0)).setWrapText(true);
        ((Label) getChildren().get(0)).setMinHeight(USE_PREF_SIZE);
    }

    /** The images around the current one, over the rest of the pane. */
    private static VBox map(ExploreViewModel model) {
        FittedGridView images = new FittedGridView(model.mapProperty());
        images.view().setId("sliceMap");
        images.view().setAccessibleText(Messages.text("explore.map"));
        GridInteraction.install(images.view(), model.imageActions(model.mapProperty()::get, model::mapLatent));
        images.setMinHeight(MAP);
        // A square, so that the grid begins right under its caption.
        images.maxHeightProperty().bind(images.widthProperty().map(width -> Math.max(MAP, width.doubleValue())));
        VBox.setVgrow(images, Priority.ALWAYS);
        Label caption = CardFactory.caption(Messages.text("explore.map"));
        caption.setWrapText(true);
        caption.setMinHeight(USE_PREF_SIZE);
        VBox map = new VBox(4, caption, images);
        VBox.setVgrow(map, Priority.ALWAYS);
        ExploreButtons.showWhen(
                map, model.mapProperty().map(grid -> !grid.shape().isPoint()).orElse(false));
        return map;
    }

    private ComboBox<LatentSliceAxis> axis(String id, String key, ObjectProperty<LatentSliceAxis> axis) {
        ObservableList<LatentSliceAxis> items = FXCollections.observableArrayList();
        ComboBox<LatentSliceAxis> box = ComboBoxes.of(items, LatentSliceAxis::name, axis::set, axis::get);
        box.setId(id);
        Runnable update = () -> {
            if (!items.equals(slice.choicesProperty().get())) {
                items.setAll(slice.choicesProperty().get());
            }
            box.setValue(axis.get());
        };
        ViewBindings.listen(slice.choicesProperty(), (property, old, now) -> update.run());
        ViewBindings.listen(axis, (property, old, now) -> update.run());
        update.run();
        return HelpTooltips.about(box, key);
    }

    private HBox range() {
        Slider slider = ExploreButtons.slider(
                "sliceRange",
                LatentSliceViewModel.MIN_RANGE,
                LatentSliceViewModel.MAX_RANGE,
                2,
                "explore.range",
                slice.rangeProperty()::set);
        ExploreButtons.bind(slider, slice.rangeProperty(), slice.rangeProperty()::set);
        Label figure = CardFactory.styled(new Label(), "figure", "slider-value");
        figure.textProperty().bind(slice.rangeProperty().map(range -> "±" + NumberFormats.length(range.doubleValue())));
        return ExploreButtons.row("explore.range.label", slider, figure);
    }

    private static HBox circle(CircularWalkViewModel circle) {
        Slider angle = ExploreButtons.slider("circleAngle", 0, 360, 0, "explore.circle", circle::turnTo);
        ExploreButtons.bind(angle, circle.angleProperty(), circle::turnTo);
        Button play = new Button();
        play.setId("circlePlay");
        play.getStyleClass().add("button-icon");
        play.graphicProperty().bind(IconFactory.playing(circle.playingProperty()));
        play.setOnAction(event -> circle.togglePlaying());
        HelpTooltips.about(play, "explore.circle.play");
        Label figure = CardFactory.styled(new Label(), "figure", "slider-value");
        figure.textProperty().bind(circle.angleProperty().map(degrees -> Math.round(degrees.doubleValue()) + "°"));
        HBox.setHgrow(angle, Priority.ALWAYS);
        HBox row = new HBox(6, play, angle, figure);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
