package org.ganvas.view.train;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ganvas.session.run.RunState;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.view.fx.MotionPreference;
import org.ganvas.view.fx.ViewBindings;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.train.TransportViewModel;

/** Overlay over the samples while data is loaded: progress and a cancel button. FX thread. */
final class LoadingOverlay extends StackPane {

    private final ProgressBar bar = new ProgressBar(0);
    private final Label percent = CardFactory.styled(new Label(), "caption", "figure");

    LoadingOverlay(TransportViewModel run) {
        getStyleClass().add("loading-overlay");
        setId("loadingOverlay");
        Button cancel = new Button(Messages.text("loading.cancel"));
        cancel.setId("cancelLoading");
        cancel.setOnAction(event -> run.cancelLoading());
        HelpTooltips.tip(cancel, Messages.text("loading.cancel.tip"));
        bar.setProgress(MotionPreference.indeterminateProgress());
        bar.setPrefWidth(240);
        bar.setAccessibleText(Messages.text("loading.title"));
        HBox row = new HBox(12, bar, percent);
        row.setAlignment(Pos.CENTER_LEFT);
        VBox card = CardFactory.filled(CardFactory.card(Messages.text("loading.title")), row, cancel);
        card.setAlignment(Pos.CENTER_LEFT);
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().add(card);
        visibleProperty().bind(run.stateProperty().isEqualTo(RunState.LOADING));
        ViewBindings.show(run.loadingProperty(), now -> show(now.doubleValue()));
    }

    private void show(double progress) {
        bar.setProgress(progress > 0 ? progress : MotionPreference.indeterminateProgress());
        percent.setText(progress > 0 ? Math.round(100 * progress) + " %" : "");
    }
}
