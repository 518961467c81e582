package org.ganvas.view.explore;

import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.ganvas.session.run.LatentInterpolation;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.SegmentedButtons;
import org.ganvas.view.paint.FittedGridView;
import org.ganvas.viewmodel.explore.ExploreViewModel;
import org.ganvas.viewmodel.explore.InterpolationViewModel;
import org.ganvas.viewmodel.explore.LatentSlotsViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.jspecify.annotations.Nullable;

/** Wells for two to four pictures, the ways between them side by side, and A - B + C. FX thread. */
final class InterpolationTool extends VBox {

    private static final double STRIP = 34;
    private static final double RESULT = 62;

    private final ExploreViewModel model;
    private final InterpolationViewModel corners;

    InterpolationTool(ExploreViewModel model) {
        super(8);
        this.model = model;
        corners = model.parts().corners();
        setId("betweenTool");
        Label help = CardFactory.styled(new Label(Messages.text("explore.interpolation.help")), "prose", "tool-help");
        help.setWrapText(true);
        HBox wells = new HBox(8);
        for (int well = 0; well < LatentSlotsViewModel.COUNT; well++) {
            wells.getChildren().add(new SlotView(model, well));
        }
        getChildren()
                .addAll(
                        help,
                        wells,
                        strip(LatentInterpolation.LERP, corners.straightProperty()),
                        strip(LatentInterpolation.SLERP, corners.roundProperty()),
                        way(),
                        options(),
                        CardFactory.styled(new Label(Messages.text("explore.arithmetic.heading")), "group"),
                        sum());
    }

    private HBox strip(LatentInterpolation path, ObservableValue<@Nullable SampleGrid> pictures) {
        String name = path.name().toLowerCase(Locale.ROOT);
        FittedGridView strip = new FittedGridView(pictures);
        strip.view().setId(name + "Strip");
        strip.setAccessibleText(Messages.text("explore.path.images", name));
        strip.setMinHeight(STRIP);
        strip.setPrefHeight(STRIP);
        strip.setMinWidth(80);
        HBox.setHgrow(strip, Priority.ALWAYS);
        strip.view().addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            int stop = strip.view().imageAt(event.getX(), event.getY());
            if (stop >= 0) {
                corners.goTo(path, stop);
            }
        });
        Label label = CardFactory.caption(name);
        label.setMinWidth(34);
        HelpTooltips.about(label, "walk." + name);
        HBox row = new HBox(6, label, strip);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private HBox way() {
        Slider position = ExploreButtons.slider("wayPosition", 0, 1, 0, "explore.path", corners::goTo);
        ExploreButtons.bind(position, corners.positionProperty(), corners::goTo);
        HBox.setHgrow(position, Priority.ALWAYS);
        Button play = new Button();
        play.setId("wayPlay");
        play.getStyleClass().add("button-icon");
        play.graphicProperty().bind(IconFactory.playing(corners.playingProperty()));
        play.setOnAction(event -> corners.togglePlaying());
        HelpTooltips.about(play, "explore.path.play");
        HBox row = new HBox(6, play, position);
        row.setAlignment(Pos.CENTER_LEFT);
        row.disableProperty()
                .bind(model.parts()
                        .wells()
                        .pointsProperty()
                        .map(points ->
                                points.stream().filter(point -> point != null).count() < 2));
        return row;
    }

    private HBox options() {
        SegmentedButton paths = SegmentedButtons.of(
                "wayPath",
                Messages.text("walk.path.title"),
                List.of(LatentInterpolation.values()),
                path -> path.name().toLowerCase(Locale.ROOT));
        SegmentedButtons.bind(paths, corners.pathProperty(), corners.pathProperty()::set);
        paths.getButtons().forEach(button -> HelpTooltips.about(button, "walk." + button.getText()));
        CheckBox loop = new CheckBox(Messages.text("explore.loop.label"));
        loop.setId("wayLoop");
        loop.selectedProperty().bindBidirectional(corners.loopProperty());
        HelpTooltips.about(loop, "explore.loop");
        HBox row = new HBox(10, paths, loop);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private HBox sum() {
        FittedGridView result = new FittedGridView(model.parts().arithmetic().pictureProperty());
        result.view().setId("sumPicture");
        result.setAccessibleText(Messages.text("explore.arithmetic.heading"));
        result.setMinSize(RESULT, RESULT);
        result.setPrefSize(RESULT, RESULT);
        result.setMaxSize(RESULT, RESULT);
        result.getStyleClass().add("well");
        CheckBox length = new CheckBox(Messages.text("explore.arithmetic.length.label"));
        length.setId("sumLength");
        length.setWrapText(true);
        length.selectedProperty().bindBidirectional(model.parts().arithmetic().keepsLengthProperty());
        HelpTooltips.about(length, "explore.arithmetic.length");
        Button take = ExploreButtons.words(
                "sumExplore",
                Messages.text("explore.arithmetic.use"),
                model.parts().arithmetic()::explore);
        take.disableProperty()
                .bind(model.parts()
                        .arithmetic()
                        .pictureProperty()
                        .map(picture -> false)
                        .orElse(true));
        Node side = new VBox(6, length, take);
        HBox row = new HBox(10, result, side);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
