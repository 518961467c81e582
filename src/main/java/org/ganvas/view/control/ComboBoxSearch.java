package org.ganvas.view.control;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * Finding an item of an open list by typing: letters typed within a second move the list to the first item that begins with
 * them, else to the first that has them; Enter chooses it. FX thread.
 */
final class ComboBoxSearch {

    private static final long PAUSE_NANOS = 1_000_000_000;

    private final StringBuilder typed = new StringBuilder();
    private @Nullable ComboBox<?> searched;
    private int found = -1;
    private long lastKey;

    /** Whether the key belongs to the open list. */
    boolean handle(ComboBox<?> box, KeyEvent event) {
        if (!box.isShowing()) {
            searched = null;
            return false;
        }
        boolean known = box == searched && found >= 0;
        if (event.getCode() == KeyCode.ENTER && known) {
            choose(box);
            return true;
        }
        if (!isText(event.getText())) {
            found = -1;
            return false;
        }
        long now = System.nanoTime();
        if (box != searched || now - lastKey > PAUSE_NANOS) {
            typed.setLength(0);
        }
        searched = box;
        lastKey = now;
        typed.append(event.getText());
        found = find(box);
        if (found >= 0) {
            moveTo(box, found);
        }
        return true;
    }

    private void choose(ComboBox<?> box) {
        int chosen = found;
        searched = null;
        found = -1;
        box.hide();
        box.getSelectionModel().select(chosen);
    }

    private boolean isText(String text) {
        return !text.isEmpty() && (Character.isLetterOrDigit(text.charAt(0)) || typed.length() > 0 && text.equals("-"));
    }

    private <T> int find(ComboBox<T> box) {
        StringConverter<T> converter = box.getConverter();
        List<String> names = box.getItems().stream()
                .map(converter::toString)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        String wanted = typed.toString().toLowerCase(Locale.ROOT);
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).startsWith(wanted)) {
                return i;
            }
        }
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).contains(wanted)) {
                return i;
            }
        }
        return -1;
    }

    private static void moveTo(ComboBox<?> box, int index) {
        if (box.getSkin() instanceof ComboBoxListViewSkin<?> skin
                && skin.getPopupContent() instanceof ListView<?> list) {
            list.getFocusModel().focus(index);
            list.scrollTo(index);
        }
    }
}
