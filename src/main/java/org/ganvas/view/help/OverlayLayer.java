package org.ganvas.view.help;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/** Layer over the window that closes on Escape or a click beside its card. FX thread. */
abstract class OverlayLayer extends StackPane {

    OverlayLayer(String id, Runnable close) {
        setId(id);
        getStyleClass().addAll("recovery-layer", "help-layer");
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close.run();
            }
        });
        setOnMouseClicked(event -> {
            if (event.getTarget() == this) {
                close.run();
            }
        });
    }
}
