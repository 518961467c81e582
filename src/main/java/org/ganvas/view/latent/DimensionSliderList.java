package org.ganvas.view.latent;

import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.latent.LatentViewModel;
import org.ganvas.viewmodel.text.Messages;

/** A slider for every dimension of the latent. FX thread. */
final class DimensionSliderList extends VirtualSliderList<DimensionSliderCell> {

    private static final double NARROWEST = 148;

    private final LatentViewModel model;

    DimensionSliderList(LatentViewModel model) {
        super("latentScroll", NARROWEST, 2, 5);
        this.model = model;
        bar().setAccessibleText(Messages.text("latent.title"));
        ViewBindings.listen(model.coordinatesProperty(), (property, old, now) -> rewind());
    }

    @Override
    public int items() {
        return model.coordinatesProperty().get().size();
    }

    @Override
    public DimensionSliderCell make() {
        return new DimensionSliderCell(model);
    }

    @Override
    public void lend(DimensionSliderCell slot, int index) {
        slot.lend(index, model.coordinatesProperty().get().get(index));
    }

    @Override
    public void release(DimensionSliderCell slot) {
        slot.release();
    }
}
