package org.ganvas.view.explore;

import java.util.Map;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.ganvas.view.drop.DropTarget;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.keys.ExploreKeys;
import org.ganvas.view.paint.FittedGridView;
import org.ganvas.view.paint.ImageMenu;
import org.ganvas.viewmodel.explore.LatentActions;
import org.ganvas.viewmodel.explore.LatentSlotsViewModel;
import org.ganvas.viewmodel.explore.SampleImageFiles;
import org.ganvas.viewmodel.text.Messages;

/** One slot to drop an image into. FX thread. */
final class SlotView extends StackPane {

    private static final double SIDE = 54;

    private final LatentSlotsViewModel slots;
    private final LatentActions actions;
    private final int slot;

    SlotView(LatentSlotsViewModel slots, LatentActions actions, SampleImageFiles files, int slot) {
        this.slots = slots;
        this.actions = actions;
        this.slot = slot;
        String letter = LatentSlotsViewModel.letter(slot);
        setId("slot" + letter);
        getStyleClass().add("latent-slot");
        setMinSize(SIDE, SIDE);
        setPrefSize(SIDE, SIDE);
        setMaxSize(SIDE, SIDE);
        setFocusTraversable(true);
        FittedGridView image = new FittedGridView(slots.imageProperty(slot));
        image.view().setId("slotImage" + letter);
        image.setMouseTransparent(true);
        Label name = CardFactory.styled(new Label(letter), "slot-letter");
        StackPane.setAlignment(name, Pos.TOP_LEFT);
        name.setMouseTransparent(true);
        getChildren().addAll(image, name);
        HelpTooltips.about(this, "explore.slot");
        setAccessibleText(Messages.text("explore.slot.name", letter));
        MenuItem clear = new MenuItem(Messages.text("explore.slot.clear"));
        clear.setId("slotClear");
        clear.setOnAction(event -> slots.put(slot, null));
        ImageMenu.install(this, slots.imageProperty(slot)::getValue, files, clear);
        setOnMouseClicked(this::clicked);
        DropTarget.ofText(
                this,
                text -> LatentDrop.offer(
                        actions, text, Messages.text("drop.slot", letter), point -> actions.putIntoSlot(point, slot)));
        setOnKeyPressed(keys());
    }

    private void clicked(MouseEvent event) {
        requestFocus();
        if (event.getButton() == MouseButton.PRIMARY) {
            actions.useSlot(slot);
        }
        event.consume();
    }

    private EventHandler<KeyEvent> keys() {
        return ExploreKeys.SLOT.handler(Map.of(
                ExploreKeys.USE_SLOT, event -> actions.useSlot(slot),
                ExploreKeys.FILL_SLOT, event -> actions.putCurrentIntoSlot(slot),
                ExploreKeys.CLEAR_SLOT, event -> slots.put(slot, null)));
    }
}
