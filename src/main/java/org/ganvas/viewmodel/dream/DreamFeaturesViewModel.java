package org.ganvas.viewmodel.dream;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.ganvas.data.DataException;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.transform.PixelImage;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.message.HasMessage;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.dream.DreamFeatures;
import org.ganvas.session.dream.FeatureMapImages;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunInfo;
import org.ganvas.viewmodel.support.FrameTasks;
import org.ganvas.viewmodel.text.DisplayNames;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.jspecify.annotations.Nullable;

/** The features that are chosen, loaded in the background, and the maps of one of their layers. FX thread. */
public final class DreamFeaturesViewModel {

    /** Longer side of the image that maps are shown of, where the layer takes any size. */
    private static final int MAP_SIDE = 64;

    private final TrainingSession session;
    private final NoticesViewModel notices;
    private final FrameTasks tasks;
    private final FrameTasks mapTasks;
    private final FrameTasks trainings;
    private final ReadOnlyObjectWrapper<@Nullable DreamFeatures> features = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper about = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(0);
    private final ReadOnlyBooleanWrapper tooSmall = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<List<PixelImage>> maps = new ReadOnlyObjectWrapper<>(List.of());
    private Path classifiers = Path.of(System.getProperty("java.io.tmpdir", "."), "ganvas-classifiers");
    private @Nullable RunInfo run;
    private Supplier<String> sentence = () -> "";
    private @Nullable MapKey mapped;
    private @Nullable Key wanted;
    private @Nullable Classifier known;
    private volatile @Nullable Key training;
    private volatile double share;

    /** What decides the features; those of a discriminator are read again when the work starts. */
    private record Key(FeatureChoice choice, int run, String data, boolean colour, long seed) {

        static Key ofRandom(boolean colour, long seed) {
            return new Key(FeatureChoice.RANDOM, 0, "", colour, seed);
        }

        static Key ofDiscriminator(@Nullable RunInfo run) {
            return new Key(FeatureChoice.DISCRIMINATOR, run == null ? 0 : run.number(), "", false, 0);
        }

        /** The same for every run on the same data. */
        static Key ofClassifier(@Nullable RunInfo run) {
            String data =
                    run == null ? "" : run.request().dataId() + " " + run.spec().image();
            return new Key(FeatureChoice.CLASSIFIER, 0, data, false, 0);
        }
    }

    /** What decides the maps. */
    private record MapKey(DreamFeatures features, PixelImage image, int layer) {}

    /** The newest classifier, and what decided it. */
    private record Classifier(Key key, DreamFeatures features) {}

    /**
     * @param background reads discriminators and computes maps
     * @param classifiers reads and trains classifiers, which takes minutes
     */
    DreamFeaturesViewModel(
            TrainingSession session, NoticesViewModel notices, Executor background, Executor classifiers) {
        this.session = session;
        this.notices = notices;
        tasks = new FrameTasks(background, notices::reportInternalError);
        mapTasks = new FrameTasks(background, notices::reportInternalError);
        trainings = new FrameTasks(classifiers, notices::reportInternalError);
    }

    /** Names the folder of trained classifiers. */
    void useClassifiers(Path folder) {
        classifiers = folder;
    }

    void onSnapshot(TrainingSnapshot snapshot) {
        run = snapshot.run();
        if (training != null && !Key.ofClassifier(run).equals(training)) {
            training = null;
        }
    }

    void onFrame() {
        tasks.runFinished();
        mapTasks.runFinished();
        trainings.runFinished();
        progress.set(share);
    }

    /** Formats the sentence on the features again, in the current language; they are loaded anew, for the data's name. */
    void relocalize() {
        about.set(sentence.get());
        wanted = null;
        known = null;
    }

    private void say(Supplier<String> text) {
        sentence = text;
        about.set(text.get());
    }

    /**
     * Loads the chosen features, unless they are there. A classifier that is being trained goes on being trained when
     * others are chosen, until there is a run on other data.
     *
     * @param colour whether random ones read colours
     */
    void load(FeatureChoice choice, boolean colour, long seed) {
        RunInfo now = run;
        Key key = switch (choice) {
            case RANDOM -> Key.ofRandom(colour, seed);
            case DISCRIMINATOR -> Key.ofDiscriminator(now);
            case CLASSIFIER -> Key.ofClassifier(now);
        };
        if (key.equals(wanted)) {
            return;
        }
        wanted = key;
        features.set(null);
        maps.set(List.of());
        if (choice == FeatureChoice.RANDOM) {
            show(key, DreamFeatures.random(colour, seed));
        } else if (now == null) {
            wanted = null;
            say(() -> Messages.text("dream.features.noRun"));
        } else if (now.spec().image().isPoint()) {
            say(() -> Messages.text("dream.features.points"));
        } else if (choice == FeatureChoice.DISCRIMINATOR) {
            say(() -> Messages.text("dream.features.loading"));
            tasks.runAfter(capture(), capture -> {
                Supplier<DreamFeatures> work = () -> discriminator(capture);
                return loaded(key, work);
            });
        } else {
            openClassifier(key, now);
        }
    }

