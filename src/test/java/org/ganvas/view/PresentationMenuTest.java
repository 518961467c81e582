package org.ganvas.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.ganvas.view.control.KeyFilters;
import org.ganvas.viewmodel.WindowFixture;
import org.ganvas.viewmodel.window.PresentationViewModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The menu of hidden panes while it is open, and the key that a closed menu must not keep. */
@ExtendWith(ApplicationExtension.class)
final class PresentationMenuTest {

    private final StackPane root = new StackPane();
    private Scene scene;

    @Start
    void open(Stage stage) {
        scene = new Scene(root, 300, 200);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void anItemOfTheOpenMenuTogglesItsPaneOnce(FxRobot robot) {
        PresentationViewModel model = WindowFixture.ready().window.presentation();
        ContextMenu menu = new ContextMenu();
        robot.interact(() -> {
            menu.getItems().setAll(PresentationMode.menu(model).getItems());
            menu.show(root, 10, 10);
        });
        boolean before = model.hiddenProperty(PresentationViewModel.Pane.CHARTS).get();
        robot.interact(() -> item(menu, "menuHidecharts").fire());
        assertEquals(
                !before, model.hiddenProperty(PresentationViewModel.Pane.CHARTS).get());
        assertTrue(menu.isShowing(), "several panes are ticked in one go");
        robot.interact(menu::hide);
    }

    private static MenuItem item(ContextMenu menu, String id) {
        return menu.getItems().stream()
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void escapeIsNotSwallowedByAClosedMenuWithTheFocus(FxRobot robot) {
        List<KeyCode> seen = new ArrayList<>();
        MenuButton menu = new MenuButton("Menu");
        menu.getItems().add(new MenuItem("Item"));
        robot.interact(() -> {
            root.getChildren().setAll(menu);
            scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> seen.add(event.getCode()));
            KeyFilters.install(scene, () -> {}, () -> false);
            menu.requestFocus();
            press(menu);
        });
        assertEquals(List.of(KeyCode.ESCAPE), seen);
        robot.interact(() -> {
            menu.show();
            press(menu);
        });
        assertFalse(menu.isShowing(), "an open menu takes the key");
        assertEquals(1, seen.size());
    }

    private static void press(MenuButton menu) {
        Event.fireEvent(menu, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
    }
}
