package org.ganvas.view.explore;

import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.ganvas.engine.spec.layer.StyleEdits;
import org.ganvas.view.control.ComboBoxes;
import org.ganvas.view.control.SeedField;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.DisabledReasons;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.SegmentedButtons;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.paint.FittedGridView;
import org.ganvas.viewmodel.explore.ExploreViewModel;
import org.ganvas.viewmodel.explore.StyleMixingViewModel;
import org.ganvas.viewmodel.explore.StyleMixingViewModel.Source;
import org.ganvas.viewmodel.latent.LatentSlidersViewModel;
import org.ganvas.viewmodel.latent.LayerRange;
import org.ganvas.viewmodel.text.Messages;
import org.kordamp.ikonli.feather.Feather;

/** The grid of mixed styles, and what its rows and columns are. FX thread. */
final class StyleMixingTool extends VBox {

    private static final double GRID = 120;
    private static final int SEED_WIDTH = 60;

    private final StyleMixingViewModel mixing;
    private final LatentSlidersViewModel sliders;
    private final ExploreViewModel model;

    // Bindings in fields, because nothing else holds them.
    private final ObjectBinding<LayerRange> third;
    private final ObjectBinding<LayerRange> untruncated;
    private final BooleanBinding empty;

    StyleMixingTool(ExploreViewModel model) {
        super(8);
        this.model = model;
        mixing = model.models().mixing();
        sliders = model.models().sliders();
        third = Bindings.createObjectBinding(
                this::third, mixing.cutProperty(), sliders.styles().layersProperty());
        untruncated = Bindings.createObjectBinding(
                this::firstUntruncated,
                sliders.styles().restProperty(),
                sliders.styles().layersProperty());
        empty = favouritesMissing();
        setId("mixingTool");
        Label help = CardFactory.styled(new Label(Messages.text("explore.mixing.help")), "prose", "tool-help");
        help.setWrapText(true);
        help.setMinHeight(USE_PREF_SIZE);
        getChildren()
                .addAll(
                        help,
                        source("explore.mixing.rows", "mixRows", mixing.rowsProperty(), mixing.rowSeedProperty()),
                        source(
                                "explore.mixing.columns",
                                "mixColumns",
                                mixing.columnsProperty(),
                                mixing.columnSeedProperty()),
                        cut(),
                        truncated(),
                        size(),
                        grid());
    }

    private HBox source(String key, String id, ObjectProperty<Source> source, LongProperty seed) {
        ComboBox<Source> box = ComboBoxes.of(
                FXCollections.observableArrayList(Source.values()),
                each -> Messages.text("explore.mixing.source." + each.name().toLowerCase(Locale.ROOT)),
                source::set,
                source::get);
        box.setId(id);
        box.setValue(source.get());
        ViewBindings.listen(source, (property, old, now) -> box.setValue(now));
        HelpTooltips.about(box, key);
        SeedField field = new SeedField(seed.get(), seed::set);
        field.setId(id + "Seed");
        TextScaling.scalePrefWidth(field, SEED_WIDTH);
        TextScaling.scaleMinWidth(field, SEED_WIDTH);
        ViewBindings.listen(seed, (property, old, now) -> field.show(now.longValue()));
        HelpTooltips.about(field, "explore.mixing.seed");
        Button next = new Button(null, IconFactory.of(Feather.SHUFFLE));
        next.setId(id + "Next");
        next.getStyleClass().addAll("button-icon", "flat");
        next.setOnAction(event -> seed.set(seed.get() + mixing.sizeProperty().get()));
        HelpTooltips.about(next, "explore.mixing.next");
        for (Node node : List.of(field, next)) {
            node.disableProperty().bind(source.map(each -> each != Source.SEEDS));
            DisabledReasons.set(node, "explore.mixing.seed");
        }
        return ExploreButtons.row(key + ".label", box, field, next);
    }

