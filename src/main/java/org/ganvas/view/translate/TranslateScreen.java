package org.ganvas.view.translate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.view.explore.ExploreButtons;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.keys.TranslateKeys;
import org.ganvas.view.layout.PaneExtent;
import org.ganvas.view.layout.ResponsivePanes;
import org.ganvas.view.layout.ScreenContent;
import org.ganvas.view.layout.ScreenPane;
import org.ganvas.view.layout.ScreenPane.Place;
import org.ganvas.view.paint.FittedGridView;
import org.ganvas.view.paint.ImageMenu;
import org.ganvas.viewmodel.WindowViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.ganvas.viewmodel.translate.FolderTranslationViewModel;
import org.ganvas.viewmodel.translate.TranslateViewModel;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Translate screen: the original on the drawing board, and beside it the input and what the generator makes of it. FX thread. */
public final class TranslateScreen implements ScreenContent {

    private static final String FIRST_PRESET = "inpainting";
    private static final String FIRST_COLOUR_PRESET = "inpainting-colour";
    private static final double LEAST_IMAGE = 84;
    private static final double CAPTION = 26;

    private final WindowViewModel window;
    private final TranslateViewModel model;
    private final ResponsivePanes panes;

    public TranslateScreen(WindowViewModel window) {
        this.window = window;
        model = window.translate();
        panes = new ResponsivePanes(
                List.of(
                        new ScreenPane(
                                "translateInput",
                                Messages.text("pane.translateInput"),
                                Feather.EDIT_2,
                                new TranslateInputPane(model),
                                Place.START,
                                new PaneExtent(300, 0.34, 620),
                                PaneExtent.growing(300),
                                window.presentation().alwaysProperty()),
                        new ScreenPane(
                                "translateOutput",
                                Messages.text("pane.translateOutput"),
                                Feather.IMAGE,
                                output(),
                                Place.CENTRE,
                                PaneExtent.growing(364),
                                PaneExtent.growing(300),
                                window.presentation().alwaysProperty())),
                window.presentation().onProperty());
        panes.setId("translateScreen");
        panes.addEventHandler(
                KeyEvent.KEY_PRESSED,
                TranslateKeys.SCREEN.handler(
                        Map.of(TranslateKeys.PASTE, event -> ClipboardImage.paste(model.board()))));
    }

    @Override
    public ResponsivePanes panes() {
        return panes;
    }

    private Region output() {
        HBox images = new ImageRow(
                image("translateGiven", "translate.input", "real", model.givenProperty()),
                image("translateResult", "translate.output", "generator", model.shownOutputProperty()),
                optional("translateBack", "translate.back", "generator", model.backProperty()),
                optional("translateWanted", "translate.wanted", "real", model.wantedProperty()));
        VBox.setVgrow(images, Priority.ALWAYS);
        VBox card = new VBox(8, images, comparison(), folder(model.folder()));
        card.getStyleClass().add("ganvas-card");
        TranslateInputPane.acceptDrops(card, model);
        card.visibleProperty().bind(model.reasonProperty().isEmpty());
        return new StackPane(card, reason());
    }

    /** Row of images, no higher than they are wide: more height is of use to the comparison alone. */
    private static final class ImageRow extends HBox {

        ImageRow(Node... images) {
            super(12, images);
        }

        @Override
        protected double computeMaxHeight(double width) {
            long shown = getManagedChildren().size();
            double side = (getWidth() + getSpacing()) / Math.max(1, shown) - getSpacing();
            return Math.max(LEAST_IMAGE, side) + TextScaling.of(CAPTION);
        }
    }

    private VBox optional(String id, String key, String actor, ReadOnlyObjectProperty<@Nullable SampleGrid> shown) {
        VBox box = image(id, key, actor, shown);
        ExploreButtons.showWhen(box, shown.isNotNull());
        return box;
    }

