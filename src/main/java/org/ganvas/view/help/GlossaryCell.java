package org.ganvas.view.help;

import javafx.scene.control.ListCell;
import org.ganvas.viewmodel.text.Glossary;
import org.jspecify.annotations.Nullable;

/** List cell of a glossary entry; terms of the field differ from controls by their font weight. FX thread. */
final class GlossaryCell extends ListCell<Glossary.Entry> {

    GlossaryCell() {
        // As wide as the list, whose scroll bar takes room of its own: long titles break.
        setPrefWidth(0);
        setWrapText(true);
    }

    @Override
    protected void updateItem(Glossary.@Nullable Entry entry, boolean empty) {
        super.updateItem(entry, empty);
        getStyleClass().remove("help-term");
        setText(entry == null || empty ? null : entry.title());
        if (entry != null && !empty && entry.term()) {
            getStyleClass().add("help-term");
        }
    }
}
