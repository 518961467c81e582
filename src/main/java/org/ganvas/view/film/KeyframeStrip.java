package org.ganvas.view.film;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import org.ganvas.session.run.LatentFilm;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.DisabledReasons;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.explore.SampleImageFiles;
import org.ganvas.viewmodel.film.FilmViewModel;
import org.ganvas.viewmodel.film.KeyframesViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.kordamp.ikonli.feather.Feather;

/** The keyframes of a film side by side, and the button that adds one. FX thread. */
final class KeyframeStrip extends ScrollPane {

    private static final double HINT_HEIGHT = 60;

    private final FilmViewModel model;
    private final SampleImageFiles files;
    private final KeyframesViewModel keyframes;
    private final List<KeyframeCell> cells = new ArrayList<>();
    private final HBox row = new HBox(6);
    private final Button add = new Button(null, IconFactory.of(Feather.PLUS));

    KeyframeStrip(FilmViewModel model, SampleImageFiles files) {
        this.model = model;
        this.files = files;
        keyframes = model.keyframes();
        setId("keyframeStrip");
        getStyleClass().addAll("keyframe-strip", "edge-to-edge");
        setFitToHeight(true);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        add.setId("keyframeAdd");
        add.getStyleClass().add("keyframe-add");
        add.setMinSize(KeyframeCell.IMAGE_SIDE + 4, KeyframeCell.IMAGE_SIDE + 4);
        add.setOnAction(event -> keyframes.add());
        add.disableProperty().bind(model.availableProperty().not());
        DisabledReasons.set(HelpTooltips.about(add, "film.add"), model.obstacleProperty());
        row.setAlignment(Pos.TOP_LEFT);
        row.getStyleClass().add("keyframe-row");
        Label hint = CardFactory.styled(new Label(Messages.text("film.hint")), "prose");
        hint.setMinHeight(KeyframeCell.IMAGE_SIDE + 4);
        hint.setWrapText(true);
        hint.maxWidthProperty().bind(widthProperty().subtract(KeyframeCell.IMAGE_SIDE + 24));
        // Three lines at most: before the first layout the width is zero, and a letter a line would push the pane off
        // the
        // screen.
        hint.maxHeightProperty()
                .bind(Bindings.max(
                        KeyframeCell.IMAGE_SIDE + 4,
                        TextScaling.factorProperty().multiply(HINT_HEIGHT)));
        hint.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> keyframes.filmProperty().get().keyframes().isEmpty(), keyframes.filmProperty()));
        hint.managedProperty().bind(hint.visibleProperty());
        row.getChildren().addAll(add, hint);
        setContent(row);
        ViewBindings.listen(keyframes.filmProperty(), (property, old, now) -> show());
        ViewBindings.listen(keyframes.selectedProperty(), (property, old, now) -> show());
        ViewBindings.listen(model.thumbnailsProperty(), (property, old, now) -> showThumbnails());
        show();
    }

    private void show() {
        LatentFilm film = keyframes.filmProperty().get();
        int chosen = keyframes.selectedProperty().get();
        boolean focused = cells.stream().anyMatch(KeyframeCell::hasFocusedImage);
        ensureCells(film.keyframes().size());
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).show(film.keyframes().get(i), i == chosen, i >= film.segments());
        }
        // The focus stays with a keyframe that was moved, and goes to the one that replaces a removed one.
        if (focused && chosen >= 0 && chosen < cells.size()) {
            cells.get(chosen).focusImage();
        }
        showThumbnails();
    }

    private void showThumbnails() {
        List<SampleGrid> thumbnails = model.thumbnailsProperty().get();
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).show(i < thumbnails.size() ? thumbnails.get(i) : null);
        }
    }

    private void ensureCells(int count) {
        while (cells.size() < count) {
            KeyframeCell cell = new KeyframeCell(keyframes, cells.size(), files);
            row.getChildren().add(cells.size(), cell);
            cells.add(cell);
            setHvalue(1);
        }
        while (cells.size() > count) {
            row.getChildren().remove(cells.remove(cells.size() - 1));
        }
    }
}
