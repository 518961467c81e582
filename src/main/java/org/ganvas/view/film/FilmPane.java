package org.ganvas.view.film;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.ganvas.session.run.LatentFilm;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.DisabledReasons;
import org.ganvas.view.fx.FittingRow;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.SceneNodes;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.keys.ExploreKeys;
import org.ganvas.view.latent.InterpolationButtons;
import org.ganvas.view.paint.FittedGridView;
import org.ganvas.view.paint.SampleGridView;
import org.ganvas.viewmodel.explore.SampleImageFiles;
import org.ganvas.viewmodel.film.FilmExportViewModel;
import org.ganvas.viewmodel.film.FilmViewModel;
import org.ganvas.viewmodel.film.KeyframesViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A film through latent space: its keyframes, a preview, and the export. FX thread. */
public final class FilmPane extends StackPane {

    private final FilmViewModel model;
    private final ObservableBooleanValue styles;
    private final KeyframesViewModel keyframes;
    private final Slider position = new Slider(0, 1, 0);
    private final Label length = CardFactory.styled(new Label(), "caption", "figure");
    private final EventHandler<KeyEvent> keys = ExploreKeys.FILM.handlerIf(Map.of(ExploreKeys.ADD_KEYFRAME, this::add));
    private boolean showing;

    private final SampleGridView image;

    /**
     * @param styles whether the generator has styles, between which a film can move
     */
    public FilmPane(
            FilmViewModel model, FilmExportViewModel export, SampleImageFiles files, ObservableBooleanValue styles) {
        this.model = model;
        this.styles = styles;
        keyframes = model.keyframes();
        setId("filmPane");
        KeyframeStrip strip = new KeyframeStrip(model, files);
        VBox.setVgrow(strip, Priority.ALWAYS);
        VBox right = new VBox(4, strip, positionBar());
        FittedGridView preview = preview();
        image = preview.view();
        FilmLayout body = new FilmLayout(preview, HelpTooltips.about(tools(export), "film"), right);
        VBox.setVgrow(body, Priority.ALWAYS);
        VBox card = CardFactory.styled(new VBox(body), "ganvas-card");
        getChildren().add(card);
        sceneProperty().addListener((property, old, now) -> listenToKeys(old, now));
        ViewBindings.listen(keyframes.filmProperty(), (property, old, now) -> showLength());
        showLength();
        ViewBindings.show(model.positionProperty(), now -> showPosition(now.doubleValue()));
        setMinHeight(196);
    }

    /** The image of the preview. */
    public SampleGridView image() {
        return image;
    }

    private FittedGridView preview() {
        FittedGridView preview = new FittedGridView(model.imageProperty());
        preview.setId("filmPreview");
        // Before there is a film, its empty frame would only take room from the words that say how to begin one.
        preview.visibleProperty()
                .bind(ViewBindings.map(
                        keyframes.filmProperty(), film -> !film.keyframes().isEmpty()));
        HelpTooltips.about(preview, "film.preview");
        preview.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                model.exploreHere();
            }
        });
        return preview;
    }

    private HBox tools(FilmExportViewModel export) {
        SegmentedButton paths = InterpolationButtons.withStyles(
                "filmWay",
                keyframes.filmProperty().map(LatentFilm::interpolation),
                keyframes::setInterpolation,
                styles);
        CheckBox loop = new CheckBox(Messages.text("film.loop.title"));
        loop.setId("filmLoop");
        HelpTooltips.about(loop, "film.loop");
        loop.setSelected(keyframes.filmProperty().get().loop());
        loop.setOnAction(event -> keyframes.setLoop(loop.isSelected()));
        ViewBindings.listen(keyframes.filmProperty(), (property, old, now) -> loop.setSelected(now.loop()));
        Button remove = new Button(null, IconFactory.of(Feather.TRASH_2));
        remove.setId("keyframeRemove");
        remove.getStyleClass().addAll("button-icon", "flat");
        remove.setOnAction(event -> keyframes.remove());
        remove.disableProperty().bind(keyframes.selectedProperty().lessThan(0));
        DisabledReasons.set(HelpTooltips.about(remove, "film.remove"), "film.remove");
        FilmFormatMenu menu = new FilmFormatMenu(model, export);
        // In a narrow pane the length is left out.
        List.of(paths, loop, menu).forEach(control -> control.setMinWidth(USE_PREF_SIZE));
        menu.visibleProperty().bind(export.busyProperty().not());
        menu.managedProperty().bind(menu.visibleProperty());
        FilmExportBar progress = new FilmExportBar(export);
        FittingRow tools = new FittingRow(8, length, CardFactory.space(), paths, loop, remove, menu, progress);
        tools.concedeHidden(length);
        progress.concedeIn(tools);
        tools.concedeSpacing(3);
        return tools;
    }

    private HBox positionBar() {
        Button play = new Button();
        play.setId("filmPlay");
        play.getStyleClass().addAll("button-icon", "flat");
        play.graphicProperty().bind(IconFactory.playing(model.playingProperty()));
        play.setOnAction(event -> model.togglePlaying());
        HelpTooltips.about(play, "film.play");
        position.setId("filmPosition");
        position.getStyleClass().add("small");
        position.valueProperty().addListener((property, old, now) -> moved(now.doubleValue()));
        HelpTooltips.about(position, "film.position");
        HBox.setHgrow(position, Priority.ALWAYS);
        HBox bar = new HBox(8, play, position);
        bar.setAlignment(Pos.CENTER);
        bar.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !keyframes.filmProperty().get().plays(), keyframes.filmProperty()));
        return DisabledReasons.set(bar, "film.play");
    }

    private void moved(double now) {
        if (!showing) {
            model.seek(now);
        }
    }

    private void showPosition(double now) {
        showing = true;
        position.setValue(now);
        showing = false;
    }

    private void showLength() {
        LatentFilm film = keyframes.filmProperty().get();
        showing = true;
        position.setMax(Math.max(0.1, film.seconds()));
        position.setBlockIncrement(film.seconds() / 20);
        showing = false;
        length.setText(Messages.text(
                "film.length",
                Integer.toString(film.keyframes().size()),
                String.format(Locale.ROOT, "%.1f", film.seconds())));
    }

    /** Listens to K for the whole scene; it works while the pane is visible and no text field takes the key. */
    private void listenToKeys(@Nullable Scene old, @Nullable Scene now) {
        if (old != null) {
            old.removeEventHandler(KeyEvent.KEY_PRESSED, keys);
        }
        if (now != null) {
            now.addEventHandler(KeyEvent.KEY_PRESSED, keys);
        }
    }

    private boolean add(KeyEvent event) {
        boolean shown = SceneNodes.isShown(this);
        if (shown) {
            keyframes.add();
        }
        return shown;
    }
}
