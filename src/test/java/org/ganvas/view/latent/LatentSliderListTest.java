package org.ganvas.view.latent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.ganvas.viewmodel.WindowFixture;
import org.ganvas.viewmodel.latent.LatentViewModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class LatentSliderListTest {

    private StackPane root;

    @Start
    void open(Stage stage) {
        root = new StackPane();
        stage.setScene(new Scene(root, 600, 300));
        stage.show();
    }

    @Test
    void slidersHaveTheirTextInTheFirstLayout() {
        CompletableFuture.runAsync(
                        () -> {
                            LatentViewModel latent =
                                    WindowFixture.ready().window.train().latent();
                            LatentSliderList list = new LatentSliderList(
                                    latent.sliders().dimensionsProperty(),
                                    () -> LatentSliderCell.plain(latent.sliders()),
                                    new VirtualSliderList.Size("bar", 120, 2, 5),
                                    "latent.title");
                            root.getChildren().setAll(list);
                            root.applyCss();
                            root.layout();
                            List<String> shown = list.lookupAll(".label").stream()
                                    .map(LatentSliderListTest::shown)
                                    .toList();
                            assertTrue(shown.size() > 8, shown.toString());
                            assertEquals(
                                    List.of(),
                                    shown.stream().filter(String::isEmpty).toList());
                        },
                        Platform::runLater)
                .join();
    }

    private static String shown(Node label) {
        return ((Label) label)
                .getChildrenUnmodifiable().stream()
                        .filter(Text.class::isInstance)
                        .map(text -> ((Text) text).getText())
                        .findFirst()
                        .orElse("");
    }
}
