package org.ganvas.view.explore;

import org.ganvas.view.fx.Follow;
import org.ganvas.viewmodel.LatentViewModel;
import org.ganvas.viewmodel.Messages;

/** A slider for every dimension of the latent. FX thread. */
final class SliderSheet extends SlotSheet<SliderSlot> {

    private static final double NARROWEST = 148;

    private final LatentViewModel model;

    SliderSheet(LatentViewModel model) {
        super("latentScroll", NARROWEST, 2, 5);
        this.model = model;
        bar().setAccessibleText(Messages.text("latent.title"));
        Follow.of(model.coordinatesProperty(), (property, old, now) -> rewind());
    }

    @Override
    int items() {
        return model.coordinatesProperty().get().size();
    }

    @Override
    SliderSlot make() {
        return new SliderSlot(model);
    }

    @Override
    void lend(SliderSlot slot, int index) {
        slot.lend(index, model.coordinatesProperty().get().get(index));
    }

    @Override
    void release(SliderSlot slot) {
        slot.release();
    }
}