    private void openClassifier(Key key, RunInfo of) {
        Classifier ready = known;
        if (ready != null && ready.key().equals(key)) {
            show(key, ready.features());
            return;
        }
        say(() -> Messages.text("dream.features.training"));
        if (!key.equals(training)) {
            training = key;
            share = 0;
            Path folder = classifiers;
            trainings.run(() -> opened(key, of, folder));
        }
    }

    private Runnable opened(Key key, RunInfo of, Path folder) {
        try {
            DreamFeatures ready = classifier(of, folder, key);
            return () -> adopt(key, ready);
        } catch (SpecException e) {
            return () -> {
                training = key.equals(training) ? null : training;
                refuse(key, e);
            };
        } catch (CancellationException otherData) {
            return () -> {};
        }
    }

    private void adopt(Key key, DreamFeatures ready) {
        if (key.equals(training)) {
            training = null;
            known = new Classifier(key, ready);
            if (key.equals(wanted)) {
                show(key, ready);
            } else {
                notices.showRemark(Messages.text("dream.features.trained"));
            }
        }
    }

    private CompletableFuture<RunCapture> capture() {
        CompletableFuture<RunCapture> captured = new CompletableFuture<>();
        session.submit(new TrainingCommand.Capture(captured));
        return captured;
    }

    private static DreamFeatures discriminator(RunCapture capture) {
        return DreamFeatures.discriminator(
                capture.info().spec(),
                capture.state().weights(),
                DisplayNames.ofData(capture.info().dataName()));
    }

    private DreamFeatures classifier(RunInfo of, Path folder, Key key) {
        try {
            return FeatureLoader.classifier(of, folder, new ProgressListener() {
                @Override
                public void report(double fraction) {
                    share = fraction;
                }

                @Override
                public boolean isCancelled() {
                    return !key.equals(training);
                }
            });
        } catch (DataException e) {
            throw new SpecException(e.message(), e);
        }
    }

    private Runnable loaded(Key key, Supplier<DreamFeatures> work) {
        try {
            DreamFeatures ready = work.get();
            return () -> show(key, ready);
        } catch (SpecException e) {
            return () -> refuse(key, e);
        }
    }

    private void show(Key key, DreamFeatures ready) {
        if (key.equals(wanted)) {
            say(() -> Messages.text(ready.about()));
            features.set(ready);
        }
    }

    private void refuse(Key key, HasMessage reason) {
        if (key.equals(wanted)) {
            say(() -> Messages.text(reason.message()));
        }
    }

    /**
     * The features to work with: those of a discriminator as they are now. They are made by the caller's thread, and refused
     * with a SpecException where the run has become another one meanwhile.
     */
    CompletableFuture<Supplier<DreamFeatures>> current() {
        DreamFeatures ready = Objects.requireNonNull(features.get(), "no features are loaded");
        if (ready.kind() != DreamFeatures.Kind.DISCRIMINATOR) {
            return CompletableFuture.completedFuture(() -> ready);
        }
        return capture().thenApply(capture -> () -> discriminator(capture));
    }

    /** Computes the maps of a layer for an image, unless they are there. */
    void showMaps(PixelImage image, int layer) {
        DreamFeatures now = features.get();
        if (now == null || layer < 0 || layer > now.lastLayer()) {
            return;
        }
        MapKey key = new MapKey(now, image, layer);
        if (!key.equals(mapped)) {
            mapped = key;
            mapTasks.run(() -> computed(key));
        }
    }

    private Runnable computed(MapKey key) {
        try {
            List<PixelImage> images = FeatureMapImages.of(key.features(), key.image(), key.layer(), MAP_SIDE);
            return () -> {
                if (key.equals(mapped)) {
                    tooSmall.set(false);
                    maps.set(images);
                }
            };
        } catch (SpecException e) {
            return () -> {
                maps.set(List.of());
                tooSmall.set(true);
            };
        }
    }

    // ---- Properties ----

    /** The features; null while they are loaded, and where there are none. */
    public ReadOnlyObjectProperty<@Nullable DreamFeatures> featuresProperty() {
        return features.getReadOnlyProperty();
    }

    /** One sentence: what the features are, what is waited for, or why there are none. */
    public ReadOnlyStringProperty aboutProperty() {
        return about.getReadOnlyProperty();
    }

    /** Whether a classifier is being read or trained, also while other features are chosen. */
    public ReadOnlyBooleanProperty trainingProperty() {
        return trainings.busyProperty();
    }

    /** Progress of the classifier's training, 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Whether the image is too small for the layer that is looked at. */
    public ReadOnlyBooleanProperty tooSmallProperty() {
        return tooSmall.getReadOnlyProperty();
    }

    /** Maps of the layer that is looked at, one a channel; empty while there are none. */
    public ReadOnlyObjectProperty<List<PixelImage>> mapsProperty() {
        return maps.getReadOnlyProperty();
    }
}
