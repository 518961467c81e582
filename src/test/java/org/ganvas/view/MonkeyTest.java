package org.ganvas.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import org.ganvas.bench.window.MonkeyFiles;
import org.ganvas.bench.window.MonkeyRun;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.view.prompt.WindowPrompts;
import org.ganvas.viewmodel.support.InMemoryPreferences;
import org.ganvas.viewmodel.text.Messages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Short version of {@link MonkeyRun}. */
@ExtendWith(ApplicationExtension.class)
final class MonkeyTest {

    @TempDir
    static Path folder;

    private MonkeyFiles files;
    private WindowHarness window;

    @Start
    void open(Stage stage) throws IOException {
        files = new MonkeyFiles(folder, new SeededRandomStream(3, Purpose.EXPLORE_LATENT, 1));
        window = new WindowHarness(stage, folder, new WindowPrompts(() -> stage, files, new InMemoryPreferences()));
    }

    @AfterEach
    void close(FxRobot robot) {
        window.closeWith(robot);
        Messages.setLanguage(Locale.ENGLISH);
    }

    @Test
    void threeHundredRandomInputsBreakNothing() throws InterruptedException, TimeoutException {
        WindowHarness.until(() -> !window.scene().lookup("#startButton").isDisabled());
        assertEquals(List.of(), new MonkeyRun(window.stage, files, null, 3, null).play(300));
    }
}
