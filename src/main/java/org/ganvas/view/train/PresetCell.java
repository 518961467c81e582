package org.ganvas.view.train;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.viewmodel.text.DisplayNames;
import org.ganvas.viewmodel.text.Messages;
import org.jspecify.annotations.Nullable;

/** List cell of a preset, with the name of its group above the first of each group. FX thread. */
final class PresetCell extends ListCell<Preset> {

    private final Label group = CardFactory.styled(new Label(), "group");
    private final Label name = new Label();
    private final VBox box = new VBox(2, group, name);

    @Override
    protected void updateItem(@Nullable Preset preset, boolean empty) {
        super.updateItem(preset, empty);
        if (preset == null || empty) {
            setGraphic(null);
            return;
        }
        String heading = PresetRegistry.groups().stream()
                .filter(one -> one.presets().get(0).id().equals(preset.id()))
                .map(one -> Messages.text("preset.group." + one.id()))
                .findFirst()
                .orElse("");
        group.setText(heading);
        group.setVisible(!heading.isEmpty());
        group.setManaged(!heading.isEmpty());
        name.setText(DisplayNames.of(preset));
        setGraphic(box);
    }
}
