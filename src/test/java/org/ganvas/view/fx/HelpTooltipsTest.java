package org.ganvas.view.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import javafx.beans.property.SimpleStringProperty;
import javafx.event.Event;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.ganvas.viewmodel.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Tooltips installed at the first mouse-over. */
@ExtendWith(ApplicationExtension.class)
final class HelpTooltipsTest {

    private static final String KEY = "rate.generator";

    private Label node;

    @Start
    void makeTheNode(Stage stage) {
        node = new Label("η");
    }

    @Test
    void aLabelExplainsWhatTheControlItNamesDoes() {
        Slider slider = HelpTooltips.about(new Slider(), KEY);
        CardFactory.row(node, new Pane(slider));
        assertEquals(KEY, HelpTooltips.keyOf(node));
        Label own = HelpTooltips.about(new Label("β"), "rate.discriminator");
        CardFactory.row(own, slider);
        assertEquals("rate.discriminator", HelpTooltips.keyOf(own));
        CardFactory.row(new Label("plain"), new Slider());
    }

    @Test
    void aTooltipIsBuiltWhenItIsShown(FxRobot robot) {
        robot.interact(() -> {
            HelpTooltips.about(node, KEY, new SimpleStringProperty("1.5 s"));
            assertFalse(node.hasProperties()
                    && node.getProperties().values().stream().anyMatch(Tooltip.class::isInstance));
            assertEquals(Messages.text(KEY + ".title"), node.getAccessibleText());
            enter();
            Tooltip tooltip = tooltip();
            assertNull(tooltip.getGraphic());
            Event.fireEvent(tooltip, new WindowEvent(tooltip, WindowEvent.WINDOW_SHOWING));
            List<String> texts = ((Pane) tooltip.getGraphic())
                    .getChildren().stream()
                            .filter(Label.class::isInstance)
                            .map(label -> ((Label) label).getText())
                            .toList();
            assertTrue(texts.containsAll(List.of(Messages.text(KEY + ".title"), "1.5 s")), texts.toString());
            enter();
            assertSame(tooltip, tooltip());
        });
    }

    @Test
    void aChangedTooltipShowsTheLatestText(FxRobot robot) {
        robot.interact(() -> {
            HelpTooltips.tip(node, "one");
            HelpTooltips.tip(node, "two");
            enter();
            assertEquals("two", tooltip().getText());
            // Under the pointer too.
            HelpTooltips.tip(node, "three");
            assertEquals("three", tooltip().getText());
            assertEquals("three", node.getAccessibleText());
        });
    }

    private void enter() {
        PickResult where = new PickResult(node, 0, 0);
        node.fireEvent(new MouseEvent(
                MouseEvent.MOUSE_ENTERED,
                0,
                0,
                0,
                0,
                null,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                where));
    }

    private Tooltip tooltip() {
        return (Tooltip) Objects.requireNonNull(node.getProperties().values().stream()
                .filter(Tooltip.class::isInstance)
                .findFirst()
                .orElseThrow());
    }
}
