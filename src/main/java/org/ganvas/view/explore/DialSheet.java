package org.ganvas.view.explore;

import java.util.List;
import org.ganvas.view.fx.Follow;
import org.ganvas.viewmodel.Dial;
import org.ganvas.viewmodel.ExploreViewModel;
import org.ganvas.viewmodel.Messages;

/** The dials that are listed. FX thread. */
final class DialSheet extends SlotSheet<DialSlot> {

    private static final double NARROWEST = 196;

    private final ExploreViewModel model;
    private final DialSlot.Renaming renaming;

    DialSheet(ExploreViewModel model, DialSlot.Renaming renaming) {
        super("dialScroll", NARROWEST, 3, 8);
        this.model = model;
        this.renaming = renaming;
        bar().setAccessibleText(Messages.text("explore.sliders"));
        Follow.of(model.parts().list().shownProperty(), (property, old, now) -> {
            if (now.size() == old.size()) {
                requestLayout();
            } else {
                rewind();
            }
        });
    }

    private List<Dial> dials() {
        return model.parts().list().shownProperty().get();
    }

    @Override
    int items() {
        return dials().size();
    }

    @Override
    DialSlot make() {
        return new DialSlot(model, renaming);
    }

    @Override
    void lend(DialSlot slot, int index) {
        slot.lend(dials().get(index));
    }

    @Override
    void release(DialSlot slot) {
        slot.release();
    }
}
