package org.ganvas.view.drop;

import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;

/**
 * Drop target: asked while a drag is over it, it offers what a drop will do. What it does not offer for goes on to the
 * target around it, up to that of the whole window. FX thread.
 */
public final class DropTarget {

    private final Node node;
    private final Function<Dragboard, Optional<DropOffer>> offers;

    private DropTarget(Node node, Function<Dragboard, Optional<DropOffer>> offers) {
        this.node = node;
        this.offers = offers;
    }

    /** Makes a node a target of files, in place of what it was a target of. */
    public static void ofFiles(Node node, Function<DroppedFiles, Optional<DropOffer>> offers) {
        install(node, new SeenFiles(offers));
    }

    /** Makes a node a target of text, in place of what it was a target of. */
    public static void ofText(Node node, Function<String, Optional<DropOffer>> offers) {
        install(
                node,
                board -> Optional.ofNullable(board.hasString() ? board.getString() : null)
                        .flatMap(offers));
    }

    private static void install(Node node, Function<Dragboard, Optional<DropOffer>> offers) {
        DropTarget target = new DropTarget(node, offers);
        node.setOnDragOver(target::over);
        node.setOnDragDropped(target::dropped);
    }

    private Optional<DropOffer> offer(DragEvent event) {
        return node.isDisabled() ? Optional.empty() : offers.apply(event.getDragboard());
    }

    private void over(DragEvent event) {
        offer(event).ifPresent(offer -> {
            if (offer.accepted()) {
                event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
            }
            DropOverlay.show(node, offer);
            event.consume();
        });
    }

    private void dropped(DragEvent event) {
        offer(event).ifPresent(offer -> {
            Runnable work = offer.work();
            event.setDropCompleted(work != null);
            event.consume();
            if (work != null) {
                work.run();
            }
        });
    }

    /** Offers for files, which are looked at once a drag: its events come with every movement of the pointer. */
    private static final class SeenFiles implements Function<Dragboard, Optional<DropOffer>> {

        private final Function<DroppedFiles, Optional<DropOffer>> offers;
        private List<File> seen = List.of();
        private @Nullable DroppedFiles known;

        private SeenFiles(Function<DroppedFiles, Optional<DropOffer>> offers) {
            this.offers = offers;
        }

        @Override
        public Optional<DropOffer> apply(Dragboard board) {
            List<File> files = board.hasFiles() ? board.getFiles() : List.of();
            if (files.isEmpty()) {
                return Optional.empty();
            }
            DroppedFiles dropped = known;
            if (dropped == null || !files.equals(seen)) {
                dropped = DroppedFiles.of(files);
                seen = List.copyOf(files);
                known = dropped;
            }
            return offers.apply(dropped);
        }
    }
}
