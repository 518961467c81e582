package org.ganvas.view.drop;

import javafx.event.EventHandler;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.IconFactory;
import org.ganvas.view.fx.ViewBindings;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Layer over the window that outlines the target under a drag and says what the drop will do, or why it is refused. FX
 * thread.
 */
public final class DropOverlay extends Pane {

    private static final String ID = "dropOverlay";
    private static final String REFUSED = "refused";
    private static final double GAP = 8;
    private static final double WIDEST = 460;

    private final Region outline = CardFactory.styled(new Region(), "drop-outline");
    private final Label sentence = CardFactory.styled(new Label(), "drop-sentence");
    private final HBox card = CardFactory.styled(new HBox(10), "drop-card");
    private @Nullable Node target;
    private @Nullable DropOffer shown;

    /**
     * @param scene of the drags
     */
    public DropOverlay(Scene scene) {
        setId(ID);
        setMouseTransparent(true);
        setVisible(false);
        sentence.setId("dropSentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        card.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(outline, card);
        // A drag that goes on to another target is shown there by its next event, in the same frame.
        EventHandler<DragEvent> left = event -> hide();
        scene.addEventFilter(DragEvent.DRAG_EXITED_TARGET, left);
        scene.addEventFilter(DragEvent.DRAG_DROPPED, left);
        ViewBindings.onDispose(() -> {
            scene.removeEventFilter(DragEvent.DRAG_EXITED_TARGET, left);
            scene.removeEventFilter(DragEvent.DRAG_DROPPED, left);
        });
    }

    /** Shows an offer over its target. */
    static void show(Node target, DropOffer offer) {
        Scene scene = target.getScene();
        if (scene != null && scene.lookup("#" + ID) instanceof DropOverlay overlay) {
            overlay.showOver(target, offer);
        }
    }

    private void showOver(Node over, DropOffer offer) {
        if (over == target && offer.equals(shown)) {
            return;
        }
        target = over;
        shown = offer;
        sentence.setText(offer.sentence());
        boolean accepted = offer.accepted();
        card.getChildren().setAll(IconFactory.of(accepted ? Feather.DOWNLOAD : Feather.SLASH, "drop-icon"), sentence);
        getStyleClass().remove(REFUSED);
        if (!accepted) {
            getStyleClass().add(REFUSED);
        }
        setVisible(true);
        requestLayout();
    }

    private void hide() {
        target = null;
        shown = null;
        setVisible(false);
    }

    @Override
    protected void layoutChildren() {
        Node over = target;
        if (over == null || over.getScene() == null) {
            return;
        }
        Bounds window = new BoundingBox(0, 0, getWidth(), getHeight());
        Bounds box = within(sceneToLocal(over.localToScene(over.getLayoutBounds())), window);
        outline.resizeRelocate(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight());
        double width = Math.min(card.prefWidth(-1), Math.min(WIDEST, getWidth() - 2 * GAP));
        double height = card.prefHeight(width);
        double x = box.getCenterX() - width / 2;
        double y = box.getCenterY() - height / 2;
        if (box.getWidth() < width || box.getHeight() < height) {
            // It would hide a small target and its neighbours.
            boolean below = box.getMaxY() + GAP + height <= getHeight() - GAP;
            y = below ? box.getMaxY() + GAP : box.getMinY() - GAP - height;
        }
        card.resizeRelocate(
                snapPositionX(clamp(x, getWidth() - width - GAP)),
                snapPositionY(clamp(y, getHeight() - height - GAP)),
                width,
                height);
    }

    private static Bounds within(Bounds box, Bounds window) {
        double left = Math.max(box.getMinX(), window.getMinX());
        double top = Math.max(box.getMinY(), window.getMinY());
        double right = Math.min(box.getMaxX(), window.getMaxX());
        double bottom = Math.min(box.getMaxY(), window.getMaxY());
        return new BoundingBox(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }

    private static double clamp(double value, double most) {
        return Math.max(GAP, Math.min(value, most));
    }
}
