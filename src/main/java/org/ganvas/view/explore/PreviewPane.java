package org.ganvas.view.explore;

import java.util.Map;
import java.util.function.IntConsumer;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.view.drop.DropTarget;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.FittingRow;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.SegmentedButtons;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.keys.ExploreKeys;
import org.ganvas.view.paint.FittedGridView;
import org.ganvas.view.paint.ImageMenu;
import org.ganvas.view.paint.SampleGridView;
import org.ganvas.view.paint.SystemClipboard;
import org.ganvas.viewmodel.explore.ExploreModels;
import org.ganvas.viewmodel.explore.ExploreViewModel;
import org.ganvas.viewmodel.explore.LatentActions;
import org.ganvas.viewmodel.explore.LatentSliceViewModel;
import org.ganvas.viewmodel.explore.LatentSlotsViewModel;
import org.ganvas.viewmodel.latent.LatentSlidersViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.kordamp.ikonli.feather.Feather;

/** The image of the current latent or the patch around it: a drag moves along the slice, the wheel zooms. FX thread. */
final class PreviewPane extends StackPane {

    private static final double STEP = 0.1;
    private static final double ZOOM = 1.15;
    private static final double MIN_MOVE = 3;

    private final ExploreViewModel model;
    private final LatentSliceViewModel slice;
    private final LatentSlidersViewModel sliders;
    private final FittedGridView preview;
    private final SampleGridView view;
    private double lastX;
    private double lastY;
    private double moved;

    PreviewPane(ExploreViewModel model, ExploreModels models, PreviewScatter scatter) {
        this.model = model;
        slice = models.slice();
        sliders = models.sliders();
        setId("previewPane");
        preview = new FittedGridView(model.imageProperty());
        view = preview.view();
        view.setId("preview");
        view.setFocusTraversable(true);
        view.setCursor(Cursor.MOVE);
        view.getStyleClass().add("image-cells");
        HelpTooltips.about(view, "explore.preview");
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        view.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        view.addEventHandler(KeyEvent.KEY_PRESSED, keys());
        preview.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        LatentActions actions = model.actions();
        DropTarget.ofText(this, text -> LatentDrop.offer(actions, text, Messages.text("drop.latent"), actions::open));
        view.setOnContextMenuRequested(event -> {
            CellMenu menu = new CellMenu(model, this::sendTo);
            SampleGrid images = model.imageProperty().get();
            int middle = images == null ? -1 : images.count() / 2;
            int index = event.isKeyboardTrigger() ? middle : view.imageAt(event.getX(), event.getY());
            if (images != null && index >= 0 && index < images.count()) {
                menu.getItems().add(new SeparatorMenuItem());
                menu.getItems().addAll(ImageMenu.items(images.image(index), model.imageFiles()));
            }
            menu.show(view, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        StackPane content = new StackPane(preview, scatter);
        VBox.setVgrow(content, Priority.ALWAYS);
        VBox card = CardFactory.filled(
                CardFactory.card(Messages.text("explore.preview.heading"), tools()), content, bottom());
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
                        () -> SystemClipboard.put(model.actions().currentLatentAsText())),
                ExploreButtons.icon(
                        "explorePaste",
                        Feather.CLIPBOARD,
                        "explore.paste",
                        () -> model.actions().paste(SystemClipboard.text())),
                ExploreButtons.icon(
                        "exploreKeep", Feather.HEART, "explore.favourites.add", model.actions()::addFavourite));
        tools.setAlignment(Pos.CENTER_RIGHT);
        return tools;
    }

    private HBox bottom() {
        SegmentedButton sizes = SegmentedButtons.of(
                "patchSize",
                Messages.text("explore.neighbourhood.title"),
                LatentSliceViewModel.SIZES,
                size -> size == 1 ? "1" : size + "×" + size);
        ObservableValue<Integer> size = slice.sizeProperty().asObject();
        SegmentedButtons.bind(sizes, size, slice.sizeProperty()::set);
        sizes.getButtons().forEach(button -> HelpTooltips.about(button, "explore.neighbourhood"));
        sizes.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        Label norm = CardFactory.styled(new Label(), "caption", "figure");
        norm.setId("exploreNorm");
        norm.textProperty()
                .bind(ViewBindings.map(
                        model.normProperty(),
                        length -> Messages.text(
                                "explore.norm.value",
                                NumberFormats.length(length.doubleValue()),
                                NumberFormats.length(sliders.prior().deviation()
                                        * Math.sqrt(sliders.dimensionsProperty()
                                                .get()
                                                .size())))));
        HelpTooltips.about(norm, "explore.norm");
        FittingRow bottom = new FittingRow(8, sizes, CardFactory.space(), norm);
        bottom.concedeHidden(norm);
        bottom.setMinHeight(USE_PREF_SIZE);
        return bottom;
    }

    private void sendTo(int slot) {
        LatentPoint point = sliders.point();
        model.actions().putIntoSlot(point, slot);
        model.toolProperty().set(ExploreViewModel.Tool.INTERPOLATION);
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
        if (event.isPrimaryButtonDown() && moved > MIN_MOVE) {
            double sigmas = slice.span() / side;
            slice.move(dx * sigmas, dy * sigmas);
        }
    }

    /** A click on an image of the patch opens it. */
    private void released(MouseEvent event) {
        if (moved <= MIN_MOVE && event.getButton() == MouseButton.PRIMARY) {
            model.openFromPatch(view.imageAt(event.getX(), event.getY()));
        }
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            slice.zoom(event.getDeltaY() > 0 ? 1 / ZOOM : ZOOM);
            event.consume();
        }
    }

    private EventHandler<KeyEvent> keys() {
        return ExploreKeys.PREVIEW.handler(Map.of(
                ExploreKeys.MOVE, event -> move(event, STEP),
                ExploreKeys.MOVE_FAR, event -> move(event, 5 * STEP),
                ExploreKeys.ZOOM_IN, event -> slice.zoom(1 / ZOOM),
                ExploreKeys.ZOOM_OUT, event -> slice.zoom(ZOOM),
                ExploreKeys.INTO_SLOT, event -> sendTo(ExploreKeys.slot(event)),
                ExploreKeys.RESET, event -> sliders.reset()));
    }

    private void move(KeyEvent event, double step) {
        switch (event.getCode()) {
            case LEFT -> slice.move(-step, 0);
            case RIGHT -> slice.move(step, 0);
            case UP -> slice.move(0, step);
            default -> slice.move(0, -step);
        }
    }

    /** Actions on the current latent. */
    private static final class CellMenu extends ContextMenu {

        private CellMenu(ExploreViewModel model, IntConsumer send) {
            for (int slot = 0; slot < LatentSlotsViewModel.COUNT; slot++) {
                int target = slot;
                add(
                        "previewSend" + slot,
                        Messages.text("explore.cell.send", LatentSlotsViewModel.letter(slot)),
                        () -> send.accept(target));
            }
            add("previewKeep", Messages.text("explore.cell.keep"), model.actions()::addFavourite);
            add(
                    "previewCopy",
                    Messages.text("explore.copy.title"),
                    () -> SystemClipboard.put(model.actions().currentLatentAsText()));
        }

        private void add(String id, String text, Runnable work) {
            MenuItem item = new MenuItem(text);
            item.setId(id);
            item.setOnAction(event -> work.run());
            getItems().add(item);
        }
    }
}
