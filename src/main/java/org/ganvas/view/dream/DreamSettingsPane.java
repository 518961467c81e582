package org.ganvas.view.dream;

import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.ToDoubleFunction;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.ganvas.session.dream.DreamFeatures;
import org.ganvas.view.control.ComboBoxes;
import org.ganvas.view.control.SeedField;
import org.ganvas.view.explore.ExploreButtons;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.DisabledReasons;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.SegmentedButtons;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.dream.DreamGoal;
import org.ganvas.viewmodel.dream.DreamSettings;
import org.ganvas.viewmodel.dream.DreamViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.kordamp.ikonli.feather.Feather;

/** The goal, its layers or class, and the course of the work. FX thread. */
final class DreamSettingsPane extends VBox {

    private final DreamViewModel model;

    DreamSettingsPane(DreamViewModel model) {
        super(10);
        this.model = model;
        setId("dreamSettings");
        getStyleClass().add("ganvas-card");
        getChildren()
                .addAll(
                        CardFactory.styled(new Label(Messages.text("dream.goal")), "card-title"),
                        goals(),
                        about(),
                        only(DreamGoal.CLASS, classes()),
                        only(DreamGoal.STYLE, contentLayer()),
                        only(DreamGoal.STYLE, styleLayers()),
                        only(
                                DreamGoal.STYLE,
                                weight(
                                        "dreamContentWeight",
                                        "dream.contentWeight",
                                        10,
                                        1,
                                        settings -> settings.weights().content(),
                                        model::setContentWeight)),
                        only(
                                DreamGoal.STYLE,
                                weight(
                                        "dreamStyleWeight",
                                        "dream.styleWeight",
                                        10,
                                        1,
                                        settings -> settings.weights().style(),
                                        model::setStyleWeight)),
                        weight(
                                "dreamSmoothness",
                                "dream.smoothness",
                                10,
                                0.5,
                                settings -> settings.weights().smoothness(),
                                model::setSmoothness));
        getChildren().addAll(course());
        getChildren().addAll(noise(), seed());
    }

    private SegmentedButton goals() {
        SegmentedButton goals = SegmentedButtons.of(
                "dreamGoal",
                Messages.text("dream.goal"),
                List.of(DreamGoal.values()),
                goal -> Messages.text(goal.key() + ".title"));
        SegmentedButtons.bind(
                goals, ViewBindings.map(model.settingsProperty(), settings -> settings.goal()), model::chooseGoal);
        goals.getButtons().forEach(button -> HelpTooltips.about(button, ((DreamGoal) button.getUserData()).key()));
        goals.getButtons().forEach(button -> button.getStyleClass().add("small"));
        return goals;
    }

    private Label about() {
        Label about = CardFactory.caption("");
        about.setId("dreamGoalAbout");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        about.textProperty()
                .bind(ViewBindings.map(
                        model.settingsProperty(),
                        settings -> Messages.text(settings.goal().key() + ".text")));
        return about;
    }

    private <N extends Node> N only(DreamGoal goal, N node) {
        ExploreButtons.showWhen(node, ViewBindings.map(model.settingsProperty(), settings -> settings.goal() == goal));
        return node;
    }

    private VBox classes() {
        ObservableList<String> names = FXCollections.observableArrayList();
        ComboBox<String> box =
                ComboBoxes.of(names, name -> name, name -> model.chooseLabel(names.indexOf(name)), () -> shown(names));
        box.setId("dreamClass");
        DisabledReasons.set(HelpTooltips.about(box, "dream.class"), "dream.class");
        Label none = CardFactory.caption(Messages.text("dream.class.none"));
        none.setWrapText(true);
        none.setMinHeight(USE_PREF_SIZE);
        Runnable show = () -> {
            DreamFeatures features = model.features().featuresProperty().get();
            List<String> outputs = features == null ? List.of() : features.outputs();
            if (!names.equals(outputs)) {
                names.setAll(outputs);
            }
            box.setValue(shown(names));
            box.setDisable(names.isEmpty());
            CardFactory.text(none, features != null && names.isEmpty() ? Messages.text("dream.class.none") : "");
        };
        ViewBindings.listen(model.features().featuresProperty(), (property, old, now) -> show.run());
        ViewBindings.listen(model.settingsProperty(), (property, old, now) -> show.run());
        show.run();
        return new VBox(6, labelled("dream.class", box), none);
    }

    private String shown(List<String> names) {
        int label = model.settingsProperty().get().target().label();
        return label < names.size() ? names.get(label) : "";
    }

