package org.ganvas.view.dream;

import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.ganvas.view.explore.ExploreButtons;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.viewmodel.dream.DreamViewModel;
import org.ganvas.viewmodel.text.Messages;

/** Progress of the classifier that the work waits for; takes no space while none is awaited. FX thread. */
final class AwaitedClassifierProgress extends HBox {

    /**
     * @param needed whether nothing else on the screen shows the progress
     */
    AwaitedClassifierProgress(DreamViewModel model, ObservableBooleanValue needed) {
        super(8);
        setId("dreamAwaited");
        setAlignment(Pos.CENTER_LEFT);
        ProgressBar bar = new ProgressBar();
        bar.setAccessibleText(Messages.text("dream.progress"));
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setMinWidth(0);
        bar.progressProperty().bind(model.features().progressProperty());
        HBox.setHgrow(bar, Priority.ALWAYS);
        Label what = CardFactory.caption(Messages.text("dream.progress"));
        what.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(what, bar);
        ExploreButtons.showWhen(this, model.awaitsClassifierProperty().and(needed));
    }
}
