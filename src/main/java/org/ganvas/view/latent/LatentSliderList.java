package org.ganvas.view.latent;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.latent.LatentSlider;
import org.ganvas.viewmodel.text.Messages;

/** Virtual list of latent sliders. FX thread. */
public final class LatentSliderList extends VirtualSliderList<LatentSliderCell> {

    private final ObservableValue<List<LatentSlider>> sliders;
    private final Supplier<LatentSliderCell> cells;

    /**
     * @param sliders the sliders that are listed
     * @param cells creates a cell; it is reused for other sliders
     * @param size width of a cell and heights of the list
     * @param title key of the accessible text
     */
    public LatentSliderList(
            ObservableValue<List<LatentSlider>> sliders, Supplier<LatentSliderCell> cells, Size size, String title) {
        super(size);
        this.sliders = sliders;
        this.cells = cells;
        bar().setAccessibleText(Messages.text(title));
        ViewBindings.listen(sliders, (property, old, now) -> {
            if (now.size() == old.size()) {
                requestLayout();
            } else {
                scrollToTop();
            }
        });
    }

    @Override
    int itemCount() {
        return sliders.getValue().size();
    }

    @Override
    double nameWidth() {
        return sliders.getValue().stream()
                .findFirst()
                .map(slider -> LatentSliderCell.extraWidth(slider.kind()))
                .orElse(0.0);
    }

    @Override
    LatentSliderCell createCell() {
        return cells.get();
    }

    @Override
    void showItem(LatentSliderCell cell, int index) {
        cell.show(sliders.getValue().get(index));
    }

    @Override
    void releaseCell(LatentSliderCell cell) {
        cell.release();
    }
}
