package org.ganvas.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.scene.control.Labeled;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.ganvas.app.AppWiring;
import org.ganvas.app.SettingsFile;
import org.ganvas.fake.FakePrompts;
import org.ganvas.fake.FakeSetupChoices;
import org.ganvas.fake.FakeTrainingSession;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.RunFixtures;
import org.ganvas.project.recovery.RecoveryFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** First start after a crash, in the real window. */
@ExtendWith(ApplicationExtension.class)
final class RecoveryWalkTest {

    @TempDir
    static Path folder;

    private final FakeTrainingSession training = new FakeTrainingSession(2);
    private AppWiring wiring;
    private Path state;

    @Start
    void open(Stage stage) throws Exception {
        state = Files.createTempDirectory(folder, "state");
        crash();
        wiring = new AppWiring(
                stage,
                training,
                FakeSetupChoices.all(),
                new FakePrompts(),
                new SettingsFile(state.resolve("settings.properties")),
                state);
        wiring.open(null);
    }

    /** Recovery slot of a killed process: its files, and a lock file without a lock. */
    private void crash() throws Exception {
        Path before = Files.createTempDirectory(folder, "before");
        Path slot = Files.createDirectories(state.resolve("recovery/1-dead"));
        try (RecoveryFolder recovery = new RecoveryFolder(before, new ProjectStore())) {
            recovery.save(RunFixtures.rendered(), Path.of("/home/somebody/digits.ganvas"));
            try (Stream<Path> files = Files.walk(before)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.write(slot.resolve(file.getFileName()), Files.readAllBytes(file));
                }
            }
        }
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            wiring.close();
            return null;
        });
    }

    private Path[] copies() throws IOException {
        try (Stream<Path> files = Files.walk(state.resolve("recovery"))) {
            return files.filter(file -> file.toString().endsWith(".ganvas")).toArray(Path[]::new);
        }
    }

    @Test
    void enterRestoresTheRunAndSpaceDoesNotStartAnother(FxRobot robot) throws Exception {
        WindowHarness.until(() -> robot.lookup("#recoveryLayer").query().isVisible());
        ImageView image = robot.lookup(".recovery-image .image-view").queryAs(ImageView.class);
        WindowHarness.until(() -> image.getImage() != null && image.getImage().getWidth() > 100);
        robot.push(KeyCode.SPACE);
        robot.push(KeyCode.ENTER);
        WindowHarness.until(() ->
                robot.lookup("#stepCount").queryAs(Labeled.class).getText().equals("100"));
        assertFalse(robot.lookup("#recoveryLayer").query().isVisible());
        WindowHarness.until(() -> copies().length == 1 && !copies()[0].startsWith(state.resolve("recovery/1-dead")));
        RunFixtures.assertSame(RunFixtures.tiny(), new ProjectStore().load(copies()[0]));
        close(robot);
        assertEquals(0, copies().length, "a clean end leaves nothing");
    }

    @Test
    void escapeLeavesItForTheNextStart(FxRobot robot) throws Exception {
        WindowHarness.until(() -> robot.lookup("#recoveryLayer").query().isVisible());
        robot.push(KeyCode.ESCAPE);
        WindowHarness.until(() -> !robot.lookup("#recoveryLayer").query().isVisible());
        assertEquals(1, copies().length);
    }

    @Test
    void anOfferThatComesLateIsNotHiddenByTheWelcomePage(FxRobot robot) throws Exception {
        WindowHarness.until(() -> robot.lookup("#recoveryLayer").query().isVisible());
        robot.push(KeyCode.ESCAPE);
        WindowHarness.until(() -> !robot.lookup("#recoveryLayer").query().isVisible());
        robot.push(KeyCode.F2);
        WindowHarness.until(() -> robot.lookup("#welcomeLayer").tryQuery().isPresent());
        robot.interact(() -> wiring.model().projects().recovery().findRuns());
        WindowHarness.until(() -> robot.lookup("#recoveryLayer").query().isVisible());
        assertFalse(robot.lookup("#welcomeLayer").tryQuery().isPresent());
    }
}
