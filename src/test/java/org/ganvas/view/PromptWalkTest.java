package org.ganvas.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.fake.FakeFileDialogs;
import org.ganvas.fake.FileDrops;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.RunFixtures;
import org.ganvas.view.prompt.WindowPrompts;
import org.ganvas.viewmodel.support.InMemoryPreferences;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Every way into a prompt, with the real prompts in the real window and a step that is not saved. */
@ExtendWith(ApplicationExtension.class)
final class PromptWalkTest {

    @TempDir
    static Path folder;

    private final FakeFileDialogs dialogs = new FakeFileDialogs();
    private final InMemoryPreferences folders = new InMemoryPreferences();
    private WindowHarness window;

    @Start
    void open(Stage stage) {
        window = new WindowHarness(stage, folder, new WindowPrompts(() -> stage, dialogs, folders));
        WindowHarness.withoutTooltips(window.scene());
    }

    @BeforeEach
    void trainOneStep(FxRobot robot) throws TimeoutException {
        WindowHarness.until(() -> !node("#startButton").isDisabled());
        robot.interact(() -> ((Button) node("#stepButton")).fire());
        WindowHarness.until(() -> text("#stepCount").equals("1"));
    }

    @AfterEach
    void nothingFailed(FxRobot robot) {
        assertEquals("", text("#problemText"));
        window.closeWith(robot);
    }

    // ---- Ways in, each left by Cancel and then by Discard ----

    @Test
    void aNewFolderIsNamedWithoutExtension(FxRobot robot) throws TimeoutException {
        File named = folder.resolve("translated").toFile();
        dialogs.answer(named);
        AtomicReference<Path> chosen = new AtomicReference<>();
        robot.interact(
                () -> new WindowPrompts(() -> window.stage, dialogs, folders).chooseExport("translated", chosen::set));
        WindowHarness.until(() -> chosen.get() != null);
        assertEquals(named.toPath(), chosen.get());
    }

    @Test
    void eachKindOfFileIsAskedForInItsOwnLastFolder(FxRobot robot) throws Exception {
        WindowPrompts prompts = new WindowPrompts(() -> window.stage, dialogs, folders);
        Path films = Files.createDirectories(folder.resolve("films"));
        Path images = Files.createDirectories(folder.resolve("images"));
        Path runs = Files.createDirectories(folder.resolve("runs"));
        File home = new File(System.getProperty("user.home"));
        assertEquals(home, askedIn(robot, films.resolve("walk.png"), done -> prompts.chooseFilm("walk.png", done)));
        assertEquals(home, askedIn(robot, images.resolve("a.png"), done -> prompts.chooseExport("a.png", done)));
        assertEquals(home, askedIn(robot, runs.resolve("a.ganvas"), prompts::chooseProjectToSave));
        WindowPrompts nextStart = new WindowPrompts(() -> window.stage, dialogs, folders);
        assertEquals(films.toFile(), askedIn(robot, null, done -> nextStart.chooseFilm("walk.mp4", done)));
        assertEquals(images.toFile(), askedIn(robot, null, nextStart::chooseImage));
        assertEquals(runs.toFile(), askedIn(robot, null, nextStart::chooseProjectToOpen));
        // Of a kind that was never chosen, beside the project.
        assertEquals(runs.toFile(), askedIn(robot, null, done -> nextStart.chooseExport("curves.csv", done)));
        Files.delete(films);
        assertEquals(runs.toFile(), askedIn(robot, null, done -> nextStart.chooseFilm("walk.gif", done)));
    }

    @Test
    void aNewFileIsOfferedANameThatIsFree(FxRobot robot) throws Exception {
        WindowPrompts prompts = new WindowPrompts(() -> window.stage, dialogs, folders);
        Path runs = Files.createDirectories(folder.resolve("saved"));
        askedIn(robot, runs.resolve("run.ganvas"), prompts::chooseProjectToSave);
        askedIn(robot, null, prompts::chooseProjectToSave);
        Files.createFile(runs.resolve("run.ganvas"));
        askedIn(robot, null, prompts::chooseProjectToSave);
        Files.createFile(runs.resolve("run 2.ganvas"));
        askedIn(robot, null, prompts::chooseProjectToSave);
        Files.createDirectory(runs.resolve("translated"));
        askedIn(robot, null, done -> prompts.chooseExport("translated", done));
        List<String> names = dialogs.names();
        assertEquals(
                List.of("run.ganvas", "run 2.ganvas", "run 3.ganvas", "translated 2"),
                names.subList(names.size() - 4, names.size()));
    }

    /** Folder in which a file dialog begins. */
    private File askedIn(FxRobot robot, @Nullable Path answer, Consumer<Consumer<Path>> question)
            throws TimeoutException {
        int before = dialogs.titles().size();
        dialogs.answer(answer == null ? null : answer.toFile());
        robot.interact(() -> question.accept(chosen -> {}));
        WindowHarness.until(
                () -> dialogs.titles().size() > before && !node("#promptLayer").isVisible());
        return dialogs.folders().get(before);
    }

