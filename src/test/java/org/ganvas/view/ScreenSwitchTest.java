package org.ganvas.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.ganvas.bench.window.LayoutAudit;
import org.ganvas.fake.FakePrompts;
import org.ganvas.fake.FakeSetupChoices;
import org.ganvas.fake.FakeTrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.RunState;
import org.ganvas.view.fx.BundledFonts;
import org.ganvas.view.fx.FoldingChoice;
import org.ganvas.view.fx.SceneNodes;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.WindowTheme;
import org.ganvas.viewmodel.WindowViewModel;
import org.ganvas.viewmodel.text.Messages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kordamp.ikonli.feather.Feather;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The header with the choice of seven screens, more than there are. */
@ExtendWith(ApplicationExtension.class)
final class ScreenSwitchTest {

    private static final List<String> SCREENS =
            List.of("Train", "Explore", "Lab", "Translate", "Compare", "Lessons", "Experiments");

    private final SimpleObjectProperty<String> chosen = new SimpleObjectProperty<>("Train");
    private WindowViewModel model;
    private FoldingChoice<String> choice;
    private Stage stage;
    private VBox root;

    @Start
    void open(Stage newStage) {
        stage = newStage;
        // The stage is shared with tests of the whole window, which limits it.
        stage.setMinWidth(0);
        stage.setMinHeight(0);
        BundledFonts.load();
        Messages.setLanguage(Locale.ENGLISH);
        model = new WindowViewModel(
                new FakeTrainingSession(0), new FakePrompts(), FakeSetupChoices.all(), Runnable::run);
        root = new VBox();
        root.getStyleClass().add("ganvas");
        Scene scene = new Scene(root, 1024, 640);
        WindowTheme theme = new WindowTheme(scene, WindowTheme.Mode.DARK, mode -> {});
        TextScaling.bind(model.presentation().textSizeProperty(), theme);
        choice = new FoldingChoice<>(
                "screen", "Screen", SCREENS, name -> name, name -> Feather.BOX, chosen, chosen::set);
        root.getChildren().add(new HeaderBar(model, theme, choice, List.of(new MenuItem("Item"))));
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() {
        onFxThread(() -> {
            model.display().chooseTextSize(100);
            stage.close();
        });
    }

    @ParameterizedTest
    @CsvSource({"1440, 100, names", "1024, 130, names", "1024, 150, icons", "1024, 200, icons", "800, 200, list"})
    void sevenScreensFoldByTheRoomThereIs(double width, int size, String shown) throws TimeoutException {
        // The size arrives although nothing but the view model holds what carries it.
        System.gc();
        onFxThread(() -> {
            stage.setWidth(width);
            model.display().chooseTextSize(size);
        });
        // The window system answers later on a busy machine.
        WindowHarness.until(() -> stage.getScene().getWidth() == width);
        for (String screen : SCREENS) {
            onFxThread(() -> choose(screen));
            try {
                WindowHarness.until(() -> isLaidOutAs(shown));
            } catch (TimeoutException e) {
                fail(screen + " by " + shown() + " in " + root.getWidth() + " at " + TextScaling.of(100) + " % in "
                        + Messages.locale() + ": " + shownTexts());
            }
            onFxThread(() -> {
                assertEquals(List.of(), LayoutAudit.findings(stage.getScene()), screen + " by " + shown());
                assertEquals(shown, shown());
                assertTrue(texts().contains(screen), screen);
            });
        }
    }

    /** As arrow keys do, which select the next button without an action. */
    @Test
    void whatIsSelectedIsShown() {
        onFxThread(() -> {
            choice.buttons().get(1).setSelected(true);
            assertEquals("Explore", chosen.get());
            choice.buttons().get(2).fire();
            assertEquals("Lab", chosen.get());
            choice.buttons().get(2).fire();
            assertEquals(
                    List.of("Lab"),
                    choice.buttons().stream()
                            .filter(ToggleButton::isSelected)
                            .map(ToggleButton::getUserData)
                            .toList(),
                    "a second click leaves it");
        });
    }

    @Test
    void screensStayWhereTheyAreWhileTheStepCountGrows() throws TimeoutException {
        onFxThread(() -> stage.setWidth(1440));
        WindowHarness.until(() -> stage.getScene().getWidth() == 1440);
        onFxThread(() -> {
            model.onFrame(1);
            root.applyCss();
            root.layout();
            double before = choice.localToScene(0, 0).getX();
            for (long step : new long[] {9, 12, 345, 9_999}) {
                show(step);
                assertEquals(before, choice.localToScene(0, 0).getX(), "at step " + step);
            }
            show(10_000);
            double later = choice.localToScene(0, 0).getX();
            for (long step : new long[] {123_456, 999_999}) {
                show(step);
                assertEquals(later, choice.localToScene(0, 0).getX(), "at step " + step);
            }
        });
    }

    private void show(long step) {
        TrainingSnapshot none = TrainingSnapshot.EMPTY;
        TrainingSnapshot snapshot = new TrainingSnapshot(
                RunState.RUNNING, null, -1, step, 1, 0, 0, 0, none.threads(), null, TrainingSnapshot.Grids.NONE, null);
        model.status().onSnapshot(snapshot);
        model.train().run().onSnapshot(snapshot);
        root.applyCss();
        root.layout();
    }

    /** Lays out, and says whether the choice is shown so. FX thread. */
    private boolean isLaidOutAs(String expected) {
        root.applyCss();
        root.layout();
        return expected.equals(shown());
    }

    /** Chooses by what is shown, the buttons or the list. */
    private void choose(String screen) {
        if (choice.list().isVisible()) {
            ((RadioMenuItem) choice.list().getItems().get(SCREENS.indexOf(screen))).fire();
        } else {
            choice.buttons().get(SCREENS.indexOf(screen)).fire();
        }
        assertEquals(screen, chosen.get());
    }

    private String shown() {
        if (choice.list().isVisible()) {
            return "list";
        }
        return texts().size() == SCREENS.size() ? "names" : texts().size() == 1 ? "icons" : "some";
    }

    /** Names of the screens that can be read. */
    private List<String> texts() {
        return shownTexts().stream().filter(SCREENS::contains).toList();
    }

    private List<String> shownTexts() {
        return root.lookupAll(".text").stream()
                .filter(SceneNodes::isShown)
                .filter(Text.class::isInstance)
                .map(text -> ((Text) text).getText())
                .toList();
    }

    private static void onFxThread(Runnable work) {
        CompletableFuture.runAsync(work, Platform::runLater).join();
    }
}
