package org.ganvas.view.latent;

import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.LongProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Slider;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.ganvas.session.run.LatentInterpolation;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.SeedField;
import org.ganvas.view.fx.SegmentedButtons;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.paint.FittedGridView;
import org.ganvas.viewmodel.latent.LatentViewModel;
import org.ganvas.viewmodel.latent.LatentWalkViewModel;
import org.ganvas.viewmodel.text.Messages;

/** The walk between two seeds: the pictures on the way, a slider under them, and play. FX thread. */
final class LatentWalkBar extends HBox {

    private static final double ROOMY = 290;
    private static final double LOW_STRIP = 29;

    private final LatentViewModel latent;
    private final LatentWalkViewModel walk;
    private final Slider position = new Slider(0, 1, 0);
    private final FittedGridView strip;
    private boolean following;

    LatentWalkBar(LatentViewModel latent) {
        super(6);
        this.latent = latent;
        walk = latent.walk();
        strip = new FittedGridView(latent.stripProperty());
        setAlignment(Pos.CENTER);
        getStyleClass().add("walk-bar");
        VBox way = way();
        HBox.setHgrow(way, Priority.ALWAYS);
        getChildren()
                .addAll(
                        play(),
                        end("A", "walk.a", walk.seedAProperty()),
                        way,
                        end("B", "walk.b", walk.seedBProperty()),
                        paths());
    }

    private Button play() {
        Button play = new Button();
        play.setId("walkPlay");
        play.getStyleClass().add("button-icon");
        play.graphicProperty().bind(IconFactory.playing(walk.playingProperty()));
        play.setOnAction(event -> walk.togglePlaying());
        return HelpTooltips.about(play, "walk.play");
    }

    private static HBox end(String letter, String key, LongProperty seed) {
        SeedField field = new SeedField(seed.get(), seed::set);
        field.setId("walkSeed" + letter);
        TextScaling.scalePrefWidth(field, 46);
        ViewBindings.listen(seed, (property, old, now) -> field.show(now.longValue()));
        HelpTooltips.about(field, key);
        TextScaling.scaleMinWidth(field, 40);
        HBox end = new HBox(4, CardFactory.caption(letter), field);
        end.setAlignment(Pos.CENTER);
        end.setMinWidth(USE_PREF_SIZE);
        return end;
    }

    private VBox way() {
        strip.setId("walkStrip");
        strip.setMinHeight(28);
        strip.setPrefHeight(LOW_STRIP);
        strip.setMinWidth(100);
        strip.setPrefWidth(280);
        strip.addEventHandler(MouseEvent.MOUSE_CLICKED, this::goToPicture);
        VBox.setVgrow(strip, Priority.ALWAYS);
        strip.visibleProperty().bind(latent.traceProperty().isNull());
        strip.managedProperty().bind(strip.visibleProperty());
        position.setId("walkPosition");
        position.getStyleClass().add("small");
        position.setBlockIncrement(1.0 / (LatentWalkViewModel.STOPS - 1));
        position.valueProperty().addListener((property, old, now) -> moved(now.doubleValue()));
        ViewBindings.listen(walk.positionProperty(), (property, old, now) -> follow(now.doubleValue()));
        HelpTooltips.about(position, "walk.position");
        // As wide as the pictures above it, so that each stands over its place; points have none, and leave all the
        // room.
        position.maxWidthProperty()
                .bind(Bindings.when(latent.traceProperty().isNull())
                        .then(Bindings.max(100, strip.view().widthProperty()))
                        .otherwise(Double.MAX_VALUE));
        VBox way = new VBox(2, strip, position);
        way.setAlignment(Pos.CENTER);
        return way;
    }

    private SegmentedButton paths() {
        SegmentedButton paths = SegmentedButtons.of(
                "walkPath",
                Messages.text("walk.path.title"),
                List.of(LatentInterpolation.values()),
                path -> path.name().toLowerCase(Locale.ROOT));
        SegmentedButtons.bind(paths, walk.pathProperty(), walk.pathProperty()::set);
        paths.getButtons().forEach(button -> HelpTooltips.about(button, "walk." + button.getText()));
        paths.setMinWidth(USE_PREF_SIZE);
        return paths;
    }

    /** Larger pictures where the panel is high enough to leave the sliders their room. */
    void fitInto(double paneHeight) {
        strip.setPrefHeight(paneHeight >= ROOMY ? 2 * LOW_STRIP : LOW_STRIP);
    }

    private void moved(double now) {
        if (!following) {
            latent.goTo(now);
        }
    }

    private void follow(double now) {
        following = true;
        position.setValue(now);
        following = false;
    }

    private void goToPicture(MouseEvent event) {
        double x =
                strip.view().sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
        double share = x / Math.max(1, strip.view().getWidth());
        int stop = (int)
                Math.max(0, Math.min(LatentWalkViewModel.STOPS - 1, Math.floor(share * LatentWalkViewModel.STOPS)));
        latent.goTo(stop / (double) (LatentWalkViewModel.STOPS - 1));
    }
}
