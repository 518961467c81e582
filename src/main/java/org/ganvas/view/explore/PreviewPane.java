package org.ganvas.view.explore;

import java.util.function.IntConsumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.SegmentedButtons;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.paint.FittedGridView;
import org.ganvas.view.paint.GridView;
import org.ganvas.viewmodel.explore.ExploreViewModel;
import org.ganvas.viewmodel.explore.LatentSliceViewModel;
import org.ganvas.viewmodel.explore.LatentSlotsViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.ganvas.viewmodel.train.PointsViewModel;
import org.kordamp.ikonli.feather.Feather;

/** The big picture or the patch: drag to move along the plane, turn the wheel to zoom. FX thread. */
final class PreviewPane extends StackPane {

    private static final double STEP = 0.1;
    private static final double ZOOM = 1.15;
    private static final double LEAST_MOVE = 3;

    private final ExploreViewModel model;
    private final FittedGridView stage;
    private final GridView view;
    private double lastX;
    private double lastY;
    private double moved;

    PreviewPane(ExploreViewModel model, PointsViewModel plane) {
        this.model = model;
        setId("stagePane");
        stage = new FittedGridView(model.pictureProperty());
        view = stage.view();
        view.setId("stage");
        view.setFocusTraversable(true);
        view.setCursor(Cursor.MOVE);
        view.getStyleClass().add("picture-cells");
        HelpTooltips.about(view, "explore.preview");
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        view.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::keyed);
        stage.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        setOnDragOver(PreviewPane::over);
        setOnDragDropped(this::dropped);
        view.setOnContextMenuRequested(event -> {
            new CellMenu(model, this::sendTo).show(view, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        StackPane place = new StackPane(stage, new PreviewScatter(model, plane));
        VBox.setVgrow(place, Priority.ALWAYS);
        VBox card = CardFactory.filled(
                CardFactory.card(Messages.text("explore.preview.heading"), tools()), place, bottom());
        getChildren().add(CardFactory.backed(card));
        setMinWidth(220);
    }

    private HBox tools() {
        HBox tools = new HBox(
                2,
                ExploreButtons.icon(
                        "exploreCopy",
                        Feather.COPY,
                        "explore.copy",
                        () -> SystemClipboard.put(model.traffic().copy())),
                ExploreButtons.icon(
                        "explorePaste",
                        Feather.CLIPBOARD,
                        "explore.paste",
                        () -> model.traffic().paste(SystemClipboard.text())),
                ExploreButtons.icon("exploreKeep", Feather.HEART, "explore.favourites.add", model.traffic()::keep));
        tools.setAlignment(Pos.CENTER_RIGHT);
        return tools;
    }

    private HBox bottom() {
        SegmentedButton sizes = SegmentedButtons.of(
                "patchSize",
                Messages.text("explore.neighbourhood.title"),
                LatentSliceViewModel.SIZES,
                size -> size == 1 ? "1" : size + "×" + size);
        ObservableValue<Integer> size = model.parts().plane().sizeProperty().asObject();
        SegmentedButtons.bind(sizes, size, model.parts().plane().sizeProperty()::set);
        sizes.getButtons().forEach(button -> HelpTooltips.about(button, "explore.neighbourhood"));
        sizes.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        Label norm = CardFactory.styled(new Label(), "caption", "figure");
        norm.setId("exploreNorm");
        norm.setMinWidth(0);
        norm.textProperty()
                .bind(ViewBindings.map(
                        model.normProperty(),
                        length -> Messages.text(
                                "explore.norm.value",
                                NumberFormats.length(length.doubleValue()),
                                NumberFormats.length(Math.sqrt(model.parts()
                                        .sliders()
                                        .dimensionsProperty()
                                        .get()
                                        .size())))));
        HelpTooltips.about(norm, "explore.norm");
        HBox bottom = new HBox(8, sizes, CardFactory.space(), norm);
        bottom.setAlignment(Pos.CENTER_LEFT);
        bottom.setMinHeight(USE_PREF_SIZE);
        return bottom;
    }

    private void sendTo(int well) {
        LatentPoint point = model.parts().sliders().point();
        model.traffic().send(point, well);
        model.toolProperty().set(ExploreViewModel.Tool.BETWEEN);
    }

    private void pressed(MouseEvent event) {
        view.requestFocus();
        lastX = event.getX();
        lastY = event.getY();
        moved = 0;
    }

    private void dragged(MouseEvent event) {
        double side = Math.max(1, view.getWidth());
        double dx = event.getX() - lastX;
        double dy = lastY - event.getY();
        moved += Math.abs(dx) + Math.abs(dy);
        lastX = event.getX();
        lastY = event.getY();
        if (event.isPrimaryButtonDown() && moved > LEAST_MOVE) {
            double sigmas = model.parts().plane().span() / side;
            model.parts().plane().move(dx * sigmas, dy * sigmas);
        }
    }

    /** A neighbour that is clicked becomes the middle. */
    private void released(MouseEvent event) {
        if (moved <= LEAST_MOVE && event.getButton() == MouseButton.PRIMARY) {
            int index = view.imageAt(event.getX(), event.getY());
            LatentPoint point = index < 0 || view.count() == 1 ? null : model.shownPoint(index);
            if (point != null) {
                model.traffic().open(point);
            }
        }
    }

    private static void over(DragEvent event) {
        if (event.getDragboard().hasString()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    /** A picture that is dropped here is opened. */
    private void dropped(DragEvent event) {
        LatentPoint point = model.traffic().read(event.getDragboard().getString());
        if (point != null) {
            model.traffic().open(point);
        }
        event.setDropCompleted(point != null);
        event.consume();
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            model.parts().plane().zoom(event.getDeltaY() > 0 ? 1 / ZOOM : ZOOM);
            event.consume();
        }
    }

    private void keyed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        double step = event.isShiftDown() ? 5 * STEP : STEP;
        switch (event.getCode()) {
            case LEFT -> model.parts().plane().move(-step, 0);
            case RIGHT -> model.parts().plane().move(step, 0);
            case UP -> model.parts().plane().move(0, step);
            case DOWN -> model.parts().plane().move(0, -step);
            case PLUS, ADD, EQUALS -> model.parts().plane().zoom(1 / ZOOM);
            case MINUS, SUBTRACT -> model.parts().plane().zoom(ZOOM);
            case A, B, C, D -> sendTo(event.getCode().ordinal() - KeyCode.A.ordinal());
            case HOME -> model.parts().sliders().reset();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** What can be done with the picture in the hand. */
    private static final class CellMenu extends ContextMenu {

        private CellMenu(ExploreViewModel model, IntConsumer send) {
            for (int well = 0; well < LatentSlotsViewModel.COUNT; well++) {
                int target = well;
                add(
                        "stageSend" + well,
                        Messages.text("explore.cell.send", LatentSlotsViewModel.letter(well)),
                        () -> send.accept(target));
            }
            add("stageKeep", Messages.text("explore.cell.keep"), model.traffic()::keep);
            add(
                    "stageCopy",
                    Messages.text("explore.copy.title"),
                    () -> SystemClipboard.put(model.traffic().copy()));
        }

        private void add(String id, String text, Runnable work) {
            MenuItem item = new MenuItem(text);
            item.setId(id);
            item.setOnAction(event -> work.run());
            getItems().add(item);
        }
    }
}
