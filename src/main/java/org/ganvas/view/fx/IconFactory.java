package org.ganvas.view.fx;

import javafx.beans.value.ObservableValue;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Factory of icons, coloured and sized by the style sheet. FX thread. */
public final class IconFactory {

    private IconFactory() {}

    /**
     * @param styles style classes added to the icon, for example {@code muted}
     */
    public static FontIcon of(Feather icon, String... styles) {
        FontIcon node = new FontIcon(icon);
        node.getStyleClass().addAll(styles);
        return node;
    }

    /** Icon of a play/pause button. */
    public static ObservableValue<FontIcon> playing(ObservableValue<Boolean> on) {
        return ViewBindings.map(on, playing -> of(Boolean.TRUE.equals(playing) ? Feather.PAUSE : Feather.PLAY));
    }
}
