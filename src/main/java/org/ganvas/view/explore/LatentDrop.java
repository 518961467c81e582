package org.ganvas.view.explore;

import java.util.Optional;
import java.util.function.Consumer;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.view.drop.DropOffer;
import org.ganvas.viewmodel.explore.LatentActions;
import org.ganvas.viewmodel.text.Messages;

/** Offers for latents that are dragged as text, from a grid or from another program. FX thread. */
final class LatentDrop {

    private LatentDrop() {}

    static Optional<DropOffer> offer(
            LatentActions actions, String text, String sentence, Consumer<LatentPoint> dropped) {
        return Optional.of(actions.parse(text)
                .map(point -> DropOffer.accept(sentence, () -> dropped.accept(point)))
                .orElseGet(() -> DropOffer.refuse(Messages.text("drop.latent.none"))));
    }
}
