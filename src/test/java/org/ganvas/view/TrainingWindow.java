package org.ganvas.view;

import java.nio.file.Path;
import javafx.stage.Stage;
import org.ganvas.app.AppWiring;
import org.ganvas.app.SettingsFile;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.fake.FakePrompts;
import org.ganvas.session.PublishPolicy;
import org.ganvas.session.TrainingLoop;
import org.ganvas.session.history.HistorySettings;
import org.ganvas.session.threads.ThreadPolicy;
import org.ganvas.viewmodel.WindowViewModel;
import org.ganvas.viewmodel.support.SetupChoices;
import org.testfx.api.FxRobot;

/** The real window over a real session, with the data and presets that come with the program. */
final class TrainingWindow {

    final FakePrompts prompts = new FakePrompts();
    private final TrainingLoop session;
    private final AppWiring wiring;

    /**
     * @param folder of settings, recovery copies and checkpoints
     */
    TrainingWindow(Stage stage, Path folder) {
        NativeEngine.start();
        session = new TrainingLoop(
                PublishPolicy.SCREEN, ThreadPolicy.always(1), HistorySettings.ofWindow(folder.resolve("history"), 64));
        wiring = new AppWiring(
                stage,
                session,
                new SetupChoices(PresetRegistry.all(), DatasetRegistry.builtIns()),
                prompts,
                new SettingsFile(folder.resolve("settings.properties")),
                folder.resolve("state"));
        wiring.open(null);
        WindowHarness.withoutTooltips(stage.getScene());
    }

    WindowViewModel model() {
        return wiring.model();
    }

    void closeWith(FxRobot robot) {
        robot.interact(() -> {
            wiring.close();
            return null;
        });
        session.close();
    }
}
