package org.ganvas.viewmodel.explore;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.ganvas.viewmodel.latent.LatentSlider;
import org.ganvas.viewmodel.latent.LatentSlidersViewModel;

/** The sliders that are listed, and their order. FX thread. */
public final class SliderListViewModel {

    private final LatentSlidersViewModel sliders;
    private final ReadOnlyObjectProperty<double[]> effects;
    private final ObjectProperty<Group> group = new SimpleObjectProperty<>(Group.DIMENSIONS);
    private final StringProperty filter = new SimpleStringProperty("");
    private final BooleanProperty byEffect = new SimpleBooleanProperty(false);
    private final ReadOnlyObjectWrapper<List<LatentSlider>> shown = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Group>> groups = new ReadOnlyObjectWrapper<>(List.of(Group.DIMENSIONS));

    /** Sliders that are listed together. */
    public enum Group {
        DIMENSIONS,
        DIRECTIONS,
        CLASSES,
        CODES
    }

    /**
     * @param effects change of the image by each dimension; empty while unknown
     */
    SliderListViewModel(LatentSlidersViewModel sliders, ReadOnlyObjectProperty<double[]> effects) {
        this.sliders = sliders;
        this.effects = effects;
        Stream.of(
                        sliders.dimensionsProperty(),
                        sliders.directionsProperty(),
                        sliders.classesProperty(),
                        effects,
                        group,
                        filter,
                        byEffect)
                .forEach(property -> property.addListener((which, old, now) -> update()));
        update();
    }

    private void update() {
        groups.set(Stream.of(Group.values())
                .filter(each -> each == Group.DIMENSIONS || each == Group.DIRECTIONS || !of(each).isEmpty())
                .toList());
        if (!groups.get().contains(group.get())) {
            group.set(Group.DIMENSIONS);
        }
        String text = filter.get().strip().toLowerCase(Locale.ROOT);
        Stream<LatentSlider> listed = of(group.get()).stream()
                .filter(slider -> slider.name().toLowerCase(Locale.ROOT).contains(text));
        double[] known = effects.get();
        boolean sort = byEffect.get()
                && group.get() == Group.DIMENSIONS
                && known.length == sliders.dimensionsProperty().get().size();
        shown.set(
                (sort ? listed.sorted(Comparator.comparingDouble(slider -> -known[slider.index()])) : listed).toList());
    }

    private List<LatentSlider> of(Group text) {
        return switch (text) {
            case DIRECTIONS -> sliders.directionsProperty().get();
            case CLASSES -> sliders.classesProperty().get();
            case DIMENSIONS -> sliders.dimensionsProperty().get();
            case CODES ->
                sliders.dimensionsProperty().get().stream()
                        .filter(slider -> slider.kind() == LatentSlider.Kind.CODE)
                        .toList();
        };
    }

    // ---- Properties ----

    public ObjectProperty<Group> groupProperty() {
        return group;
    }

    /** The groups of this generator. */
    public ReadOnlyObjectProperty<List<Group>> groupsProperty() {
        return groups.getReadOnlyProperty();
    }

    /** The text that the names of listed sliders contain. */
    public StringProperty filterProperty() {
        return filter;
    }

    /** Whether dimensions of the greatest effect come first, as soon as the effects are known. */
    public BooleanProperty byEffectProperty() {
        return byEffect;
    }

    public ReadOnlyObjectProperty<List<LatentSlider>> shownProperty() {
        return shown.getReadOnlyProperty();
    }
}