    private VBox image(String id, String key, String actor, ReadOnlyObjectProperty<@Nullable SampleGrid> shown) {
        FittedGridView view = new FittedGridView(shown);
        view.view().setId(id);
        view.view().setAccessibleText(Messages.text(key + ".title"));
        view.setMinSize(LEAST_IMAGE, LEAST_IMAGE);
        view.setPrefSize(LEAST_IMAGE, LEAST_IMAGE);
        VBox.setVgrow(view, Priority.ALWAYS);
        ImageMenu.install(view.view(), shown::get, window.explore().imageFiles());
        HBox caption =
                new HBox(8, CardFactory.dot(actor), CardFactory.styled(new Label(Messages.text(key)), "card-title"));
        caption.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(4, HelpTooltips.about(caption, key), view);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    /** Input and output in one image, with a divider between them. */
    private VBox comparison() {
        FittedGridView view = new FittedGridView(model.comparedProperty());
        view.view().setId("translateCompared");
        view.view().setAccessibleText(Messages.text("translate.wipe.title"));
        view.setMinSize(LEAST_IMAGE, LEAST_IMAGE);
        view.setPrefSize(LEAST_IMAGE, 2 * LEAST_IMAGE);
        VBox.setVgrow(view, Priority.ALWAYS);
        view.view().addEventHandler(MouseEvent.MOUSE_PRESSED, event -> wipeTo(event, view));
        view.view().addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> wipeTo(event, view));
        Slider divider = ExploreButtons.slider("translateWipe", 0, 1, 0.5, "translate.wipe", model.wipeProperty()::set);
        ExploreButtons.bind(divider, model.wipeProperty(), model.wipeProperty()::set);
        Label step = CardFactory.styled(new Label(), "caption", "figure");
        step.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> {
                            SampleGrid made = model.outputProperty().get();
                            return made == null ? "" : Messages.text("samples.step", NumberFormats.count(made.step()));
                        },
                        model.outputProperty()));
        HBox.setHgrow(divider, Priority.ALWAYS);
        step.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(8, CardFactory.caption(Messages.text("translate.wipe")), divider, heat(), step);
        row.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(4, view, row);
        VBox.setVgrow(box, Priority.SOMETIMES);
        return box;
    }

    /** The button that lays D's answers over the output, with their colours. */
    private HBox heat() {
        ToggleButton button = new ToggleButton(Messages.text("translate.heat"));
        button.setId("translateHeat");
        button.selectedProperty().bindBidirectional(model.heatProperty());
        button.setMinWidth(Region.USE_PREF_SIZE);
        HelpTooltips.about(button, "translate.heat");
        HBox colours = new HBox(
                4,
                CardFactory.dot("real"),
                CardFactory.caption(Messages.text("translate.heat.real")),
                CardFactory.dot("generator"),
                CardFactory.caption(Messages.text("translate.heat.generated")));
        colours.setAlignment(Pos.CENTER_LEFT);
        colours.setMinWidth(Region.USE_PREF_SIZE);
        ExploreButtons.showWhen(colours, model.heatProperty());
        HBox row = new HBox(8, button, colours);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void wipeTo(MouseEvent event, FittedGridView view) {
        if (event.isPrimaryButtonDown()) {
            model.wipeProperty()
                    .set(Math.max(0, Math.min(1, event.getX() / view.view().getWidth())));
            event.consume();
        }
    }

    private static HBox folder(FolderTranslationViewModel folder) {
        Button start = ExploreButtons.text("translateFolder", Messages.text("translate.folder"), folder::choose);
        HelpTooltips.about(start, "translate.folder");
        Button cancel = ExploreButtons.text("translateFolderCancel", Messages.text("explore.cancel"), folder::cancel);
        ProgressBar progress = new ProgressBar();
        progress.setId("translateFolderProgress");
        progress.setAccessibleText(Messages.text("translate.folder.title"));
        progress.progressProperty().bind(folder.progressProperty());
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setMinWidth(0);
        HBox.setHgrow(progress, Priority.ALWAYS);
        ExploreButtons.showWhen(start, folder.busyProperty().not());
        ExploreButtons.showWhen(cancel, folder.busyProperty());
        ExploreButtons.showWhen(progress, folder.busyProperty());
        List.of(start, cancel).forEach(button -> button.setMinWidth(Region.USE_PREF_SIZE));
        HBox row = new HBox(8, start, progress, cancel);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** Why the screen does not fit the run, and the way to a run that it fits. */
    private VBox reason() {
        Label text = CardFactory.styled(new Label(), "prose");
        text.setId("translateReason");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.setMaxWidth(460);
        text.textProperty().bind(model.reasonProperty());
        Button open = new Button(Messages.text("translate.unavailable.open"));
        open.setId("translateOpenPreset");
        open.getStyleClass().add("accent");
        open.setOnAction(event -> firstPreset().ifPresent(window.train().runSetup()::choosePreset));
        open.setVisible(firstPreset().isPresent());
        open.setManaged(firstPreset().isPresent());
        VBox box = new VBox(12, text, open);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("ganvas-card");
        box.visibleProperty().bind(model.reasonProperty().isNotEmpty());
        return box;
    }

    /** In colour where the run is, so that own images keep their colours. */
    private Optional<Preset> firstPreset() {
        RunInfo run = window.train().runSetup().infoProperty().get();
        boolean colour = run != null && run.spec().image().channels() > 1;
        return window.train().runSetup().presets().stream()
                .filter(preset -> preset.id().equals(colour ? FIRST_COLOUR_PRESET : FIRST_PRESET))
                .findFirst();
    }
}
