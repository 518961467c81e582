package org.ganvas.view.latent;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import org.controlsfx.control.SegmentedButton;
import org.ganvas.session.run.LatentInterpolation;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.SegmentedButtons;
import org.ganvas.viewmodel.text.Messages;

/** Choice between lerp and slerp. FX thread. */
public final class InterpolationButtons {

    private InterpolationButtons() {}

    public static SegmentedButton of(String id, ObjectProperty<LatentInterpolation> path) {
        SegmentedButton buttons = SegmentedButtons.of(
                id,
                Messages.text("walk.path.title"),
                List.of(LatentInterpolation.values()),
                each -> each.name().toLowerCase(Locale.ROOT));
        SegmentedButtons.bind(buttons, path, path::set);
        buttons.getButtons().forEach(button -> HelpTooltips.about(button, "walk." + button.getText()));
        return buttons;
    }
}
