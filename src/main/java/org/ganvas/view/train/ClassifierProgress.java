package org.ganvas.view.train;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.ganvas.view.fx.CardFactory;
import org.ganvas.view.fx.HelpTooltips;
import org.ganvas.viewmodel.chart.EvaluationViewModel;

/** Progress of the classifier that the metrics wait for; takes no space while none is trained. FX thread. */
public final class ClassifierProgress extends HBox {

    private static final double BAR = 72;

    /**
     * @param elsewhere whether the screen shows the progress of this data's classifier itself
     */
    public ClassifierProgress(EvaluationViewModel model, ObservableBooleanValue elsewhere) {
        super(6);
        setId("classifierProgress");
        setAlignment(Pos.CENTER_LEFT);
        Label what = CardFactory.styled(new Label(), "caption", "figure");
        what.textProperty().bind(model.classifierProperty());
        ProgressBar bar = new ProgressBar();
        bar.setPrefWidth(BAR);
        bar.setMinWidth(BAR);
        bar.progressProperty().bind(model.fractionProperty());
        bar.accessibleTextProperty().bind(model.classifierProperty());
        what.setMinWidth(0);
        setMinWidth(Region.USE_COMPUTED_SIZE);
        getChildren().addAll(what, bar);
        visibleProperty().bind(model.classifierProperty().isNotEmpty().and(Bindings.not(elsewhere)));
        managedProperty().bind(visibleProperty());
        HelpTooltips.about(this, "evaluating");
    }
}
