package org.ganvas.viewmodel.dream;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ganvas.data.transform.PixelImage;
import org.ganvas.engine.spec.dream.AscentSpec;
import org.ganvas.engine.spec.dream.DreamObjective;
import org.ganvas.engine.spec.dream.DreamWeights;
import org.ganvas.project.media.FilmFormat;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.background.DaemonThreads;
import org.ganvas.session.dream.DreamFeatures;
import org.ganvas.session.dream.DreamRequest;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.dream.DreamImages.Role;
import org.ganvas.viewmodel.explore.DrawingCanvas;
import org.ganvas.viewmodel.support.FrameListener;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.ganvas.viewmodel.support.UndoKey;
import org.ganvas.viewmodel.support.UndoStack;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.window.AppScreen;
import org.ganvas.viewmodel.window.NavigationViewModel;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.jspecify.annotations.Nullable;

/** The Dream screen: settings with undo, and the parts that they steer. FX thread. */
public final class DreamViewModel implements SnapshotListener, FrameListener {

    private final NavigationViewModel screens;
    private final UndoStack undo;
    private final DreamImages images;
    private final DreamFeaturesViewModel features;
    private final DreamWork work;
    private final DreamFilmExport filmExport;
    private final ReadOnlyObjectWrapper<DreamSettings> settings = new ReadOnlyObjectWrapper<>(DreamSettings.first());
    private final ObjectBinding<DreamSettings> acting;
    private final BooleanBinding fixedSize;
    private final BooleanBinding ready;
    private final BooleanBinding awaitsClassifier;
    private final StringBinding obstacle;

    /**
     * The services that the screen uses.
     *
     * @param io reads image files
     * @param background runs the work, loads features and writes films
     */
    public record Dependencies(
            TrainingSession session,
            UserPrompts prompts,
            UndoStack undo,
            NoticesViewModel notices,
            Executor io,
            Background background) {}

    /**
     * Threads of the screen.
     *
     * @param work one piece of work at a time
     * @param features reads discriminators and computes maps
     * @param classifiers reads and trains classifiers, which takes minutes
     * @param films writes films
     */
    public record Background(Executor work, Executor features, Executor classifiers, Executor films) {

        /** The threads of a window, which yield to its training. */
        public static Background ofWindow() {
            return new Background(
                    DaemonThreads.singleLowPriority("dream"),
                    DaemonThreads.singleLowPriority("dream features"),
                    DaemonThreads.singleLowPriority("dream classifier"),
                    DaemonThreads.perTask("film"));
        }
    }

    /** @param board canvas of the Explore screen; null where there is none */
    public DreamViewModel(NavigationViewModel screens, Supplier<@Nullable DrawingCanvas> board, Dependencies services) {
        this.screens = screens;
        undo = services.undo();
        images = new DreamImages(services.prompts(), services.notices(), undo, services.io(), board);
        features = new DreamFeaturesViewModel(
                services.session(),
                services.notices(),
                services.background().features(),
                services.background().classifiers());
        work = new DreamWork(services.notices(), services.background().work());
        filmExport = new DreamFilmExport(
                services.prompts(), services.notices(), services.background().films());
        acting = Bindings.createObjectBinding(
                () -> settings.get().acting(features.featuresProperty().get()), features.featuresProperty(), settings);
        fixedSize = Bindings.createBooleanBinding(this::isFixedSize, features.featuresProperty(), settings);
        ready = Bindings.createBooleanBinding(
                this::isReady, features.featuresProperty(), settings, work.busyProperty());
        awaitsClassifier = Bindings.createBooleanBinding(
                this::isAwaitingClassifier, features.featuresProperty(), features.trainingProperty(), settings);
        obstacle =
                Bindings.createStringBinding(this::obstacle, awaitsClassifier, features.featuresProperty(), settings);
        features.featuresProperty().addListener((property, old, now) -> adopt(now));
        screens.shownProperty().addListener((property, old, now) -> load());
    }

    private boolean isShown() {
        return screens.shownProperty().get() == AppScreen.DREAM;
    }

    private boolean isReady() {
        DreamFeatures now = features.featuresProperty().get();
        boolean classes = settings.get().goal() != DreamGoal.CLASS
                || now != null && !now.outputs().isEmpty();
        return now != null && classes && !work.busyProperty().get();
    }

    private boolean isFixedSize() {
        DreamFeatures now = features.featuresProperty().get();
        return now != null && !settings.get().takesAnySize(now);
    }

    private boolean isAwaitingClassifier() {
        return features.featuresProperty().get() == null
                && features.trainingProperty().get()
                && settings.get().features() == FeatureChoice.CLASSIFIER;
    }

    private String obstacle() {
        if (awaitsClassifier.get()) {
            return "dream.start.training.disabled";
        }
        return features.featuresProperty().get() == null ? "dream.start.disabled" : "dream.class.disabled";
    }