    @Test
    void reset(FxRobot robot) throws TimeoutException {
        asksAndIsLeftByEscape(robot, () -> robot.push(KeyCode.R), "Save this run before resetting?");
        robot.push(KeyCode.R);
        discard(robot);
        WindowHarness.until(() -> text("#stepCount").equals("0"));
    }

    @Test
    void openedFolderAsksFromInsideAFrame(FxRobot robot) throws TimeoutException {
        dialogs.answer(folder.resolve("cats").toFile());
        Runnable open = () -> robot.interact(() -> ((Button) node("#folderButton")).fire());
        asksAndIsLeftByEscape(robot, open, "Save this run before starting a new one?");
        open.run();
        discard(robot);
        WindowHarness.until(() -> window.training.run().dataName().equals("cats"));
    }

    @Test
    void droppedFolder(FxRobot robot) throws TimeoutException {
        File dropped = folder.toFile();
        Runnable drop = () -> robot.interact(() -> FileDrops.drop(window.scene(), dropped));
        asksAndIsLeftByEscape(robot, drop, "Save this run before starting a new one?");
        drop.run();
        discard(robot);
        WindowHarness.until(() -> window.training.run().request().dataId().equals(dropped.getAbsolutePath()));
    }

    @Test
    void droppedAndOpenedProject(FxRobot robot) throws Exception {
        Path project = folder.resolve("dropped.ganvas");
        new ProjectStore().save(RunFixtures.rendered(), project);
        Runnable drop = () -> robot.interact(() -> FileDrops.drop(window.scene(), project.toFile()));
        asksAndIsLeftByEscape(robot, drop, "Save this run before opening another?");
        dialogs.answer(project.toFile());
        Runnable open = () -> robot.interact(() -> window.menuItem("menuOpen").fire());
        asksAndIsLeftByEscape(robot, open, "Save this run before opening another?");
        open.run();
        discard(robot);
        WindowHarness.until(() -> window.stage.getTitle().startsWith("dropped.ganvas"));
        // The fixture was saved with other data than the built-in data of that name.
        WindowHarness.until(() -> node("#problemAction").isVisible());
        robot.interact(() -> ((Button) node("#problemAction")).fire());
        robot.interact(() -> ((Button) node("#stepButton")).fire());
        WindowHarness.until(() -> window.stage.getTitle().contains("•"));
        Runnable recent = () -> robot.interact(() -> ((javafx.scene.control.Menu) window.menuItem("menuRecent"))
                .getItems()
                .get(0)
                .fire());
        asksAndIsLeftByEscape(robot, recent, "Save this run before opening another?");
    }

    @Test
    void anotherPresetDatasetBatchAndSeed(FxRobot robot) throws TimeoutException {
        String question = "Save this run before starting a new one?";
        ComboBox<Object> preset = robot.lookup("#presetChoice").queryComboBox();
        asksAndIsLeftByEscape(robot, () -> robot.interact(() -> preset.setValue(PresetRegistry.get("ring"))), question);
        ComboBox<Object> data = robot.lookup("#dataChoice").queryComboBox();
        asksAndIsLeftByEscape(
                robot, () -> robot.interact(() -> data.getSelectionModel().select(1)), question);
        TextField seed = robot.lookup("#seedField").queryAs(TextField.class);
        asksAndIsLeftByEscape(
                robot,
                () -> robot.interact(() -> {
                    seed.setText("77");
                    seed.getOnAction().handle(null);
                }),
                question);
        assertEquals("1", seed.getText());
        robot.interact(() -> preset.setValue(PresetRegistry.get("ring")));
        discard(robot);
        WindowHarness.until(() -> window.training.run().request().presetId().equals("ring"));
    }

    @Test
    void importedModel(FxRobot robot) throws TimeoutException {
        dialogs.answer(folder.resolve("generator.zip").toFile());
        Runnable importing =
                () -> robot.interact(() -> window.menuItem("menuImport").fire());
        asksAndIsLeftByEscape(robot, importing, "Save this run before opening another?");
        assertEquals(List.of("Import a Deeplearning4j generator"), dialogs.titles());
    }

