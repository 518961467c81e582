package org.ganvas.view.explore;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.paint.FittedGridView;
import org.ganvas.viewmodel.explore.ExploreViewModel;
import org.ganvas.viewmodel.explore.LatentSlotsViewModel;
import org.ganvas.viewmodel.text.Messages;

/** One well to drop a picture into. FX thread. */
final class SlotView extends StackPane {

    private static final double SIDE = 54;

    private final ExploreViewModel model;
    private final int well;

    SlotView(ExploreViewModel model, int well) {
        this.model = model;
        this.well = well;
        String letter = LatentSlotsViewModel.letter(well);
        setId("well" + letter);
        getStyleClass().add("well");
        setMinSize(SIDE, SIDE);
        setPrefSize(SIDE, SIDE);
        setMaxSize(SIDE, SIDE);
        setFocusTraversable(true);
        FittedGridView picture = new FittedGridView(model.parts().wells().pictureProperty(well));
        picture.view().setId("wellPicture" + letter);
        picture.setMouseTransparent(true);
        Label name = CardFactory.styled(new Label(letter), "well-letter");
        StackPane.setAlignment(name, Pos.TOP_LEFT);
        name.setMouseTransparent(true);
        getChildren().addAll(picture, name);
        HelpTooltips.about(this, "explore.slot");
        setAccessibleText(Messages.text("explore.slot.name", letter));
        setOnMouseClicked(this::clicked);
        setOnDragOver(this::over);
        setOnDragExited(event -> pseudoClassStateChanged(StyleStates.OVER, false));
        setOnDragDropped(this::dropped);
        setOnKeyPressed(this::pressed);
    }

    private LatentPoint inHand() {
        return model.parts().sliders().point();
    }

    /** Empty, it takes what is in the hand; full, it gives back what it holds. */
    private void use() {
        LatentPoint held = model.parts().wells().pointsProperty().get().get(well);
        if (held == null) {
            model.traffic().send(inHand(), well);
        } else {
            model.traffic().open(held);
        }
    }

    private void clicked(MouseEvent event) {
        requestFocus();
        switch (event.getButton()) {
            case PRIMARY -> use();
            case SECONDARY -> model.parts().wells().put(well, null);
            default -> {}
        }
        event.consume();
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasString()) {
            event.acceptTransferModes(TransferMode.COPY);
            pseudoClassStateChanged(StyleStates.OVER, true);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        LatentPoint point = model.traffic().read(event.getDragboard().getString());
        if (point != null) {
            model.traffic().send(point, well);
        }
        event.setDropCompleted(point != null);
        event.consume();
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> use();
            case INSERT -> model.traffic().send(inHand(), well);
            case DELETE, BACK_SPACE -> model.parts().wells().put(well, null);
            default -> {
                return;
            }
        }
        event.consume();
    }
}
