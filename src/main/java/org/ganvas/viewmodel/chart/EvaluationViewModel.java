package org.ganvas.viewmodel.chart;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.evaluation.EvaluationProgress;
import org.ganvas.session.evaluation.EvaluationProgress.Stage;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.ganvas.viewmodel.text.Messages;

/** What the first values of the metrics wait for. FX thread. */
public final class EvaluationViewModel implements SnapshotListener {

    private final TrainingSession session;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper classifier = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper();

    public EvaluationViewModel(TrainingSession session) {
        this.session = session;
    }

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        EvaluationProgress now = snapshot.run() == null ? EvaluationProgress.OFF : session.evaluation();
        String percent = Long.toString(Math.round(100 * now.fraction()));
        text.set(Messages.text("evaluating." + now.stage(), percent));
        classifier.set(now.stage() == Stage.CLASSIFIER ? text.get() : "");
        fraction.set(now.fraction());
    }

    // ---- Properties ----

    /** What the evaluation does or waits for, in a sentence. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** Progress of the classifier's training in words; empty while none is trained. */
    public ReadOnlyStringProperty classifierProperty() {
        return classifier.getReadOnlyProperty();
    }

    /** Progress of the classifier's training, 0 to 1. */
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }
}
