package org.ganvas.view.dream;

import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import org.ganvas.session.dream.DreamFeatures;
import org.ganvas.view.control.ComboBoxes;
import org.ganvas.view.fx.DisabledReasons;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.dream.DreamViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.jspecify.annotations.Nullable;

/** Names of layers, and lists to choose one from. FX thread. */
final class DreamLayerNames {

    private DreamLayerNames() {}

    /** Name of a layer; with its size where it takes no other. */
    static String of(DreamFeatures features, DreamFeatures.Layer layer) {
        String name = layer.index() + 1 + " " + Messages.text(layer.name());
        return layer.anySize()
                ? name
                : Messages.text(
                        "dream.layer.fixed",
                        name,
                        Integer.toString(features.weights().image().width()),
                        Integer.toString(features.weights().image().height()));
    }

    /**
     * List of the layers.
     *
     * @param key of its texts
     * @param chosen index of the model's layer
     */
    static ComboBox<DreamFeatures.Layer> list(
            DreamViewModel model, String id, String key, IntConsumer choose, IntSupplier chosen) {
        ObservableList<DreamFeatures.Layer> layers = FXCollections.observableArrayList();
        ComboBox<DreamFeatures.Layer> box = ComboBoxes.of(
                layers,
                layer -> {
                    DreamFeatures features = model.features().featuresProperty().get();
                    return features == null ? "" : of(features, layer);
                },
                layer -> choose.accept(layer.index()),
                () -> find(layers, chosen.getAsInt()));
        box.setId(id);
        box.setMinWidth(80);
        DisabledReasons.set(HelpTooltips.about(box, key), "dream.layer");
        Runnable show = () -> {
            DreamFeatures features = model.features().featuresProperty().get();
            if (features == null) {
                layers.clear();
            } else if (!layers.equals(features.layers())) {
                layers.setAll(features.layers());
            }
            box.setValue(find(layers, chosen.getAsInt()));
        };
        ViewBindings.listen(model.features().featuresProperty(), (property, old, now) -> show.run());
        ViewBindings.listen(model.settingsProperty(), (property, old, now) -> show.run());
        box.disableProperty().bind(model.features().featuresProperty().isNull());
        show.run();
        return box;
    }

    private static DreamFeatures.@Nullable Layer find(ObservableList<DreamFeatures.Layer> layers, int index) {
        return layers.stream()
                .filter(layer -> layer.index() == index)
                .findFirst()
                .orElse(null);
    }
}