    @Test
    void closedWindowSavesFirst(FxRobot robot) throws TimeoutException {
        Runnable close = () -> robot.interact(
                () -> window.stage.fireEvent(new WindowEvent(window.stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        asksAndIsLeftByEscape(robot, close, "Save this run before closing Ganvas?");
        assertTrue(window.stage.isShowing());
        close.run();
        close.run();
        assertEquals(1, robot.lookup(".prompt-card").queryAll().size(), "a second request asks no second time");
        robot.push(KeyCode.ENTER);
        WindowHarness.until(() -> !node("#promptLayer").isVisible());
        assertTrue(window.stage.isShowing(), "the file dialog was cancelled");
        Path saved = folder.resolve("closed.ganvas");
        dialogs.answer(saved.toFile());
        close.run();
        robot.push(KeyCode.ENTER);
        WindowHarness.until(() -> !window.stage.isShowing());
        assertTrue(saved.toFile().isFile());
    }

    // ---- The prompts themselves ----

    @Test
    void promptKeepsKeysAndFocus(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.R);
        waitFor("Save this run before resetting?");
        for (int i = 0; i < 8; i++) {
            robot.push(KeyCode.TAB);
            WaitForAsyncUtils.waitForFxEvents();
            assertTrue(inPrompt(window.scene().getFocusOwner()), "after Tab number " + i);
        }
        robot.push(KeyCode.CONTROL, KeyCode.D);
        robot.push(KeyCode.S);
        robot.push(KeyCode.F1);
        robot.interact(() -> node("#startButton").requestFocus());
        WindowHarness.until(() -> inPrompt(window.scene().getFocusOwner()));
        assertEquals("1", text("#stepCount"));
        assertEquals(List.of(), dialogs.titles());
        assertFalse(robot.lookup("#helpLayer").tryQuery().isPresent());
        robot.push(KeyCode.ESCAPE);
        WindowHarness.until(() -> !node("#promptLayer").isVisible());
    }

    @Test
    void escapeClosesAProblemThatPushesTheScreenDown(FxRobot robot) throws TimeoutException {
        double before = top("#trainScreen");
        robot.interact(() -> window.model().notices().report("The disk is full."));
        WindowHarness.until(() -> top("#trainScreen") > before);
        assertTrue(node("#problemBanner")
                        .localToScene(node("#problemBanner").getBoundsInLocal())
                        .getMaxY()
                <= top("#trainScreen") + 1);
        robot.push(KeyCode.ESCAPE);
        WindowHarness.until(() -> top("#trainScreen") == before);
    }

    private double top(String selector) {
        return node(selector).localToScene(0, 0).getY();
    }

    private boolean inPrompt(Node node) {
        Node ancestor = node;
        while (ancestor != null && !"promptLayer".equals(ancestor.getId())) {
            ancestor = ancestor.getParent();
        }
        return ancestor != null;
    }

    @Test
    void laterPromptLiesOverTheEarlierOne(FxRobot robot) throws TimeoutException {
        robot.interact(() -> window.menuItem("menuAbout").fire());
        waitFor(text(".prompt-title"));
        robot.interact(() -> window.stage.fireEvent(new WindowEvent(window.stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        assertEquals(2, robot.lookup(".prompt-card").queryAll().size());
        robot.push(KeyCode.ESCAPE);
        WindowHarness.until(() -> robot.lookup(".prompt-card").queryAll().size() == 1);
        assertTrue(node("#promptLayer").isVisible());
        robot.push(KeyCode.ESCAPE);
        WindowHarness.until(() -> !node("#promptLayer").isVisible());
    }

    @Test
    void openPromptOutlivesAChangeOfTheLanguage(FxRobot robot) throws TimeoutException {
        robot.push(KeyCode.R);
        waitFor("Save this run before resetting?");
        robot.interact(() -> window.menuItem("menuLanguagezh").fire());
        WindowHarness.until(() -> text("#startButton").equals("开始"));
        assertTrue(node("#promptLayer").isVisible());
        discard(robot);
        WindowHarness.until(() -> text("#stepCount").equals("0"));
        robot.interact(() -> window.menuItem("menuLanguageen").fire());
        WindowHarness.until(() -> text("#startButton").equals("Start"));
    }

    @Test
    void favouriteIsRenamed(FxRobot robot) throws TimeoutException {
        robot.interact(() -> window.model().explore().actions().addFavourite());
        robot.interact(() -> window.model().explore().actions().renameFavourite(0));
        TextField field = robot.lookup("#promptName").queryAs(TextField.class);
        robot.interact(() -> field.setText(""));
        robot.push(KeyCode.ENTER);
        assertTrue(node("#promptLayer").isVisible(), "a name is never empty");
        robot.interact(() -> field.setText("a seven"));
        robot.push(KeyCode.ENTER);
        WindowHarness.until(() -> !node("#promptLayer").isVisible());
        assertEquals(
                "a seven",
                window.model()
                        .explore()
                        .models()
                        .favourites()
                        .favouritesProperty()
                        .get()
                        .get(0)
                        .name());
    }

    // ---- Steps ----

    private void asksAndIsLeftByEscape(FxRobot robot, Runnable way, String question) throws TimeoutException {
        way.run();
        waitFor(question);
        robot.push(KeyCode.ESCAPE);
        WindowHarness.until(() -> !node("#promptLayer").isVisible());
        assertFalse(text("#stepCount").equals("0"), "the run is kept");
    }

    private void waitFor(String question) throws TimeoutException {
        WindowHarness.until(
                () -> node("#promptLayer").isVisible() && text(".prompt-title").equals(question));
    }

    private void discard(FxRobot robot) throws TimeoutException {
        WindowHarness.until(() -> window.scene().lookup("#promptDiscard") != null);
        robot.clickOn("#promptDiscard");
    }

    private Node node(String selector) {
        return window.scene().lookup(selector);
    }

    private String text(String selector) {
        return ((Labeled) node(selector)).getText();
    }
}
