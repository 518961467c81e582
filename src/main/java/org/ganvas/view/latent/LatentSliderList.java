package org.ganvas.view.latent;

import java.util.List;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.explore.ExploreViewModel;
import org.ganvas.viewmodel.latent.LatentSlider;
import org.ganvas.viewmodel.text.Messages;

/** The dials that are listed. FX thread. */
public final class LatentSliderList extends VirtualSliderList<LatentSliderCell> {

    private static final double NARROWEST = 196;

    private final ExploreViewModel model;
    private final LatentSliderCell.Renaming renaming;

    public LatentSliderList(ExploreViewModel model, LatentSliderCell.Renaming renaming) {
        super("dialScroll", NARROWEST, 3, 8);
        this.model = model;
        this.renaming = renaming;
        bar().setAccessibleText(Messages.text("explore.sliders"));
        ViewBindings.of(model.models().sliderList().shownProperty(), (property, old, now) -> {
            if (now.size() == old.size()) {
                requestLayout();
            } else {
                scrollToTop();
            }
        });
    }

    private List<LatentSlider> dials() {
        return model.models().sliderList().shownProperty().get();
    }

    @Override
    public int itemCount() {
        return dials().size();
    }

    @Override
    public LatentSliderCell createCell() {
        return new LatentSliderCell(model, renaming);
    }

    @Override
    public void showItem(LatentSliderCell slot, int index) {
        slot.lend(dials().get(index));
    }

    @Override
    public void releaseCell(LatentSliderCell slot) {
        slot.release();
    }
}
