package org.ganvas.view.train;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import javafx.beans.property.SimpleBooleanProperty;
import org.ganvas.fake.FakeTrainingSession;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.evaluation.EvaluationProgress;
import org.ganvas.viewmodel.WindowFixture;
import org.ganvas.viewmodel.chart.EvaluationViewModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** One progress of a classifier at a time. */
@ExtendWith(ApplicationExtension.class)
final class ClassifierProgressTest {

    @Test
    void aScreenThatShowsTheProgressItselfReplacesIt(FxRobot robot) {
        FakeTrainingSession fake = WindowFixture.ready().training;
        TrainingSession session = (TrainingSession) Proxy.newProxyInstance(
                TrainingSession.class.getClassLoader(),
                new Class<?>[] {TrainingSession.class},
                (proxy, method, arguments) -> new EvaluationProgress(EvaluationProgress.Stage.CLASSIFIER, 0.5));
        EvaluationViewModel model = new EvaluationViewModel(session);
        model.onSnapshot(fake.takeSnapshot());
        SimpleBooleanProperty elsewhere = new SimpleBooleanProperty();
        robot.interact(() -> {
            ClassifierProgress progress = new ClassifierProgress(model, elsewhere);
            assertTrue(progress.isVisible());
            elsewhere.set(true);
            assertFalse(progress.isManaged());
        });
    }
}
