package org.ganvas.view.dream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.beans.property.SimpleBooleanProperty;
import org.ganvas.data.DatasetEntry;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.fake.FakePrompts;
import org.ganvas.fake.FakeTrainingSession;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.run.RunRequest;
import org.ganvas.viewmodel.dream.DreamViewModel;
import org.ganvas.viewmodel.dream.FeatureChoice;
import org.ganvas.viewmodel.support.UndoStack;
import org.ganvas.viewmodel.window.AppScreen;
import org.ganvas.viewmodel.window.NavigationViewModel;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** Progress of a classifier beside the image, while the pane of the features is behind a tab. */
@ExtendWith(ApplicationExtension.class)
final class AwaitedClassifierProgressTest {

    /** A model on the Dream screen whose classifier is never ready. */
    private static DreamViewModel waiting() {
        FakeTrainingSession training = new FakeTrainingSession(0);
        NavigationViewModel screens = new NavigationViewModel();
        DreamViewModel model = new DreamViewModel(
                screens,
                () -> null,
                new DreamViewModel.Dependencies(
                        training,
                        new FakePrompts(),
                        new UndoStack(),
                        new NoticesViewModel(failure -> null),
                        Runnable::run,
                        new DreamViewModel.Background(Runnable::run, Runnable::run, never -> {}, Runnable::run)));
        training.submit(new TrainingCommand.Load(
                new RunRequest("minute", PresetRegistry.get("minute").spec(), DatasetEntry.DOODLES, 1)));
        model.onSnapshot(training.takeSnapshot());
        model.onFrame(0);
        screens.show(AppScreen.DREAM);
        model.onFrame(0);
        return model;
    }

    @Test
    void progressIsShownWhereThePaneOfTheFeaturesIsNot(FxRobot robot) {
        robot.interact(() -> {
            DreamViewModel model = waiting();
            SimpleBooleanProperty needed = new SimpleBooleanProperty(true);
            AwaitedClassifierProgress progress = new AwaitedClassifierProgress(model, needed);
            assertEquals(
                    FeatureChoice.CLASSIFIER, model.settingsProperty().get().features());
            assertTrue(progress.isVisible());
            needed.set(false);
            assertFalse(progress.isManaged());
            needed.set(true);
            model.chooseFeatures(FeatureChoice.RANDOM);
            assertFalse(progress.isManaged(), "nothing waits for it");
        });
    }
}
