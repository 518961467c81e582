package org.ganvas.view.explore;

import java.util.List;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.view.latent.VirtualSliderList;
import org.ganvas.viewmodel.explore.ExploreViewModel;
import org.ganvas.viewmodel.explore.LatentSlider;
import org.ganvas.viewmodel.text.Messages;

/** The dials that are listed. FX thread. */
final class LatentSliderList extends VirtualSliderList<LatentSliderCell> {

    private static final double NARROWEST = 196;

    private final ExploreViewModel model;
    private final LatentSliderCell.Renaming renaming;

    LatentSliderList(ExploreViewModel model, LatentSliderCell.Renaming renaming) {
        super("dialScroll", NARROWEST, 3, 8);
        this.model = model;
        this.renaming = renaming;
        bar().setAccessibleText(Messages.text("explore.sliders"));
        ViewBindings.listen(model.parts().list().shownProperty(), (property, old, now) -> {
            if (now.size() == old.size()) {
                requestLayout();
            } else {
                rewind();
            }
        });
    }

    private List<LatentSlider> dials() {
        return model.parts().list().shownProperty().get();
    }

    @Override
    public int items() {
        return dials().size();
    }

    @Override
    public LatentSliderCell make() {
        return new LatentSliderCell(model, renaming);
    }

    @Override
    public void lend(LatentSliderCell slot, int index) {
        slot.lend(dials().get(index));
    }

    @Override
    public void release(LatentSliderCell slot) {
        slot.release();
    }
}
