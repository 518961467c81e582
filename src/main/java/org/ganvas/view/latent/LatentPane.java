package org.ganvas.view.latent;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ganvas.view.control.SeedField;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.FittingRow;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.paint.FittedGridView;
import org.ganvas.view.paint.SampleGridView;
import org.ganvas.viewmodel.latent.LatentViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.ganvas.viewmodel.train.PointsViewModel;
import org.kordamp.ikonli.feather.Feather;

/** The current latent of the Train screen: its image, a slider for every dimension, and the walk between two seeds. FX thread. */
public final class LatentPane extends StackPane {

    private static final double MIN_CELL = 148;
    private static final double NARROW = 470;
    private static final double IMAGE_SHARE = 0.2;
    private static final double POINTS_SHARE = 0.24;
    private static final double ROOMY = 780;
    private static final double MIN_IMAGE = 88;
    private static final double MAX_IMAGE = 420;

    private final LatentViewModel model;
    private final Runnable explore;
    private final FittedGridView image;
    private final BooleanProperty captions = new SimpleBooleanProperty(true);
    private final Label norm = CardFactory.styled(new Label(), "caption", "figure");

    /** The image of the current latent. */
    public SampleGridView image() {
        return image.view();
    }

    /**
     * @param points the scatter plot of a generator of points
     * @param explore opens the current latent on the Explore screen, which has a latent of its own
     */
    public LatentPane(LatentViewModel model, PointsViewModel points, Runnable explore) {
        this.model = model;
        this.explore = explore;
        setId("latentPane");
        image = new FittedGridView(model.imageProperty());
        image.view().setId("latentImage");
        image.setAccessibleText(Messages.text("latent.image"));
        BooleanBinding roomy = points.shownProperty().and(widthProperty().greaterThanOrEqualTo(ROOMY));
        // A generator of points has two sliders, which leave more width than thirty.
        image.minWidthProperty()
                .bind(Bindings.when(roomy)
                        .then(POINTS_SHARE)
                        .otherwise(IMAGE_SHARE)
                        .multiply(widthProperty())
                        .map(width -> imageSide(width.doubleValue())));
        image.visibleProperty().bind(points.shownProperty().not());
        LatentScatterView scatter = new LatentScatterView(model, points);
        LatentPad pad = new LatentPad(model, points);
        pad.minWidthProperty().bind(image.minWidthProperty());
        StackPane imageOrScatter = new StackPane(image, scatter);
        VBox.setVgrow(imageOrScatter, Priority.ALWAYS);
        norm.setId("latentNorm");
        norm.setAlignment(Pos.CENTER);
        norm.setMinWidth(Region.USE_PREF_SIZE);
        norm.setMaxWidth(Double.MAX_VALUE);
        HelpTooltips.about(norm, "latent.norm");
        ViewBindings.show(model.normProperty(), now -> showNorm(now.doubleValue()));
        // Another run has another typical norm, even where the latent's stays the same.
        ViewBindings.listen(
                model.sliders().dimensionsProperty(),
                (property, old, now) -> showNorm(model.normProperty().get()));
        ViewBindings.listen(
                model.priorProperty(),
                (property, old, now) -> showNorm(model.normProperty().get()));
        LatentSliderList sliders = new LatentSliderList(
                model.sliders().dimensionsProperty(),
                () -> LatentSliderCell.plain(model.sliders()),
                new LatentSliderList.Size("latentScroll", MIN_CELL, 2, 5),
                "latent.title");
        VBox.setVgrow(sliders, Priority.ALWAYS);
        LatentWalkBar walk = new LatentWalkBar(model);
        heightProperty().addListener((property, old, now) -> walk.fitHeight(now.doubleValue()));
        VBox left = new VBox(4, imageOrScatter, norm);
        // In a narrow pane the large scatter plot shows the same.
        left.visibleProperty().bind(points.shownProperty().not().or(roomy));
        left.managedProperty().bind(left.visibleProperty());
        GridPane body = body(left, pad, sliders, walk);
        VBox.setVgrow(body, Priority.ALWAYS);
        VBox card = CardFactory.filled(CardFactory.card(Messages.text("latent.title"), tools()), body);
        FittingRow head = (FittingRow) card.getChildren().get(0);
        head.concede(on -> captions.set(!on));
        HelpTooltips.about(card.getChildren().get(0), "latent");
        getChildren().add(card);
        setMinHeight(0);
    }

