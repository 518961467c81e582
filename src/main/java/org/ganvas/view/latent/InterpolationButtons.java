package org.ganvas.view.latent;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import org.controlsfx.control.SegmentedButton;
import org.ganvas.session.run.LatentInterpolation;
import org.ganvas.view.fx.DisabledReasons;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.SegmentedButtons;
import org.ganvas.viewmodel.text.Messages;

/** Choice of an interpolation. FX thread. */
public final class InterpolationButtons {

    private InterpolationButtons() {}

    /** Choice between lerp and slerp. */
    public static SegmentedButton of(
            String id, ObservableValue<LatentInterpolation> path, Consumer<LatentInterpolation> choose) {
        return of(id, List.of(LatentInterpolation.LERP, LatentInterpolation.SLERP), path, choose);
    }

    /**
     * Choice between lerp and slerp, and linear interpolation in w.
     *
     * @param styles whether the generator has styles, which the last choice needs
     */
    public static SegmentedButton withStyles(
            String id,
            ObservableValue<LatentInterpolation> path,
            Consumer<LatentInterpolation> choose,
            ObservableBooleanValue styles) {
        SegmentedButton buttons = of(id, List.of(LatentInterpolation.values()), path, choose);
        ToggleButton last = buttons.getButtons().get(LatentInterpolation.STYLE.ordinal());
        last.disableProperty().bind(Bindings.not(styles));
        DisabledReasons.set(last, "walk.style");
        return buttons;
    }

    private static SegmentedButton of(
            String id,
            List<LatentInterpolation> paths,
            ObservableValue<LatentInterpolation> path,
            Consumer<LatentInterpolation> choose) {
        SegmentedButton buttons =
                SegmentedButtons.of(id, Messages.text("walk.path.title"), paths, InterpolationButtons::name);
        SegmentedButtons.bind(buttons, path, choose);
        buttons.getButtons()
                .forEach(button -> HelpTooltips.about(button, key((LatentInterpolation) button.getUserData())));
        return buttons;
    }

    /** Short name of an interpolation. */
    public static String name(LatentInterpolation path) {
        return path == LatentInterpolation.STYLE ? "w" : path.name().toLowerCase(Locale.ROOT);
    }

    /** Key of an interpolation's texts. */
    public static String key(LatentInterpolation path) {
        return "walk." + path.name().toLowerCase(Locale.ROOT);
    }
}
