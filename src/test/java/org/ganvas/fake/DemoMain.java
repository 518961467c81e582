package org.ganvas.fake;

import java.nio.file.Path;
import javafx.application.Application;
import javafx.stage.Stage;
import org.ganvas.app.AppWiring;
import org.ganvas.app.SettingsFile;
import org.ganvas.session.SessionNotice;
import org.ganvas.view.prompt.WindowPrompts;
import org.ganvas.viewmodel.support.InMemoryPreferences;

/** Demo: the window of the program with a fake session. */
public final class DemoMain {

    private DemoMain() {}

    /** Takes nothing, or the settings file to use. */
    public static void main(String[] args) {
        Application.launch(Demo.class, args);
    }

    /** The window. */
    public static final class Demo extends Application {

        private AppWiring wiring;

        @Override
        public void start(Stage stage) {
            FakeTrainingSession training = new FakeTrainingSession(60);
            Path settings =
                    Path.of(getParameters().getRaw().stream().findFirst().orElse("target/demo.properties"));
            wiring = new AppWiring(
                    stage,
                    training,
                    FakeSetupChoices.all(),
                    new WindowPrompts(() -> stage, new InMemoryPreferences()),
                    new SettingsFile(settings),
                    settings.resolveSibling("demo-state"));
            wiring.open(null);
            stage.getScene().setOnKeyPressed(event -> {
                switch (event.getCode()) {
                    case F2 ->
                        training.say(
                                SessionNotice.Kind.INFO, "The grid was saved as grid.png in your pictures folder.");
                    case F3 ->
                        training.refuseNextLoad(
                                "The pictures in this folder are 64x64 colour, but this preset makes 28x28 grey ones. The run before it is kept; choose another preset or folder.");
                    case F4 ->
                        training.fail(
                                "Training stopped at step 1,204 because a loss is no longer a finite number. The run up to there is kept; reset it or lower the learning rates.");
                    case F6 -> training.breakNextTake(new IllegalStateException("a mistake made on purpose"));
                    default -> {}
                }
            });
        }

        @Override
        public void stop() throws Exception {
            wiring.close();
        }
    }
}
