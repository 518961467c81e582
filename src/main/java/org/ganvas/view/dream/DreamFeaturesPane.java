package org.ganvas.view.dream;

import java.util.Arrays;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.ganvas.data.ImageShape;
import org.ganvas.data.transform.PixelImage;
import org.ganvas.session.dream.DreamFeatures;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.view.control.NumberField;
import org.ganvas.view.explore.ExploreButtons;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.FxThread;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.SegmentedButtons;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.paint.FittedGridView;
import org.ganvas.viewmodel.dream.DreamFeaturesViewModel;
import org.ganvas.viewmodel.dream.DreamViewModel;
import org.ganvas.viewmodel.dream.FeatureChoice;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.jspecify.annotations.Nullable;

/** What reads the image: the choice with its honest sentence, the layer, and its maps to choose a channel by. FX thread. */
final class DreamFeaturesPane extends VBox {

    private final DreamViewModel model;
    private final DreamFeaturesViewModel features;
    private final SimpleObjectProperty<@Nullable SampleGrid> maps = new SimpleObjectProperty<>();
    private final FittedGridView grid = new FittedGridView(maps);
    private final Label count = CardFactory.styled(new Label(), "caption", "figure");
    private final NumberField channel;

    DreamFeaturesPane(DreamViewModel model) {
        super(8);
        this.model = model;
        features = model.features();
        setId("dreamFeatures");
        getStyleClass().add("ganvas-card");
        channel = new NumberField(
                value -> NumberFormats.count(Math.round(value)), value -> model.chooseChannel((int) Math.round(value)));
        channel.setId("dreamChannel");
        channel.setPrefWidth(64);
        channel.setMinWidth(48);
        HelpTooltips.about(channel, "dream.channel");
        grid.view().setId("dreamMaps");
        HelpTooltips.about(grid.view(), "dream.maps");
        grid.setMinSize(60, 60);
        VBox.setVgrow(grid, Priority.ALWAYS);
        grid.view().addEventHandler(MouseEvent.MOUSE_CLICKED, this::choose);
        getChildren().addAll(choice(), about(), training(), layer(), tooSmall(), grid, channelRow());
        ViewBindings.listen(features.mapsProperty(), (property, old, now) -> arrange());
        ViewBindings.listen(model.settingsProperty(), (property, old, now) -> mark());
        ViewBindings.listen(features.featuresProperty(), (property, old, now) -> mark());
        grid.widthProperty().addListener((property, old, now) -> arrange());
        grid.heightProperty().addListener((property, old, now) -> arrange());
        arrange();
    }

    private VBox choice() {
        SegmentedButton choice = SegmentedButtons.of(
                "dreamFeature",
                Messages.text("dream.features.title"),
                List.of(FeatureChoice.values()),
                one -> Messages.text(one.key() + ".title"));
        SegmentedButtons.bind(
                choice,
                ViewBindings.map(model.settingsProperty(), settings -> settings.features()),
                model::chooseFeatures);
        choice.getButtons().forEach(button -> HelpTooltips.about(button, ((FeatureChoice) button.getUserData()).key()));
        choice.getButtons().forEach(button -> button.getStyleClass().add("small"));
        return new VBox(6, CardFactory.styled(new Label(Messages.text("dream.features.title")), "card-title"), choice);
    }

    private Label about() {
        Label about = CardFactory.caption("");
        about.setId("dreamAbout");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        about.textProperty().bind(features.aboutProperty());
        return about;
    }

    private Label tooSmall() {
        Label none = CardFactory.caption(Messages.text("dream.maps.none"));
        none.setWrapText(true);
        none.setMinHeight(USE_PREF_SIZE);
        ExploreButtons.showWhen(none, features.tooSmallProperty());
        return none;
    }

    /** Progress of the classifier, and what can be had meanwhile. */
    private VBox training() {
        ProgressBar bar = new ProgressBar();
        bar.setId("dreamTraining");
        bar.setAccessibleText(Messages.text("dream.progress"));
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(features.progressProperty());
        Button random = ExploreButtons.text(
                "dreamMeanwhile",
                Messages.text("dream.features.meanwhile"),
                () -> model.chooseFeatures(FeatureChoice.RANDOM));
        HelpTooltips.tip(random, Messages.text("dream.features.meanwhile.hint"));
        ExploreButtons.showWhen(random, model.awaitsClassifierProperty());
        VBox training = new VBox(6, CardFactory.caption(Messages.text("dream.progress")), bar, random);
        ExploreButtons.showWhen(training, features.trainingProperty());
        return training;
    }

    private HBox layer() {
        ComboBox<DreamFeatures.Layer> layers = DreamLayerNames.list(
                model,
                "dreamLayer",
                "dream.layer",
                model::chooseLayer,
                () -> model.settingsProperty().get().target().layer());
        HBox.setHgrow(layers, Priority.ALWAYS);
        HBox row = new HBox(8, named("dream.layer"), layers);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Label named(String key) {
        Label label = HelpTooltips.about(new Label(Messages.text(key + ".title")), key);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private HBox channelRow() {
        count.setMinWidth(0);
        HBox.setHgrow(count, Priority.ALWAYS);
        HBox row = new HBox(8, count, CardFactory.space(), named("dream.channel"), channel);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void choose(MouseEvent event) {
        int index = grid.view().imageAt(event.getX(), event.getY());
        if (index >= 0) {
            model.chooseChannel(index);
        }
    }

    /** Grid of the maps with about the proportions of the pane. */
    private void arrange() {
        List<PixelImage> images = features.mapsProperty().get();
        if (images.isEmpty()) {
            maps.set(null);
        } else {
            ImageShape shape = images.get(0).shape();
            double wide = Math.max(1, grid.getWidth()) / Math.max(1, grid.getHeight());
            int columns = columns(images.size(), Math.sqrt(images.size() * wide * shape.height() / shape.width()));
            int rows = (images.size() + columns - 1) / columns;
            float[] pixels = new float[rows * columns * shape.size()];
            Arrays.fill(pixels, -1);
            for (int i = 0; i < images.size(); i++) {
                System.arraycopy(images.get(i).pixels(), 0, pixels, i * shape.size(), shape.size());
            }
            maps.set(new SampleGrid(shape, rows, columns, pixels, new int[0], 0));
        }
        mark();
    }

    /** Number of columns near the wanted one, if possible one that leaves no cell empty. */
    private static int columns(int count, double wanted) {
        int usual = (int) Math.max(1, Math.min(count, Math.round(wanted)));
        for (int distance = 0; distance <= usual / 2; distance++) {
            if (count % (usual - distance) == 0) {
                return usual - distance;
            }
            if (usual + distance <= count && count % (usual + distance) == 0) {
                return usual + distance;
            }
        }
        return usual;
    }

    private void mark() {
        int chosen = model.settingsProperty().get().target().channel();
        channel.show(chosen);
        DreamFeatures now = features.featuresProperty().get();
        int channels = now == null
                ? 0
                : now.layers().stream()
                        .filter(layer -> layer.index()
                                == model.settingsProperty().get().target().layer())
                        .findFirst()
                        .map(DreamFeatures.Layer::channels)
                        .orElse(0);
        count.setText(channels == 0 ? "" : Messages.text("dream.maps.count", NumberFormats.count(channels)));
        // After the layout, which decides where the maps are.
        FxThread.later(() -> grid.view().markImage(chosen));
    }
}
