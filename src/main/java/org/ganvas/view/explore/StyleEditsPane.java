package org.ganvas.view.explore;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.ganvas.engine.spec.layer.StyleEdits;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.SegmentedButtons;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.latent.LatentSlidersViewModel;
import org.ganvas.viewmodel.latent.LayerRange;
import org.ganvas.viewmodel.latent.StyleEditsViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.kordamp.ikonli.feather.Feather;

/** What is done with the style of the current latent: noise, mixed styles. Shown for generators with styles. FX thread. */
final class StyleEditsPane extends VBox {

    private final LatentSlidersViewModel sliders;
    private final ReadOnlyObjectProperty<StyleEdits> edits;
    private final ObservableValue<Noise> noise;

    private enum Noise {
        OWN,
        OFF,
        DRAWN;

        private static Noise of(StyleEdits edits) {
            return edits.noise() == StyleEdits.STILL ? OWN : edits.noise() == StyleEdits.NO_NOISE ? OFF : DRAWN;
        }
    }

    StyleEditsPane(LatentSlidersViewModel sliders) {
        super(6);
        this.sliders = sliders;
        edits = sliders.styles().restProperty();
        noise = edits.map(Noise::of);
        setId("styleEdits");
        getChildren().addAll(noise(), mixed());
        ExploreButtons.showWhen(this, sliders.styles().layersProperty().map(layers -> layers.intValue() > 0));
    }

    private HBox noise() {
        List<Noise> kinds = List.of(Noise.values());
        SegmentedButton buttons = SegmentedButtons.of(
                "styleNoise",
                Messages.text("explore.noise.title"),
                kinds,
                kind -> Messages.text("explore.noise." + kind.name().toLowerCase(Locale.ROOT)));
        SegmentedButtons.bind(buttons, noise, this::choose);
        buttons.getButtons().forEach(button -> HelpTooltips.about(button, "explore.noise"));
        Button again = ExploreButtons.icon("styleNoiseAgain", Feather.REFRESH_CW, "explore.noise.again", this::redraw);
        return row("explore.noise.label", buttons, again);
    }

    private void choose(Noise kind) {
        switch (kind) {
            case OWN -> sliders.editStyle("noise", all -> all.withNoise(StyleEdits.STILL));
            case OFF -> sliders.editStyle("noise", all -> all.withNoise(StyleEdits.NO_NOISE));
            case DRAWN -> {
                if (edits.get().noise() <= StyleEdits.STILL) {
                    redraw();
                }
            }
        }
    }

    /** Draws the noise of the next seed. */
    private void redraw() {
        sliders.editStyle("noise", all -> all.withNoise(Math.max(StyleEdits.STILL, all.noise()) + 1));
    }

    private HBox mixed() {
        Label what = CardFactory.styled(new Label(), "prose");
        what.setId("styleMixed");
        what.setWrapText(true);
        what.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(what, Priority.ALWAYS);
        Button remove = ExploreButtons.icon(
                "styleUnmix",
                Feather.X,
                "explore.mixed.remove",
                () -> sliders.editStyle("unmix", all -> all.withTerms(List.of())));
        HBox row = row("explore.mixed.label", what, remove);
        HelpTooltips.about(what, "explore.mixed");
        ViewBindings.listen(edits, (property, old, now) -> what.setText(text(now)));
        what.setText(text(edits.get()));
        ExploreButtons.showWhen(row, edits.map(now -> !now.terms().isEmpty()));
        return row;
    }

    private String text(StyleEdits now) {
        if (now.terms().isEmpty()) {
            return "";
        }
        int layers = sliders.styles().layersProperty().get();
        StyleEdits.Term only = now.terms().get(0);
        return now.terms().size() == 1 && only.weight() == 1
                ? Messages.text("explore.mixed.one", only.from() + 1, Math.min(layers, only.to()))
                : Messages.text("explore.mixed.several", now.terms().size() + 1);
    }

    private static HBox row(String key, Node control, Button button) {
        Label label = CardFactory.caption(Messages.text(key));
        TextScaling.scaleMinWidth(label, LatentSlidersPane.LABEL);
        HelpTooltips.share(label, control);
        HBox row = new HBox(4, label, control, button);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** The choice of the layers that directions in w move. */
    static HBox layers(LatentSlidersViewModel sliders) {
        StyleEditsViewModel styles = sliders.styles();
        SegmentedButton buttons = SegmentedButtons.of(
                "styleLayers",
                Messages.text("explore.layers.title"),
                List.of(LayerRange.values()),
                range -> Messages.text("explore.layers." + range.name().toLowerCase(Locale.ROOT)));
        SegmentedButtons.bind(buttons, styles.rangeProperty(), sliders::setRange);
        buttons.getButtons().forEach(button -> HelpTooltips.about(button, "explore.layers"));
        Label label = CardFactory.caption(Messages.text("explore.layers.label"));
        HelpTooltips.about(label, "explore.layers");
        HBox row = new HBox(6, label, buttons);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
