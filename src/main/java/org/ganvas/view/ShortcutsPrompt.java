package org.ganvas.view;

import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.keys.KeyNames;
import org.ganvas.view.prompt.PromptCard;
import org.ganvas.view.prompt.PromptLayer;
import org.ganvas.viewmodel.text.Messages;
import org.kordamp.ikonli.feather.Feather;

/** List of all keyboard shortcuts, by screen. FX thread. */
final class ShortcutsPrompt {

    private static final double WIDTH = 620;
    private static final double KEYS_WIDTH = 190;

    private final GridPane rows = new GridPane();

    private ShortcutsPrompt() {
        rows.setId("shortcutRows");
        rows.setHgap(16);
        rows.setVgap(6);
        ColumnConstraints keys = new ColumnConstraints();
        keys.setMinWidth(TextScaling.of(KEYS_WIDTH));
        keys.setPrefWidth(TextScaling.of(KEYS_WIDTH));
        ColumnConstraints words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        words.setMinWidth(0);
        rows.getColumnConstraints().addAll(keys, words);
    }

    /**
     * Shows the list over the window's content.
     *
     * @param menu items of the main menu
     */
    static void show(List<MenuItem> menu, PromptLayer layer) {
        ShortcutsPrompt prompt = new ShortcutsPrompt();
        ShortcutSections.of(menu).forEach(prompt::add);
        PromptCard card = new PromptCard("shortcuts", Messages.text("keys.title"), WIDTH).icon(Feather.COMMAND);
        card.text(Messages.text("keys.text")).add(prompt.rows);
        Runnable close = () -> layer.close(card);
        card.enter(card.button("shortcutsClose", Messages.text("prefs.close"), close));
        card.escape(close);
        card.scrollByKeys();
        layer.show(card);
    }

    private void add(String screen, List<ShortcutSections.Group> groups) {
        addWide(screen, "card-title");
        for (ShortcutSections.Group group : groups) {
            if (!group.title().equals(screen)) {
                addWide(group.title(), "caption");
            }
            group.rows().forEach(this::add);
        }
    }

    private void addWide(String text, String style) {
        Label label = CardFactory.styled(new Label(text), style, "shortcut-head");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        rows.add(label, 0, rows.getRowCount(), 2, 1);
    }

    private void add(ShortcutSections.Row row) {
        FlowPane caps = new FlowPane(4, 4);
        row.keys().forEach(keys -> caps.getChildren().add(cap(KeyNames.of(keys))));
        caps.setAlignment(Pos.TOP_LEFT);
        caps.setPrefWrapLength(TextScaling.of(KEYS_WIDTH));
        Label words = new Label(row.text());
        words.setMnemonicParsing(false);
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        GridPane.setValignment(caps, VPos.TOP);
        rows.addRow(rows.getRowCount(), caps, words);
    }

    private static Label cap(String key) {
        Label cap = CardFactory.styled(new Label(key), "key-cap");
        cap.setMinWidth(Region.USE_PREF_SIZE);
        return cap;
    }
}
