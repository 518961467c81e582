package org.ganvas.view.film;

import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.ganvas.session.run.Film;
import org.ganvas.session.run.LatentInterpolation;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.SegmentedButtons;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.paint.FittedGridView;
import org.ganvas.viewmodel.film.FilmExportViewModel;
import org.ganvas.viewmodel.film.FilmViewModel;
import org.ganvas.viewmodel.film.KeyframesViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A film through latent space: its keyframes, a preview that plays, and the way into a file. FX thread. */
public final class FilmPane extends StackPane {

    private static final double PREVIEW = 112;

    private final FilmViewModel model;
    private final KeyframesViewModel keyframes;
    private final Slider position = new Slider(0, 1, 0);
    private final Label length = CardFactory.styled(new Label(), "caption", "figure");
    private final EventHandler<KeyEvent> keys = this::pressed;
    private boolean following;

    public FilmPane(FilmViewModel model, FilmExportViewModel export) {
        this.model = model;
        keyframes = model.keyframes();
        setId("filmPane");
        KeyframeStrip strip = new KeyframeStrip(model);
        VBox.setVgrow(strip, Priority.ALWAYS);
        VBox right = new VBox(4, strip, way());
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox body = new HBox(12, preview(), right);
        VBox.setVgrow(body, Priority.ALWAYS);
        VBox card = CardFactory.filled(CardFactory.card("", tools(export)), body);
        HelpTooltips.about(card.getChildren().get(0), "film");
        FilmExportBar progress = new FilmExportBar(export);
        // Over the slider, so that keyframes can be changed while a film is written.
        setAlignment(progress, Pos.BOTTOM_CENTER);
        getChildren().addAll(card, progress);
        sceneProperty().addListener((property, old, now) -> listen(old, now));
        ViewBindings.listen(keyframes.filmProperty(), (property, old, now) -> showLength());
        ViewBindings.listen(model.positionProperty(), (property, old, now) -> follow(now.doubleValue()));
        showLength();
        setMinHeight(196);
    }

    private FittedGridView preview() {
        FittedGridView preview = new FittedGridView(model.pictureProperty());
        preview.setId("filmPreview");
        preview.setMinSize(PREVIEW, PREVIEW);
        preview.setPrefSize(PREVIEW, PREVIEW);
        HelpTooltips.about(preview, "film.preview");
        preview.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> model.exploreHere());
        return preview;
    }

    private HBox tools(FilmExportViewModel export) {
        SegmentedButton ways = SegmentedButtons.of(
                "filmWay",
                Messages.text("film.interpolation.title"),
                List.of(LatentInterpolation.values()),
                interpolation -> interpolation.name().toLowerCase(Locale.ROOT));
        SegmentedButtons.bind(ways, keyframes.filmProperty().map(Film::interpolation), keyframes::setInterpolation);
        ways.getButtons().forEach(button -> HelpTooltips.about(button, "walk." + button.getText()));
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
        HelpTooltips.about(remove, "film.remove");
        FilmFormatMenu menu = new FilmFormatMenu(model, export);
        // Where it is narrow, only the length is cut.
        List.of(ways, loop, menu).forEach(control -> control.setMinWidth(USE_PREF_SIZE));
        length.setMinWidth(0);
        HBox tools = new HBox(8, length, ways, loop, remove, menu);
        tools.setAlignment(Pos.CENTER_LEFT);
        return tools;
    }

    private HBox way() {
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
        HBox way = new HBox(8, play, position);
        way.setAlignment(Pos.CENTER);
        way.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !keyframes.filmProperty().get().plays(), keyframes.filmProperty()));
        return way;
    }

    private void moved(double now) {
        if (!following) {
            model.seek(now);
        }
    }

    private void follow(double now) {
        following = true;
        position.setValue(now);
        following = false;
    }

    private void showLength() {
        Film film = keyframes.filmProperty().get();
        following = true;
        position.setMax(Math.max(0.1, film.seconds()));
        position.setBlockIncrement(film.seconds() / 20);
        following = false;
        length.setText(Messages.text(
                "film.length",
                Integer.toString(film.keyframes().size()),
                String.format(Locale.ROOT, "%.1f", film.seconds())));
    }

    /** K works wherever the focus is, as long as the film can be seen and nobody is typing. */
    private void listen(@Nullable Scene old, @Nullable Scene now) {
        if (old != null) {
            old.removeEventHandler(KeyEvent.KEY_PRESSED, keys);
        }
        if (now != null) {
            now.addEventHandler(KeyEvent.KEY_PRESSED, keys);
        }
    }

    private void pressed(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown();
        if (event.getCode() == KeyCode.K && plain && seen()) {
            keyframes.add();
            event.consume();
        }
    }

    private boolean seen() {
        for (Node node = this; node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
