package org.ganvas.viewmodel.dream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.imageio.ImageIO;
import org.ganvas.data.DatasetEntry;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.state.TrainerState;
import org.ganvas.fake.FakePrompts;
import org.ganvas.fake.FakeTrainingSession;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.dream.DreamFeatures;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.dream.DreamImages.Role;
import org.ganvas.viewmodel.support.UndoStack;
import org.ganvas.viewmodel.window.AppScreen;
import org.ganvas.viewmodel.window.NavigationViewModel;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Dream screen over a fake session; background work runs when the test asks for it. */
class DreamViewModelTest {

    private final FakeTrainingSession training = new FakeTrainingSession(0);
    private final FakePrompts prompts = new FakePrompts();
    private final UndoStack undo = new UndoStack();
    private final NoticesViewModel notices = new NoticesViewModel(failure -> null);
    private final NavigationViewModel screens = new NavigationViewModel();
    private final Deque<Runnable> queue = new ArrayDeque<>();
    private final Deque<Runnable> trainings = new ArrayDeque<>();
    private boolean trainsLater;
    private final DreamViewModel model = new DreamViewModel(
            screens,
            () -> null,
            new DreamViewModel.Dependencies(
                    training,
                    prompts,
                    undo,
                    notices,
                    Runnable::run,
                    new DreamViewModel.Background(queue::add, Runnable::run, this::train, Runnable::run)));

    @TempDir
    private Path folder;

    private void load(String preset, String data) {
        training.submit(new TrainingCommand.Load(
                new RunRequest(preset, PresetRegistry.get(preset).spec(), data, 1)));
        TrainingSnapshot snapshot = training.takeSnapshot();
        if (snapshot != null) {
            model.onSnapshot(snapshot);
        }
        model.onFrame(0);
    }

    private void train(Runnable work) {
        if (trainsLater) {
            trainings.add(work);
        } else {
            work.run();
        }
    }

    /** Runs the background work that is queued, then a frame. */
    private void work() {
        for (Runnable next = queue.poll(); next != null; next = queue.poll()) {
            next.run();
        }
        model.onFrame(0);
    }

    private void showRandom() {
        screens.show(AppScreen.DREAM);
        model.chooseFeatures(FeatureChoice.RANDOM);
        model.images().takePattern(Role.CONTENT);
        model.setSize(48);
        model.setSteps(4);
        model.setOctaves(2);
        model.onFrame(0);
    }

    @Test
    void featuresAreLoadedWhenTheScreenIsShownAndSayWhatTheyAre() {
        model.chooseFeatures(FeatureChoice.RANDOM);
        assertNull(model.features().featuresProperty().get());
        screens.show(AppScreen.DREAM);
        assertNotNull(model.features().featuresProperty().get());
        assertTrue(model.features().aboutProperty().get().contains("trained on nothing"));
        assertTrue(model.readyProperty().get());
    }

    @Test
    void theClassifierOfTheDataKnowsItsClasses() {
        load("minute", DatasetEntry.DOODLES);
        screens.show(AppScreen.DREAM);
        model.onFrame(0);
        DreamFeatures features = model.features().featuresProperty().get();
        assertNotNull(features, model.features().aboutProperty().get());
        assertEquals(10, features.outputs().size());
        assertEquals(3, model.settingsProperty().get().target().layer(), "the last convolution");
        model.onFrame(0);
        assertEquals(32, model.features().mapsProperty().get().size());
        model.chooseGoal(DreamGoal.CLASS);
        model.chooseLabel(7);
        model.setSteps(2);
        model.start();
        work();
        assertEquals(28, model.work().imageProperty().get().shape().width());
    }

    @Test
    void sizeAndOctavesActWhereLayersTakeAnySizeOnly() {
        load("minute", DatasetEntry.DOODLES);
        screens.show(AppScreen.DREAM);
        model.onFrame(0);
        model.setSize(400);
        model.setOctaves(3);
        assertFalse(model.fixedSizeProperty().get());
        assertEquals(400, model.actingProperty().get().size());
        model.chooseGoal(DreamGoal.CLASS);
        assertTrue(model.fixedSizeProperty().get());
        assertEquals(28, model.actingProperty().get().size());
        assertEquals(1, model.actingProperty().get().course().octaves());
        model.setSteps(2);
        model.start();
        work();
        assertEquals(2, model.work().lastStepProperty().get().total(), "one octave");
        model.chooseGoal(DreamGoal.CHANNEL);
        assertFalse(model.fixedSizeProperty().get());
        assertEquals(400, model.actingProperty().get().size(), "the size that was set");
        model.chooseLayer(model.features().featuresProperty().get().lastLayer());
        assertTrue(model.fixedSizeProperty().get());
    }

    @Test
    void randomFeaturesDreamWhileTheClassifierIsTrained() {
        trainsLater = true;
        load("minute", DatasetEntry.DOODLES);
        screens.show(AppScreen.DREAM);
        model.onFrame(0);
        assertFalse(model.readyProperty().get());
        assertEquals("dream.start.training.disabled", model.obstacleProperty().get());
        assertTrue(model.awaitsClassifierProperty().get());

        showRandom();
        assertTrue(model.readyProperty().get());
        assertFalse(model.awaitsClassifierProperty().get());
        assertTrue(model.features().trainingProperty().get(), "the training goes on");
        model.chooseFeatures(FeatureChoice.CLASSIFIER);
        model.chooseFeatures(FeatureChoice.RANDOM);
        assertEquals(1, trainings.size(), "and begins once");

        trainings.remove().run();
        model.onFrame(0);
        assertFalse(model.features().trainingProperty().get());
        assertEquals(
                DreamFeatures.Kind.RANDOM,
                model.features().featuresProperty().get().kind());
        assertTrue(
                notices.toastProperty().get().contains("is trained"),
                notices.toastProperty().get());
        model.chooseFeatures(FeatureChoice.CLASSIFIER);
        assertEquals(
                DreamFeatures.Kind.CLASSIFIER,
                model.features().featuresProperty().get().kind());
    }

