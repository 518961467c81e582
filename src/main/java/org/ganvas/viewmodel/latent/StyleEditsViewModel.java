package org.ganvas.viewmodel.latent;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ganvas.engine.spec.layer.StyleEdits;

/**
 * Edits of the current latent's style: the sliders of directions in w hold those of the chosen layers, all others are kept
 * beside them. Changed through {@link LatentSlidersViewModel} alone. FX thread.
 */
public final class StyleEditsViewModel {

    private final ReadOnlyIntegerWrapper layers = new ReadOnlyIntegerWrapper(0);
    private final ReadOnlyObjectWrapper<LayerRange> range = new ReadOnlyObjectWrapper<>(LayerRange.ALL);
    private final ReadOnlyObjectWrapper<StyleEdits> rest = new ReadOnlyObjectWrapper<>(StyleEdits.NONE);
    private StyleEdits home = StyleEdits.NONE;
    private List<LatentSlider> directions = List.of();

    StyleEditsViewModel() {}

    /** Begins anew for a generator of a number of layers that read a style. */
    void build(int styleLayers) {
        layers.set(styleLayers);
        directions = List.of();
        rest.set(StyleEdits.NONE);
        home = StyleEdits.NONE;
        if (styleLayers < LayerRange.MIN_LAYERS) {
            range.set(LayerRange.ALL);
        }
    }

    private Stream<LatentSlider> inStyles() {
        return directions.stream().filter(LatentSlider::inStyles);
    }

    /** A move along the direction of a slider, in the layers that sliders move. */
    public StyleEdits.Shift shift(LatentSlider slider, double amount) {
        int count = layers.get();
        return new StyleEdits.Shift(
                slider.vector(), range.get().from(count), range.get().to(count), amount);
    }

    /** All edits: those of the sliders and the others. */
    StyleEdits edits() {
        StyleEdits all = rest.get();
        for (LatentSlider slider : inStyles().toList()) {
            double amount = slider.valueProperty().get();
            all = amount == 0 ? all : all.shifted(shift(slider, amount));
        }
        return all;
    }

    /** Distributes edits over the sliders and what is beside them. */
    void show(StyleEdits all) {
        List<StyleEdits.Shift> others = new ArrayList<>(all.shifts());
        inStyles().forEach(slider -> slider.setValue(take(others, slider)));
        rest.set(all.withShifts(others));
    }

    private double take(List<StyleEdits.Shift> shifts, LatentSlider slider) {
        StyleEdits.Shift like = shift(slider, 0);
        for (StyleEdits.Shift each : shifts) {
            if (each.sameMove(like)) {
                shifts.remove(each);
                return each.amount();
            }
        }
        return 0;
    }

    /** Makes the edits those that reset restores. */
    void setHome(StyleEdits edits) {
        home = edits;
        List<StyleEdits.Shift> others = new ArrayList<>(edits.shifts());
        inStyles().forEach(slider -> slider.setHome(take(others, slider)));
    }

    StyleEdits home() {
        return home;
    }

    /** Takes other sliders of directions; the edits stay. */
    void setDirections(List<LatentSlider> sliders) {
        StyleEdits all = edits();
        directions = sliders;
        show(all);
        setHome(home);
    }

    /** Lets the sliders move other layers; the edits stay. */
    void setRange(LayerRange other) {
        StyleEdits all = edits();
        range.set(other);
        show(all);
        setHome(home);
    }

    /** Whether edits beside the sliders differ from those that reset restores. */
    boolean isMoved() {
        List<StyleEdits.Shift> others = new ArrayList<>(home.shifts());
        inStyles().forEach(slider -> take(others, slider));
        return !home.withShifts(others).isSameAs(rest.get());
    }

    // ---- Properties ----

    /** Number of layers that read a style; 0 for a generator without styles. */
    public ReadOnlyIntegerProperty layersProperty() {
        return layers.getReadOnlyProperty();
    }

    /** The layers that the sliders of directions in w move. */
    public ReadOnlyObjectProperty<LayerRange> rangeProperty() {
        return range.getReadOnlyProperty();
    }

    /** The edits that no slider holds: mixed styles, noise, truncated layers, moves of other layers. */
    public ReadOnlyObjectProperty<StyleEdits> restProperty() {
        return rest.getReadOnlyProperty();
    }
}
