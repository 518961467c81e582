package org.ganvas.view.film;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.ganvas.viewmodel.WindowFixture;
import org.ganvas.viewmodel.WindowViewModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class KeyframeStripTest {

    private static final double MOST = 130;

    private StackPane root;

    @Start
    void open(Stage stage) {
        root = new StackPane();
        stage.setScene(new Scene(root, 600, 300));
        stage.show();
    }

    @Test
    void theHintMakesNoHighStripBeforeTheFirstLayout() {
        double height = CompletableFuture.supplyAsync(
                        () -> {
                            WindowViewModel window = WindowFixture.ready().window;
                            KeyframeStrip strip = new KeyframeStrip(
                                    window.film(), window.explore().imageFiles());
                            root.getChildren().setAll(strip);
                            root.applyCss();
                            return strip.prefHeight(-1);
                        },
                        Platform::runLater)
                .join();
        assertTrue(height > 0 && height <= MOST, "height " + height);
    }
}