    /** Image at the left, sliders at the right; the walk below the sliders, in a narrow pane below everything. */
    private GridPane body(Region left, Region pad, Region sliders, Region walk) {
        GridPane body = new GridPane(12, 8);
        body.addRow(0, left, pad, sliders);
        GridPane.setHgrow(sliders, Priority.ALWAYS);
        for (Region region : List.of(left, pad, sliders)) {
            GridPane.setVgrow(region, Priority.ALWAYS);
        }
        body.getChildren().add(walk);
        Runnable place = () -> {
            boolean narrow = getWidth() < TextScaling.of(NARROW);
            GridPane.setConstraints(walk, narrow ? 0 : 2, 1, narrow ? 3 : 1, 1);
            GridPane.setRowSpan(left, narrow ? 1 : 2);
            GridPane.setRowSpan(pad, narrow ? 1 : 2);
        };
        widthProperty().addListener(property -> place.run());
        ViewBindings.listen(TextScaling.factorProperty(), (property, old, now) -> place.run());
        place.run();
        return body;
    }

    private static double imageSide(double wanted) {
        return Math.round(Math.max(MIN_IMAGE, Math.min(MAX_IMAGE, wanted)));
    }

    private Node[] tools() {
        SeedField seed = new SeedField(model.seedProperty().get(), model.seedProperty()::set);
        seed.setId("latentSeed");
        TextScaling.scalePrefWidth(seed, 64);
        ViewBindings.listen(model.seedProperty(), (property, old, now) -> seed.show(now.longValue()));
        HelpTooltips.about(seed, "latent.seed");
        Label seedCaption = CardFactory.caption(Messages.text("latent.seed.label"));
        HelpTooltips.share(seedCaption, seed);
        seedCaption.visibleProperty().bind(captions);
        seedCaption.managedProperty().bind(captions);
        return new Node[] {
            classCaption(),
            classes(),
            seedCaption,
            seed,
            button("latentNewSeed", Feather.SHUFFLE, "latent.newSeed", model::newSeed),
            button("latentReset", Feather.ROTATE_CCW, "latent.reset", model.sliders()::reset),
            button("latentCentre", Feather.CROSSHAIR, "latent.centre", model::centre),
            button("latentExplore", Feather.COMPASS, "latent.explore", explore)
        };
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
        HelpTooltips.about(caption, "latent.class");
        caption.visibleProperty()
                .bind(captions.and(Bindings.createBooleanBinding(
                        () -> !model.classNamesProperty().get().isEmpty(), model.classNamesProperty())));
        caption.managedProperty().bind(caption.visibleProperty());
        return caption;
    }

    private ComboBox<String> classes() {
        ObservableList<String> names = FXCollections.observableArrayList();
        ComboBox<String> box = new ComboBox<>(names);
        box.setId("latentClass");
        HelpTooltips.about(box, "latent.class");
        Runnable update = () -> {
            List<String> now = model.classNamesProperty().get();
            if (!names.equals(now)) {
                names.setAll(now);
            }
            box.setVisible(!now.isEmpty());
            box.setManaged(!now.isEmpty());
            box.getSelectionModel().select(model.labelProperty().get());
        };
        ViewBindings.listen(model.classNamesProperty(), (property, old, now) -> update.run());
        ViewBindings.listen(model.labelProperty(), (property, old, now) -> update.run());
        box.setOnAction(event -> {
            int chosen = box.getSelectionModel().getSelectedIndex();
            if (chosen >= 0 && names.equals(model.classNamesProperty().get())) {
                model.labelProperty().set(chosen);
            }
        });
        update.run();
        return box;
    }

    private void showNorm(double length) {
        norm.setText(Messages.text(
                "latent.norm.value", NumberFormats.length(length), NumberFormats.length(model.typicalNorm())));
    }
}
