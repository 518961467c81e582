package org.ganvas.view.film;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;

/** Reordering of keyframes: one is dragged onto another and takes its place. FX thread. */
final class KeyframeDrag {

    private static final DataFormat KEYFRAME = new DataFormat("application/x-ganvas-keyframe");
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");

    private final Node node;
    private final int index;
    private final Move move;

    /** Moves a keyframe to the index of another. */
    @FunctionalInterface
    interface Move {
        void from(int from, int to);
    }

    private KeyframeDrag(Node node, int index, Move move) {
        this.node = node;
        this.index = index;
        this.move = move;
    }

    static void install(Node node, int index, Move move) {
        KeyframeDrag drag = new KeyframeDrag(node, index, move);
        node.setOnDragDetected(drag::begin);
        node.setOnDragOver(drag::over);
        node.setOnDragExited(event -> node.pseudoClassStateChanged(TARGET, false));
        node.setOnDragDropped(drag::drop);
    }

    private void begin(MouseEvent event) {
        Dragboard board = node.startDragAndDrop(TransferMode.MOVE);
        ClipboardContent content = new ClipboardContent();
        content.put(KEYFRAME, index);
        board.setContent(content);
        board.setDragView(node.snapshot(null, null));
        event.consume();
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasContent(KEYFRAME)) {
            event.acceptTransferModes(TransferMode.MOVE);
            node.pseudoClassStateChanged(TARGET, true);
            event.consume();
        }
    }

    private void drop(DragEvent event) {
        if (event.getDragboard().getContent(KEYFRAME) instanceof Integer from) {
            move.from(from, index);
            event.setDropCompleted(true);
            event.consume();
        }
    }
}
