package org.ganvas.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.ganvas.bench.window.LayoutAudit;
import org.ganvas.data.DatasetEntry;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.fake.FakePrompts;
import org.ganvas.fake.FakeSetupChoices;
import org.ganvas.fake.FakeTrainingSession;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.run.RunRequest;
import org.ganvas.view.fx.BundledFonts;
import org.ganvas.view.fx.SceneNodes;
import org.ganvas.view.fx.TextScaling;
import org.ganvas.view.fx.WindowTheme;
import org.ganvas.view.prompt.PromptLayer;
import org.ganvas.viewmodel.WindowViewModel;
import org.ganvas.viewmodel.explore.ExploreViewModel.Tool;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.window.AppScreen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * The whole window in every size of screen, text size and language, in and out of presentation mode, with every pane
 * behind a tab brought to the front: nothing off screen, nothing cut, nothing over another, no needless scroll bar.
 */
@ExtendWith(ApplicationExtension.class)
final class WindowLayoutTest {

    private static final List<Integer> TEXT_SIZES = List.of(100, 130, 150, 200);
    private static final int LARGE = 150;
    private static final int SETTLE = 3;

    /** What was found, with the first state in which it was found. */
    private final Map<String, String> findings = new TreeMap<>();

    private WindowViewModel model;
    private FakeTrainingSession training;
    private WindowTheme theme;
    private Stage stage;
    private Scene scene;
    private MainView view;
    private long nanos;

    @Start
    void open(Stage newStage) {
        stage = newStage;
        BundledFonts.load();
        training = new FakeTrainingSession(0);
        model = new WindowViewModel(training, new FakePrompts(), FakeSetupChoices.all(), Runnable::run);
        scene = new Scene(new StackPane(), 1024, 640);
        theme = new WindowTheme(scene, WindowTheme.Mode.DARK, mode -> {});
        TextScaling.bind(model.presentation().textSizeProperty(), theme);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() {
        onFxThread(() -> {
            model.presentation().setOn(false);
            model.display().chooseTextSize(100);
            view.dispose();
            stage.close();
        });
        Messages.setLanguage(Locale.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource({
        "en, minute, 1024, 640",
        "en, ring, 1024, 640",
        "en, minute, 1440, 900",
        "zh-CN, minute, 1024, 640",
        "zh-CN, ring, 1280, 720"
    })
    void everythingIsInSight(String language, String preset, double width, double height) {
        onFxThread(() -> {
            Messages.setLanguage(Locale.forLanguageTag(language));
            view = new MainView(model, theme, scene, new PromptLayer());
            load(preset);
            stage.setWidth(width);
            stage.setHeight(height);
            model.presentation().setHeight(height);
        });
        for (int size : TEXT_SIZES) {
            // Presentation mode has large text anyway.
            for (boolean presenting : size < LARGE ? new boolean[] {false} : new boolean[] {false, true}) {
                String state =
                        "%s %.0fx%.0f %d%%%s".formatted(language, width, height, size, presenting ? " presenting" : "");
                onFxThread(() -> {
                    model.display().chooseTextSize(size);
                    model.presentation().setOn(presenting);
                });
                walkTrain(state);
                walkExplore(state);
                walkOthers(state);
            }
        }
        assertEquals("", report());
    }

    private void load(String id) {
        Preset preset = PresetRegistry.get(id);
        training.submit(new TrainingCommand.Load(new RunRequest(preset.id(), preset.spec(), DatasetEntry.DOODLES, 1)));
    }

    private void walkTrain(String state) {
        onFxThread(() -> model.navigation().show(AppScreen.TRAIN));
        eachTab(state + " train");
        onFxThread(() -> {
            model.train().inspection().openProperty().set(true);
            model.train().inspection().scoresProperty().set(true);
        });
        look(state + " train inspection");
        onFxThread(() -> {
            model.train().inspection().openProperty().set(false);
            model.train().inspection().scoresProperty().set(false);
        });
    }

    private void walkExplore(String state) {
        onFxThread(() -> model.navigation().show(AppScreen.EXPLORE));
        eachTab(state + " explore");
        for (Tool tool : Tool.values()) {
            onFxThread(() -> model.explore().toolProperty().set(tool));
            look(state + " " + tool);
        }
        fold(true);
        eachTab(state + " film");
        fold(false);
    }

    /** The other screens, also with a problem of two lines above them. */
    private void walkOthers(String state) {
        onFxThread(() -> model.notices().report("A file named " + "long ".repeat(24) + "cannot be read."));
        for (AppScreen screen : List.of(AppScreen.LAB, AppScreen.TRANSLATE, AppScreen.DREAM)) {
            onFxThread(() -> model.navigation().show(screen));
            eachTab(state + " " + screen);
        }
        onFxThread(() -> model.notices().dismissProblem());
    }

    private void fold(boolean open) {
        onFxThread(() -> scene.getRoot().lookupAll("#filmFold").forEach(node -> {
            ((TitledPane) node).setAnimated(false);
            ((TitledPane) node).setExpanded(open);
        }));
    }

    /** Brings each pane that is behind a tab to the front. */
    private void eachTab(String state) {
        settle();
        List<String> tabs = new ArrayList<>();
        onFxThread(() -> scene.getRoot().lookupAll(".pane-tab").stream()
                .filter(SceneNodes::isShown)
                .map(Node::getId)
                .sorted(Comparator.naturalOrder())
                .forEach(tabs::add));
        for (String tab : tabs) {
            onFxThread(() -> ((ToggleButton) scene.lookup("#" + tab)).fire());
            look(state + " " + tab);
        }
        if (tabs.isEmpty()) {
            look(state);
        }
    }

    private void look(String state) {
        settle();
        onFxThread(() -> LayoutAudit.findings(scene).forEach(finding -> findings.putIfAbsent(finding, state)));
    }

    private void settle() {
        for (int i = 0; i < SETTLE; i++) {
            onFxThread(() -> {
                nanos += 100_000_000;
                model.onFrame(nanos);
                scene.getRoot().applyCss();
                scene.getRoot().layout();
            });
            // What the frame left for later.
            onFxThread(() -> {});
        }
    }

    /** Runs on the FX thread after what is queued there, without a robot's pauses. */
    private static void onFxThread(Runnable work) {
        CompletableFuture.runAsync(work, Platform::runLater).join();
    }

    private String report() {
        return findings.entrySet().stream()
                .map(entry -> entry.getKey() + "  [" + entry.getValue() + "]")
                .collect(Collectors.joining("\n"));
    }
}