    @Test
    void theTrainingOfAClassifierEndsWithItsDataNotWithItsRun() {
        trainsLater = true;
        load("minute", DatasetEntry.DOODLES);
        screens.show(AppScreen.DREAM);
        model.onFrame(0);
        load("mlp-a", DatasetEntry.DOODLES);
        model.onFrame(0);
        assertEquals(1, trainings.size(), "another run on the same data");
        load("ring", "builtin:ring");
        model.onFrame(0);
        trainings.remove().run();
        model.onFrame(0);
        assertFalse(model.features().trainingProperty().get());
        assertNull(model.features().featuresProperty().get());
    }

    @Test
    void aRunOfPointsRefusesAllButRandomFeatures() {
        load("ring", "builtin:ring");
        screens.show(AppScreen.DREAM);
        assertNull(model.features().featuresProperty().get());
        assertTrue(model.features().aboutProperty().get().contains("2-D points"));
        assertFalse(model.readyProperty().get());
        model.chooseFeatures(FeatureChoice.RANDOM);
        assertTrue(model.readyProperty().get());
    }

    @Test
    void theWorkShowsItsResultAndKeepsAFilm() throws Exception {
        showRandom();
        model.start();
        assertTrue(model.work().busyProperty().get());
        assertFalse(model.readyProperty().get());
        work();
        SampleGrid result = model.work().imageProperty().get();
        assertEquals(48, result.shape().width());
        assertEquals(8, model.work().lastStepProperty().get().total());
        assertTrue(model.work().lastStepProperty().get().objective()
                > model.work().firstStepProperty().get().objective());
        assertEquals(8, model.work().filmProperty().get().count());
        Path film = folder.resolve("dream.gif");
        prompts.export(film);
        model.exportGif();
        model.onFrame(0);
        assertTrue(Files.size(film) > 500);
        model.continueWithResult();
        assertEquals(result, model.images().imageProperty(Role.CONTENT).get());
    }

    @Test
    void aRunThatHasBecomeOneOfPointsIsAReasonAndNoError() {
        showRandom();
        GanSpec points = PresetRegistry.get("ring").spec();
        model.work()
                .start(
                        CompletableFuture.completedFuture(
                                () -> DreamFeatures.discriminator(points, new TrainerState(0, List.of()), "ring")),
                        features -> fail("there are no features to dream with"));
        work();
        assertTrue(
                notices.problemProperty().get().contains("2-D points"),
                notices.problemProperty().get());
        assertFalse(model.work().busyProperty().get());
    }

    @Test
    void cancellingKeepsTheImageSoFar() {
        showRandom();
        model.start();
        model.work().cancel();
        work();
        assertFalse(model.work().busyProperty().get());
        assertNull(model.work().filmProperty().get(), "a film of one frame is none");
        assertEquals("", notices.problemProperty().get());
        assertTrue(model.readyProperty().get());
    }

    @Test
    void everyChangeIsUndone() {
        showRandom();
        DreamSettings before = model.settingsProperty().get();
        model.chooseGoal(DreamGoal.STYLE);
        model.setStyleWeight(1000);
        assertEquals(100, model.settingsProperty().get().weights().style(), "within its bounds");
        model.toggleStyleLayer(0);
        assertFalse(model.settingsProperty().get().target().style().contains(0));
        undo.undo();
        undo.undo();
        undo.undo();
        assertEquals(before, model.settingsProperty().get());
        SampleGrid image = model.images().imageProperty(Role.STYLE).get();
        model.images().takePattern(Role.STYLE);
        undo.undo();
        assertEquals(image, model.images().imageProperty(Role.STYLE).get());
        undo.redo();
        assertArrayEquals(
                image.pixels(), model.images().imageProperty(Role.STYLE).get().pixels());
    }

    @Test
    void oneStyleLayerStays() {
        showRandom();
        model.chooseGoal(DreamGoal.STYLE);
        for (int layer : List.copyOf(model.settingsProperty().get().target().style())) {
            model.toggleStyleLayer(layer);
        }
        assertEquals(1, model.settingsProperty().get().target().style().size());
    }

    @Test
    void aFileBecomesTheImageAndABadOneIsReported() throws Exception {
        showRandom();
        SampleGrid before = model.images().imageProperty(Role.CONTENT).get();
        Path text = Files.writeString(folder.resolve("text.png"), "no image");
        model.images().openFile(Role.CONTENT, text);
        model.onFrame(0);
        assertTrue(notices.problemProperty().get().contains("text.png"));
        assertEquals(before, model.images().imageProperty(Role.CONTENT).get());
        Path file = folder.resolve("wide.png");
        ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        model.images().openFile(Role.CONTENT, file);
        model.onFrame(0);
        SampleGrid now = model.images().imageProperty(Role.CONTENT).get();
        assertNotEquals(before, now);
        assertEquals(30, now.shape().width());
        assertEquals(1, now.shape().channels(), "black is grey");
    }
}