    /** Loads what the settings choose while the screen is shown. */
    private void load() {
        if (isShown()) {
            boolean style = settings.get().goal() == DreamGoal.STYLE;
            boolean colour = pixels(Role.CONTENT).isColour()
                    || style && pixels(Role.STYLE).isColour();
            features.load(
                    settings.get().features(), colour, settings.get().course().seed());
        }
    }

    /** Layers of the settings that other features do not have become usual ones; no change that is undone. */
    private void adopt(@Nullable DreamFeatures now) {
        if (now != null) {
            List<Integer> known =
                    now.layers().stream().map(DreamFeatures.Layer::index).toList();
            DreamSettings.Target target = settings.get().target();
            boolean fits = known.contains(target.layer())
                    && known.contains(target.content())
                    && known.containsAll(target.style())
                    && target.label() < Math.max(1, now.outputs().size())
                    && target.channel() < channels(now, target.layer());
            if (!fits) {
                settings.set(settings.get().withLayersOf(now));
            }
        }
    }

    /** Channels of a layer; 0 if it cannot be chosen. */
    private static int channels(DreamFeatures features, int layer) {
        return features.layers().stream()
                .filter(one -> one.index() == layer)
                .findFirst()
                .map(DreamFeatures.Layer::channels)
                .orElse(0);
    }

