package org.ganvas.view.help;

import javafx.scene.control.ListCell;
import org.ganvas.viewmodel.text.Glossary;
import org.jspecify.annotations.Nullable;

/** List cell of a glossary entry; terms of the field differ from controls by their font weight. FX thread. */
final class GlossaryCell extends ListCell<Glossary.Entry> {

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
