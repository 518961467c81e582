package org.ganvas.view.fx;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons, coloured and sized by the style sheet. FX thread. */
public final class Icons {

    private Icons() {}

    /**
     * @param styles added to the icon, for example {@code muted}
     */
    public static FontIcon of(Feather icon, String... styles) {
        FontIcon node = new FontIcon(icon);
        node.getStyleClass().addAll(styles);
        return node;
    }
}
