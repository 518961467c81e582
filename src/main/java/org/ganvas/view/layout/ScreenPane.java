package org.ganvas.view.layout;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/**
 * One pane of a screen. FX thread.
 *
 * @param key names the pane in stored sizes, and its tab
 * @param title of its tab
 * @param icon of its tab
 * @param node content
 * @param place column of the pane where there is room for all columns; panes of one place are stacked in their order
 * @param width extent of its column
 * @param height extent in its stack
 * @param shown whether it is shown at all
 */
public record ScreenPane(
        String key,
        String title,
        Feather icon,
        Region node,
        Place place,
        PaneExtent width,
        PaneExtent height,
        ObservableBooleanValue shown) {

    /** Columns of a screen. */
    public enum Place {
        START,
        CENTRE,
        END
    }
}
