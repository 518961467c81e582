package org.ganvas.view.latent;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.SeedField;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.paint.FittedGridView;
import org.ganvas.viewmodel.latent.LatentViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.ganvas.viewmodel.train.PointsViewModel;
import org.kordamp.ikonli.feather.Feather;

/** One latent of the live generator: its picture, a slider for every dimension, and the walk between two seeds. */
public final class LatentPane extends StackPane {

    private static final double PICTURE_SHARE = 0.2;
    private static final double POINTS_SHARE = 0.24;
    private static final double ROOMY = 780;
    private static final double SMALLEST_PICTURE = 88;
    private static final double LARGEST_PICTURE = 420;

    private final LatentViewModel model;
    private final FittedGridView picture;
    private final Label norm = CardFactory.styled(new Label(), "caption", "figure");

    /**
     * @param plane the scatter, where the generator makes points
     */
    public LatentPane(LatentViewModel model, PointsViewModel plane) {
        this.model = model;
        setId("latentPane");
        picture = new FittedGridView(model.pictureProperty());
        picture.view().setId("latentPicture");
        picture.setAccessibleText(Messages.text("latent.image"));
        BooleanBinding roomy = plane.shownProperty().and(widthProperty().greaterThanOrEqualTo(ROOMY));
        // Two sliders leave more room than thirty.
        picture.minWidthProperty()
                .bind(Bindings.when(roomy)
                        .then(POINTS_SHARE)
                        .otherwise(PICTURE_SHARE)
                        .multiply(widthProperty())
                        .map(width -> picturePlace(width.doubleValue())));
        picture.visibleProperty().bind(plane.shownProperty().not());
        LatentScatterView hand = new LatentScatterView(model, plane);
        LatentPad pad = new LatentPad(model, plane);
        pad.minWidthProperty().bind(picture.minWidthProperty());
        StackPane place = new StackPane(picture, hand);
        VBox.setVgrow(place, Priority.ALWAYS);
        norm.setAlignment(Pos.CENTER);
        norm.setMinWidth(0);
        norm.setMaxWidth(Double.MAX_VALUE);
        HelpTooltips.about(norm, "latent.norm");
        ViewBindings.listen(model.normProperty(), (property, old, now) -> showNorm(now.doubleValue()));
        DimensionSliderList sliders = new DimensionSliderList(model);
        VBox.setVgrow(sliders, Priority.ALWAYS);
        LatentWalkBar walk = new LatentWalkBar(model);
        heightProperty().addListener((property, old, now) -> walk.fitInto(now.doubleValue()));
        VBox right = new VBox(8, sliders, walk);
        HBox.setHgrow(right, Priority.ALWAYS);
        VBox left = new VBox(4, place, norm);
        // Where the room is narrow, the large scatter shows the same.
        left.visibleProperty().bind(plane.shownProperty().not().or(roomy));
        left.managedProperty().bind(left.visibleProperty());
        HBox body = new HBox(12, left, pad, right);
        VBox.setVgrow(body, Priority.ALWAYS);
        VBox card = CardFactory.filled(CardFactory.card(Messages.text("latent.title"), tools()), body);
        HelpTooltips.about(card.getChildren().get(0), "latent");
        getChildren().add(card);
        setMinHeight(176);
    }

    private static double picturePlace(double wanted) {
        return Math.round(Math.max(SMALLEST_PICTURE, Math.min(LARGEST_PICTURE, wanted)));
    }

    private HBox tools() {
        SeedField seed = new SeedField(model.seedProperty().get(), model.seedProperty()::set);
        seed.setId("latentSeed");
        TextScaling.scalePrefWidth(seed, 64);
        ViewBindings.listen(model.seedProperty(), (property, old, now) -> seed.show(now.longValue()));
        HelpTooltips.about(seed, "latent.seed");
        HBox tools = new HBox(
                8,
                classCaption(),
                classes(),
                CardFactory.caption(Messages.text("latent.seed.label")),
                seed,
                button("latentNewSeed", Feather.SHUFFLE, "latent.newSeed", model::newSeed),
                button("latentReset", Feather.ROTATE_CCW, "latent.reset", model::reset),
                button("latentCentre", Feather.CROSSHAIR, "latent.centre", model::centre));
        tools.setAlignment(Pos.CENTER_LEFT);
        return tools;
    }

    private static Button button(String id, Feather icon, String key, Runnable work) {
        Button button = new Button(null, IconFactory.of(icon));
        button.setId(id);
        button.getStyleClass().addAll("button-icon", "flat");
        button.setOnAction(event -> work.run());
        return HelpTooltips.about(button, key);
    }

    private Label classCaption() {
        Label caption = CardFactory.caption(Messages.text("latent.class.title"));
        caption.visibleProperty().bind(model.classNamesProperty().map(names -> !names.isEmpty()));
        caption.managedProperty().bind(caption.visibleProperty());
        return caption;
    }

    private ComboBox<String> classes() {
        ObservableList<String> names = FXCollections.observableArrayList();
        ComboBox<String> box = new ComboBox<>(names);
        box.setId("latentClass");
        HelpTooltips.about(box, "latent.class");
        Runnable follow = () -> {
            List<String> now = model.classNamesProperty().get();
            if (!names.equals(now)) {
                names.setAll(now);
            }
            box.setVisible(!now.isEmpty());
            box.setManaged(!now.isEmpty());
            box.getSelectionModel().select(model.labelProperty().get());
        };
        ViewBindings.listen(model.classNamesProperty(), (property, old, now) -> follow.run());
        ViewBindings.listen(model.labelProperty(), (property, old, now) -> follow.run());
        box.setOnAction(event -> {
            int chosen = box.getSelectionModel().getSelectedIndex();
            if (chosen >= 0 && names.equals(model.classNamesProperty().get())) {
                model.labelProperty().set(chosen);
            }
        });
        follow.run();
        return box;
    }

    private void showNorm(double length) {
        norm.setText(Messages.text(
                "latent.norm.value", NumberFormats.length(length), NumberFormats.length(Math.sqrt(model.dimension()))));
    }
}