    private static HBox labelled(String key, Node control) {
        Label name = HelpTooltips.about(new Label(Messages.text(key + ".title")), key);
        name.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(control, Priority.ALWAYS);
        HBox row = new HBox(8, name, control);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private HBox contentLayer() {
        return labelled(
                "dream.contentLayer",
                DreamLayerNames.list(
                        model,
                        "dreamContentLayer",
                        "dream.contentLayer",
                        model::chooseContentLayer,
                        () -> model.settingsProperty().get().target().content()));
    }

    /** A box to tick for each layer that takes any size. */
    private VBox styleLayers() {
        FlowPane boxes = new FlowPane(10, 6);
        boxes.setId("dreamStyleLayers");
        Runnable show = () -> {
            DreamFeatures features = model.features().featuresProperty().get();
            List<Integer> chosen = model.settingsProperty().get().target().style();
            boxes.getChildren().clear();
            if (features != null) {
                features.layers().stream()
                        .filter(layer -> layer.anySize() || chosen.contains(layer.index()))
                        .forEach(layer -> boxes.getChildren().add(styleLayer(features, layer, chosen)));
            }
        };
        ViewBindings.listen(model.features().featuresProperty(), (property, old, now) -> show.run());
        ViewBindings.listen(
                ViewBindings.map(
                        model.settingsProperty(), settings -> settings.target().style()),
                (property, old, now) -> show.run());
        show.run();
        Label name = new Label(Messages.text("dream.styleLayers.title"));
        HelpTooltips.about(name, "dream.styleLayers");
        return new VBox(6, name, boxes);
    }

    private CheckBox styleLayer(DreamFeatures features, DreamFeatures.Layer layer, List<Integer> chosen) {
        CheckBox box = new CheckBox(Integer.toString(layer.index() + 1));
        box.setId("dreamStyleLayer" + layer.index());
        box.setSelected(chosen.contains(layer.index()));
        HelpTooltips.tip(box, DreamLayerNames.of(features, layer));
        box.setOnAction(event -> {
            model.toggleStyleLayer(layer.index());
            box.setSelected(model.settingsProperty().get().target().style().contains(layer.index()));
        });
        return box;
    }

    private DreamNumberRow weight(
            String id,
            String key,
            double high,
            double usual,
            ToDoubleFunction<DreamSettings> read,
            DoubleConsumer take) {
        return new DreamNumberRow(
                model, id, key, new DreamNumberRow.Range(0, high, usual), NumberFormats::setting, read, take);
    }

    private List<Node> course() {
        return List.of(
                whole("dreamSize", "dream.size", new DreamNumberRow.Range(16, 512, 192), s -> s.size(), model::setSize)
                        .ofAnySize(model),
                whole(
                        "dreamSteps",
                        "dream.steps",
                        new DreamNumberRow.Range(1, 300, 20),
                        s -> s.course().steps(),
                        model::setSteps),
                whole(
                                "dreamOctaves",
                                "dream.octaves",
                                new DreamNumberRow.Range(1, 8, 3),
                                s -> s.course().octaves(),
                                model::setOctaves)
                        .ofAnySize(model),
                new DreamNumberRow(
                        model,
                        "dreamStrength",
                        "dream.strength",
                        new DreamNumberRow.Range(0.001, 0.1, 0.01),
                        NumberFormats::setting,
                        s -> s.course().strength(),
                        model::setStrength),
                whole(
                        "dreamJitter",
                        "dream.jitter",
                        new DreamNumberRow.Range(0, 32, 4),
                        s -> s.course().jitter(),
                        model::setJitter));
    }

    private DreamNumberRow whole(
            String id,
            String key,
            DreamNumberRow.Range range,
            ToDoubleFunction<DreamSettings> read,
            DoubleConsumer take) {
        return new DreamNumberRow(model, id, key, range, value -> Long.toString(Math.round(value)), read, take);
    }

    private CheckBox noise() {
        CheckBox noise = new CheckBox(Messages.text("dream.noise.title"));
        noise.setId("dreamNoise");
        HelpTooltips.about(noise, "dream.noise");
        noise.setOnAction(event -> model.setNoise(noise.isSelected()));
        Runnable show =
                () -> noise.setSelected(model.settingsProperty().get().course().noise());
        ViewBindings.listen(model.settingsProperty(), (property, old, now) -> show.run());
        show.run();
        return noise;
    }

    private HBox seed() {
        SeedField field = new SeedField(model.settingsProperty().get().course().seed(), model::setSeed);
        field.setId("dreamSeed");
        field.setPrefWidth(96);
        HelpTooltips.about(field, "dream.seed");
        ViewBindings.listen(
                model.settingsProperty(),
                (property, old, now) -> field.show(now.course().seed()));
        Label name = new Label(Messages.text("dream.seed.title"));
        HelpTooltips.share(name, field);
        HBox row = CardFactory.row(
                name,
                new HBox(
                        4,
                        ExploreButtons.icon(
                                "dreamNextSeed",
                                Feather.SHUFFLE,
                                "dream.seed",
                                () -> model.setSeed(
                                        model.settingsProperty().get().course().seed() + 1)),
                        field));
        return row;
    }
}
