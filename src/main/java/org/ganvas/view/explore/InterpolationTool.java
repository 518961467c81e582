package org.ganvas.view.explore;

import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.ganvas.session.run.LatentInterpolation;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.DisabledReasons;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.latent.InterpolationButtons;
import org.ganvas.view.paint.FittedGridView;
import org.ganvas.view.paint.ImageMenu;
import org.ganvas.viewmodel.explore.InterpolationViewModel;
import org.ganvas.viewmodel.explore.LatentActions;
import org.ganvas.viewmodel.explore.LatentArithmeticViewModel;
import org.ganvas.viewmodel.explore.LatentSlotsViewModel;
import org.ganvas.viewmodel.explore.SampleImageFiles;
import org.ganvas.viewmodel.text.Messages;
import org.jspecify.annotations.Nullable;

/** Slots for two to four latents, interpolations between them side by side, and A - B + C. FX thread. */
final class InterpolationTool extends VBox {

    private static final double STRIP = 34;
    private static final double MOST_STRIP = 72;
    private static final double RESULT = 62;

    private final InterpolationViewModel interpolation;
    private final LatentSlotsViewModel slots;
    private final LatentArithmeticViewModel arithmetic;
    private final SampleImageFiles files;
    private final ReadOnlyBooleanProperty styles;

    InterpolationTool(
            InterpolationViewModel interpolation,
            LatentSlotsViewModel slots,
            LatentArithmeticViewModel arithmetic,
            LatentActions actions,
            SampleImageFiles files,
            ReadOnlyBooleanProperty styles) {
        super(8);
        this.styles = styles;
        this.files = files;
        this.interpolation = interpolation;
        this.slots = slots;
        this.arithmetic = arithmetic;
        setId("interpolationTool");
        Label help = CardFactory.styled(new Label(Messages.text("explore.interpolation.help")), "prose", "tool-help");
        help.setWrapText(true);
        HBox inStyles = strip(LatentInterpolation.STYLE, interpolation.styleImagesProperty());
        ExploreButtons.showWhen(inStyles, styles);
        HBox row = new HBox(8);
        for (int slot = 0; slot < LatentSlotsViewModel.COUNT; slot++) {
            row.getChildren().add(new SlotView(slots, actions, files, slot));
        }
        getChildren()
                .addAll(
                        help,
                        row,
                        strip(LatentInterpolation.LERP, interpolation.lerpImagesProperty()),
                        strip(LatentInterpolation.SLERP, interpolation.slerpImagesProperty()),
                        inStyles,
                        position(),
                        options(),
                        CardFactory.styled(new Label(Messages.text("explore.arithmetic.heading")), "group"),
                        arithmetic());
    }

    private HBox strip(LatentInterpolation path, ObservableValue<@Nullable SampleGrid> images) {
        String name = InterpolationButtons.name(path);
        FittedGridView strip = new FittedGridView(images).alignedLeft();
        strip.view().setId(path.name().toLowerCase(Locale.ROOT) + "Strip");
        strip.setAccessibleText(Messages.text("explore.path.images", name));
        strip.setMinHeight(STRIP);
        // In a wide pane the images grow, as far as they fill the row.
        strip.prefHeightProperty()
                .bind(strip.widthProperty()
                        .map(width -> Math.max(
                                STRIP, Math.min(MOST_STRIP, width.doubleValue() / InterpolationViewModel.STOPS))));
        strip.setMinWidth(80);
        HBox.setHgrow(strip, Priority.ALWAYS);
        ImageMenu.install(strip.view(), images::getValue, files);
        strip.view().addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            int stop = strip.view().imageAt(event.getX(), event.getY());
            if (stop >= 0 && event.getButton() == MouseButton.PRIMARY) {
                interpolation.goTo(path, stop);
            }
        });
        Label label = CardFactory.caption(name);
        label.setMinWidth(34);
        HelpTooltips.about(label, InterpolationButtons.key(path));
        HBox row = new HBox(6, label, strip);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private HBox position() {
        Slider position = ExploreButtons.slider("interpolationPosition", 0, 1, 0, "explore.path", interpolation::goTo);
        ExploreButtons.bind(position, interpolation.positionProperty(), interpolation::goTo);
        HBox.setHgrow(position, Priority.ALWAYS);
        Button play = new Button();
        play.setId("interpolationPlay");
        play.getStyleClass().add("button-icon");
        play.graphicProperty().bind(IconFactory.playing(interpolation.playingProperty()));
        play.setOnAction(event -> interpolation.togglePlaying());
        HelpTooltips.about(play, "explore.path.play");
        HBox row = new HBox(6, play, position);
        row.setAlignment(Pos.CENTER_LEFT);
        row.disableProperty()
                .bind(slots.pointsProperty()
                        .map(points ->
                                points.stream().filter(point -> point != null).count() < 2));
        return DisabledReasons.set(row, "explore.path");
    }

    private HBox options() {
        SegmentedButton paths = InterpolationButtons.withStyles(
                "interpolationPath", interpolation.pathProperty(), interpolation.pathProperty()::set, styles);
        CheckBox loop = new CheckBox(Messages.text("explore.loop.label"));
        loop.setId("interpolationLoop");
        loop.selectedProperty().bindBidirectional(interpolation.loopProperty());
        HelpTooltips.about(loop, "explore.loop");
        HBox row = new HBox(10, paths, loop);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private HBox arithmetic() {
        FittedGridView result = new FittedGridView(arithmetic.imageProperty());
        result.view().setId("arithmeticImage");
        result.setAccessibleText(Messages.text("explore.arithmetic.heading"));
        result.setMinSize(RESULT, RESULT);
        result.setPrefSize(RESULT, RESULT);
        result.setMaxSize(RESULT, RESULT);
        result.getStyleClass().add("latent-slot");
        ImageMenu.install(result.view(), arithmetic.imageProperty()::get, files);
        CheckBox length = new CheckBox(Messages.text("explore.arithmetic.length.label"));
        length.setId("arithmeticNorm");
        length.setWrapText(true);
        length.disableProperty().bind(styles);
        DisabledReasons.set(length, "explore.arithmetic.length");
        length.selectedProperty().bindBidirectional(arithmetic.keepsLengthProperty());
        HelpTooltips.about(length, "explore.arithmetic.length");
        Button take =
                ExploreButtons.text("arithmeticOpen", Messages.text("explore.arithmetic.use"), arithmetic::openResult);
        take.disableProperty()
                .bind(arithmetic.imageProperty().map(image -> false).orElse(true));
        DisabledReasons.set(take, "explore.arithmetic");
        Node side = new VBox(6, length, take);
        HBox row = new HBox(10, result, side);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
