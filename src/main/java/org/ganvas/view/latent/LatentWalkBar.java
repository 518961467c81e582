package org.ganvas.view.latent;

import javafx.beans.binding.Bindings;
import javafx.beans.property.LongProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.ganvas.view.control.SeedField;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.FittingRow;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.paint.FittedGridView;
import org.ganvas.viewmodel.latent.LatentViewModel;
import org.ganvas.viewmodel.latent.LatentWalkViewModel;

/** The walk between the latents of two seeds: its images, a slider for the position under them, and play. FX thread. */
final class LatentWalkBar extends FittingRow {

    private static final double LARGE_PANE = 290;
    private static final double STRIP_HEIGHT = 29;

    private final LatentViewModel latent;
    private final LatentWalkViewModel walk;
    private final Slider position = new Slider(0, 1, 0);
    private final FittedGridView strip;
    private boolean showing;

    LatentWalkBar(LatentViewModel latent) {
        super(6);
        this.latent = latent;
        walk = latent.walk();
        strip = new FittedGridView(latent.walkImagesProperty());
        setAlignment(Pos.CENTER);
        getStyleClass().add("walk-bar");
        Label letterA = CardFactory.caption("A");
        Label letterB = CardFactory.caption("B");
        VBox imagesAndPosition = imagesAndPosition();
        HBox.setHgrow(imagesAndPosition, Priority.ALWAYS);
        getChildren()
                .addAll(
                        play(),
                        end(letterA, "walk.a", walk.seedAProperty()),
                        imagesAndPosition,
                        end(letterB, "walk.b", walk.seedBProperty()),
                        paths());
        concedeHidden(letterA, letterB);
        concedeSpacing(3);
    }

    private Button play() {
        Button play = new Button();
        play.setId("walkPlay");
        play.getStyleClass().add("button-icon");
        play.graphicProperty().bind(IconFactory.playing(walk.playingProperty()));
        play.setOnAction(event -> walk.togglePlaying());
        return HelpTooltips.about(play, "walk.play");
    }

    private static HBox end(Label letter, String key, LongProperty seed) {
        SeedField field = new SeedField(seed.get(), seed::set);
        field.setId("walkSeed" + letter.getText());
        TextScaling.scalePrefWidth(field, 46);
        ViewBindings.listen(seed, (property, old, now) -> field.show(now.longValue()));
        HelpTooltips.about(field, key);
        TextScaling.scaleMinWidth(field, 40);
        HBox end = new HBox(4, letter, field);
        end.setAlignment(Pos.CENTER);
        end.setMinWidth(USE_PREF_SIZE);
        return end;
    }

    private VBox imagesAndPosition() {
        strip.setId("walkStrip");
        strip.setMinHeight(28);
        strip.setPrefHeight(STRIP_HEIGHT);
        strip.setMinWidth(48);
        strip.setPrefWidth(280);
        strip.addEventHandler(MouseEvent.MOUSE_CLICKED, this::goToImage);
        VBox.setVgrow(strip, Priority.ALWAYS);
        strip.visibleProperty().bind(latent.trailsProperty().isNull());
        strip.managedProperty().bind(strip.visibleProperty());
        position.setId("walkPosition");
        position.getStyleClass().add("small");
        position.setBlockIncrement(1.0 / (LatentWalkViewModel.STOPS - 1));
        position.valueProperty().addListener((property, old, now) -> moved(now.doubleValue()));
        ViewBindings.show(walk.positionProperty(), now -> showPosition(now.doubleValue()));
        HelpTooltips.about(position, "walk.position");
        // As wide as the images above, so that each stands over its position; points have no images.
        position.maxWidthProperty()
                .bind(Bindings.when(latent.trailsProperty().isNull())
                        .then(Bindings.max(100, strip.view().widthProperty()))
                        .otherwise(Double.MAX_VALUE));
        VBox imagesAndPosition = new VBox(2, strip, position);
        imagesAndPosition.setAlignment(Pos.CENTER);
        return imagesAndPosition;
    }

    private SegmentedButton paths() {
        SegmentedButton paths = InterpolationButtons.of("walkPath", walk.pathProperty(), walk.pathProperty()::set);
        paths.setMinWidth(USE_PREF_SIZE);
        return paths;
    }

    /** Makes the images larger where the pane is high enough for the sliders. */
    void fitHeight(double paneHeight) {
        strip.setPrefHeight(paneHeight >= LARGE_PANE ? 2 * STRIP_HEIGHT : STRIP_HEIGHT);
    }

    private void moved(double now) {
        if (!showing) {
            latent.goTo(now);
        }
    }

    private void showPosition(double now) {
        showing = true;
        position.setValue(now);
        showing = false;
    }

    private void goToImage(MouseEvent event) {
        double x =
                strip.view().sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
        double share = x / Math.max(1, strip.view().getWidth());
        int stop = (int)
                Math.max(0, Math.min(LatentWalkViewModel.STOPS - 1, Math.floor(share * LatentWalkViewModel.STOPS)));
        latent.goTo(stop / (double) (LatentWalkViewModel.STOPS - 1));
    }
}