    private PixelImage pixels(Role role) {
        return DreamImages.pixels(images.imageProperty(role).get());
    }

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        images.onSnapshot(snapshot);
        features.onSnapshot(snapshot);
        work.setTraining(snapshot.state() == RunState.RUNNING);
    }

    @Override
    public void onFrame(long nanos) {
        images.onFrame();
        features.onFrame();
        work.onFrame();
        filmExport.onFrame();
        if (isShown()) {
            load();
            features.showMaps(pixels(Role.CONTENT), settings.get().target().layer());
        }
    }

    /** Formats the texts that stay on the screen again, in the current language. */
    public void relocalize() {
        features.relocalize();
    }

    /** Names the folder of trained classifiers. */
    public void useClassifiers(Path folder) {
        features.useClassifiers(folder);
    }

    private void change(Object subject, DreamSettings next) {
        DreamSettings before = settings.get();
        if (!next.equals(before)) {
            set(next);
            undo.push(new UndoKey("undo.dream", subject), () -> set(before), () -> set(next));
        }
    }

    private boolean set(DreamSettings next) {
        settings.set(next);
        work.setWeights(next.weights());
        return true;
    }

    private void changeCourse(Object subject, AscentSpec course) {
        change(subject, settings.get().with(course));
    }

    // ---- Parts ----

    public DreamImages images() {
        return images;
    }

    public DreamFeaturesViewModel features() {
        return features;
    }

    public DreamWork work() {
        return work;
    }

    public DreamFilmExport filmExport() {
        return filmExport;
    }

    // ---- Properties ----

    public ReadOnlyObjectProperty<DreamSettings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    /** The settings as they act: size and octaves do not where a layer takes the size of the data only. */
    public ObjectBinding<DreamSettings> actingProperty() {
        return acting;
    }

    /** Whether a layer takes the size of the data only. */
    public BooleanBinding fixedSizeProperty() {
        return fixedSize;
    }

    /** Whether the work can start. */
    public BooleanBinding readyProperty() {
        return ready;
    }

    /** Whether the chosen classifier is still being trained, while other features could be used at once. */
    public BooleanBinding awaitsClassifierProperty() {
        return awaitsClassifier;
    }

    /** Key of the sentence that says why the work cannot start, where it cannot. */
    public StringBinding obstacleProperty() {
        return obstacle;
    }

    // ---- Commands ----

    public void chooseGoal(DreamGoal goal) {
        change(goal, settings.get().with(goal));
    }

    public void chooseFeatures(FeatureChoice choice) {
        if (choice != settings.get().features()) {
            change(choice, settings.get().with(choice));
            load();
        }
    }

    /** Chooses the layer that is looked at, from 0. */
    public void chooseLayer(int layer) {
        change("layer", settings.get().with(settings.get().target().withLayer(layer)));
    }

    /** Chooses a channel of the layer, from 0; those that it does not have are ignored. */
    public void chooseChannel(int channel) {
        DreamFeatures now = features.featuresProperty().get();
        DreamSettings.Target target = settings.get().target();
        if (now != null && channel >= 0 && channel < channels(now, target.layer())) {
            change("channel", settings.get().with(target.withChannel(channel)));
        }
    }

    /** Chooses a class of the classifier, from 0. */
    public void chooseLabel(int label) {
        change("label", settings.get().with(settings.get().target().withLabel(label)));
    }

    /** Chooses the layer whose output a style transfer keeps, from 0. */
    public void chooseContentLayer(int layer) {
        change("content", settings.get().with(settings.get().target().withContent(layer)));
    }

    /** Adds a style layer or takes one away; one stays. */
    public void toggleStyleLayer(int layer) {
        change("style " + layer, settings.get().with(settings.get().target().withStyle(layer)));
    }

    public void setSize(double pixels) {
        int size = (int) Math.max(DreamRequest.MIN_SIDE, Math.min(DreamRequest.MAX_SIDE, Math.round(pixels)));
        change("size", settings.get().withSize(size));
    }

    /** Sets the steps of each octave. */
    public void setSteps(double steps) {
        AscentSpec now = settings.get().course();
        int count = (int) Math.max(1, Math.min(AscentSpec.MAX_STEPS, Math.round(steps)));
        changeCourse("steps", course(now, count, now.octaves(), now.strength(), now.jitter()));
    }

    public void setOctaves(double octaves) {
        AscentSpec now = settings.get().course();
        int count = (int) Math.max(1, Math.min(AscentSpec.MAX_OCTAVES, Math.round(octaves)));
        changeCourse("octaves", course(now, now.steps(), count, now.strength(), now.jitter()));
    }

    public void setStrength(double strength) {
        AscentSpec now = settings.get().course();
        double bounded = Math.max(1e-4, Math.min(AscentSpec.MAX_STRENGTH, strength));
        changeCourse("strength", course(now, now.steps(), now.octaves(), bounded, now.jitter()));
    }

    public void setJitter(double jitter) {
        AscentSpec now = settings.get().course();
        int pixels = (int) Math.max(0, Math.min(AscentSpec.MAX_JITTER, Math.round(jitter)));
        changeCourse("jitter", course(now, now.steps(), now.octaves(), now.strength(), pixels));
    }

    private static AscentSpec course(AscentSpec now, int steps, int octaves, double strength, int jitter) {
        return new AscentSpec(now.rule(), steps, octaves, now.scale(), strength, jitter, now.noise(), now.seed());
    }

    /** Sets whether it starts from noise instead of the image. */
    public void setNoise(boolean noise) {
        AscentSpec now = settings.get().course();
        changeCourse("noise", seeded(now, noise, now.seed()));
    }

    public void setSeed(long seed) {
        AscentSpec now = settings.get().course();
        changeCourse("seed", seeded(now, now.noise(), seed));
    }

    private static AscentSpec seeded(AscentSpec now, boolean noise, long seed) {
        return new AscentSpec(
                now.rule(), now.steps(), now.octaves(), now.scale(), now.strength(), now.jitter(), noise, seed);
    }

    /** Sets a weight, which also acts on the work that runs. */
    public void setContentWeight(double weight) {
        DreamWeights now = settings.get().weights();
        change("content weight", settings.get().with(new DreamWeights(bounded(weight), now.style(), now.smoothness())));
    }

    /** Sets a weight, which also acts on the work that runs. */
    public void setStyleWeight(double weight) {
        DreamWeights now = settings.get().weights();
        change("style weight", settings.get().with(new DreamWeights(now.content(), bounded(weight), now.smoothness())));
    }

    /** Sets a weight, which also acts on the work that runs. */
    public void setSmoothness(double weight) {
        DreamWeights now = settings.get().weights();
        change("smoothness", settings.get().with(new DreamWeights(now.content(), now.style(), bounded(weight))));
    }

    private static double bounded(double weight) {
        return Math.max(0, Math.min(DreamWeights.MAX, weight));
    }

    /** Starts the work. */
    public void start() {
        if (!ready.get()) {
            return;
        }
        DreamSettings now = settings.get();
        PixelImage content = pixels(Role.CONTENT);
        PixelImage style = now.goal() == DreamGoal.STYLE ? pixels(Role.STYLE) : null;
        work.setWeights(now.weights());
        work.start(features.current(), network -> request(network, now, content, style));
    }

    private static DreamRequest request(
            DreamFeatures network, DreamSettings now, PixelImage content, @Nullable PixelImage style) {
        DreamObjective objective = now.objective(network);
        boolean any = now.takesAnySize(network);
        boolean imagined = now.course().noise() && objective.isMaximised();
        PixelImage subject = imagined ? DreamRequest.blank(network) : content;
        PixelImage sized = DreamRequest.sized(network, objective, subject, any ? now.size() : 0);
        return new DreamRequest(network, objective, now.course(), sized, style);
    }

    /** Makes the result the image to change next. */
    public void continueWithResult() {
        SampleGrid result = work.imageProperty().get();
        if (result != null) {
            images.takeResult(result);
        }
    }

    /** Exports the film of the way as a GIF, which plays everywhere. */
    public void exportGif() {
        exportFilm(FilmFormat.GIF);
    }

    /** Exports the film of the way as an animated PNG, which keeps every colour. */
    public void exportApng() {
        exportFilm(FilmFormat.APNG);
    }

    /** Exports the film of the way as an MP4 video, which is small. */
    public void exportMp4() {
        exportFilm(FilmFormat.MP4);
    }

    private void exportFilm(FilmFormat format) {
        filmExport.export(work.filmProperty()::get, format, settings.get().toString());
    }
}