    private VBox cut() {
        SegmentedButton thirds = SegmentedButtons.of(
                "mixCut",
                Messages.text("explore.mixing.cut.title"),
                List.of(LayerRange.COARSE, LayerRange.MIDDLE, LayerRange.FINE),
                range -> Messages.text("explore.layers." + range.name().toLowerCase(Locale.ROOT)));
        SegmentedButtons.bind(thirds, third, mixing::setCut);
        thirds.getButtons().forEach(button -> HelpTooltips.about(button, "explore.mixing.cut"));
        Slider exact = ExploreButtons.slider("mixLayer", 1, 2, 1, "explore.mixing.layer", mixing::setCut);
        exact.setBlockIncrement(1);
        exact.setMajorTickUnit(1);
        exact.setMinorTickCount(0);
        exact.setSnapToTicks(true);
        Runnable fit =
                () -> exact.setMax(Math.max(2, sliders.styles().layersProperty().get() - 1));
        ViewBindings.listen(sliders.styles().layersProperty(), (property, old, now) -> fit.run());
        fit.run();
        ExploreButtons.bind(exact, mixing.cutProperty(), mixing::setCut);
        Label figure = CardFactory.styled(new Label(), "figure", "slider-value");
        figure.textProperty().bind(mixing.cutProperty().map(layer -> Integer.toString(layer.intValue() + 1)));
        return new VBox(
                4,
                ExploreButtons.row("explore.mixing.cut.label", thirds),
                ExploreButtons.row("explore.mixing.layer.label", exact, figure));
    }

    /** The third of the layers that the cut begins; all layers for a cut elsewhere. */
    private LayerRange third() {
        int layers = sliders.styles().layersProperty().get();
        for (LayerRange range : List.of(LayerRange.COARSE, LayerRange.MIDDLE, LayerRange.FINE)) {
            if (Math.max(1, range.from(layers)) == mixing.cutProperty().get()) {
                return range;
            }
        }
        return LayerRange.ALL;
    }

    private HBox truncated() {
        SegmentedButton buttons = SegmentedButtons.of(
                "styleTruncated",
                Messages.text("explore.truncated.title"),
                List.of(LayerRange.ALL, LayerRange.FINE, LayerRange.MIDDLE),
                range -> Messages.text("explore.truncated." + range.name().toLowerCase(Locale.ROOT)));
        SegmentedButtons.bind(
                buttons,
                untruncated,
                range -> sliders.editStyle("truncated", edits -> edits.withTruncated(truncatedBefore(range))));
        buttons.getButtons().forEach(button -> HelpTooltips.about(button, "explore.truncated"));
        return ExploreButtons.row("explore.truncated.label", buttons);
    }

    private int truncatedBefore(LayerRange range) {
        int layers = sliders.styles().layersProperty().get();
        return range == LayerRange.ALL ? StyleEdits.ALL : range.from(layers);
    }

    private LayerRange firstUntruncated() {
        int truncated = sliders.styles().restProperty().get().truncated();
        for (LayerRange range : List.of(LayerRange.FINE, LayerRange.MIDDLE)) {
            if (truncatedBefore(range) == truncated) {
                return range;
            }
        }
        return LayerRange.ALL;
    }

    private HBox size() {
        SegmentedButton sizes = SegmentedButtons.of(
                "mixSize",
                Messages.text("explore.mixing.size.title"),
                StyleMixingViewModel.SIZES,
                size -> size + "×" + size);
        SegmentedButtons.bind(sizes, mixing.sizeProperty().asObject(), mixing.sizeProperty()::set);
        sizes.getButtons().forEach(button -> HelpTooltips.about(button, "explore.mixing.size"));
        return ExploreButtons.row("explore.mixing.size.label", sizes);
    }

    private VBox grid() {
        FittedGridView images = new FittedGridView(mixing.gridProperty());
        images.view().setId("mixGrid");
        images.view().setAccessibleText(Messages.text("explore.mixing.grid"));
        GridInteraction.install(
                images.view(),
                model.imageActions(mixing.gridProperty()::get, mixing::latentAt),
                mixing.gridProperty()::get);
        images.setMinHeight(GRID);
        images.maxHeightProperty().bind(images.widthProperty().map(width -> Math.max(GRID, width.doubleValue())));
        VBox.setVgrow(images, Priority.ALWAYS);
        Label caption = CardFactory.caption(Messages.text("explore.mixing.grid"));
        caption.setWrapText(true);
        caption.setMinHeight(USE_PREF_SIZE);
        Label none = CardFactory.caption(Messages.text("explore.mixing.none"));
        none.setId("mixNone");
        none.setWrapText(true);
        none.setMinHeight(USE_PREF_SIZE);
        ExploreButtons.showWhen(none, empty);
        ExploreButtons.showWhen(caption, empty.not());
        VBox all = new VBox(4, none, caption, images);
        VBox.setVgrow(all, Priority.ALWAYS);
        return all;
    }

    private BooleanBinding favouritesMissing() {
        return Bindings.createBooleanBinding(
                () -> model.models().favourites().favouritesProperty().get().isEmpty()
                        && (mixing.rowsProperty().get() == Source.FAVOURITES
                                || mixing.columnsProperty().get() == Source.FAVOURITES),
                model.models().favourites().favouritesProperty(),
                mixing.rowsProperty(),
                mixing.columnsProperty());
    }
}
