package org.ganvas.viewmodel.latent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import org.ganvas.data.ImageShape;
import org.ganvas.data.LatentPrior;
import org.ganvas.data.LatentSampling;
import org.ganvas.engine.spec.LatentDimension;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.render.GeneratorSource;
import org.ganvas.session.render.LatentRenderer;
import org.ganvas.session.render.LatentRequest;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.support.FrameListener;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.ganvas.viewmodel.window.AppScreen;
import org.ganvas.viewmodel.window.NavigationViewModel;
import org.jspecify.annotations.Nullable;

/**
 * The current latent of the Train screen, rendered with the generator in training, and the walk between the latents of two
 * seeds. FX thread.
 */
public final class LatentViewModel implements SnapshotListener, FrameListener {

    private final LatentRenderer renderer;
    private final NavigationViewModel screens;
    private final ReadOnlyBooleanProperty averaged;
    private final LatentRequestQueue requests;
    private final LatentWalkViewModel walk = new LatentWalkViewModel();
    private final LatentSlidersViewModel sliders;
    private final ReadOnlyObjectWrapper<List<String>> classNames = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper available = new ReadOnlyBooleanWrapper(true);
    private final LongProperty seed = new SimpleLongProperty(1);
    private final IntegerProperty label = new SimpleIntegerProperty(0);
    private final ReadOnlyDoubleWrapper norm = new ReadOnlyDoubleWrapper(0);
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> image = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> walkImages = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable LatentTrails> trails = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<LatentPrior> prior = new ReadOnlyObjectWrapper<>(LatentPrior.GAUSSIAN);
    private List<LatentDimension> latentNames = List.of();
    private ImageShape shape = ImageShape.POINT;
    private int stops = LatentWalkViewModel.STOPS;
    private boolean changingRun;
    private int shownRun = -1;

    /**
     * Sign of this screen's requests.
     *
     * @param run the number of the run that the request is for
     */
    private record Sign(int run) {}

    /**
     * @param averaged whether G's averaged weights render
     */
    public LatentViewModel(LatentRenderer renderer, NavigationViewModel screens, ReadOnlyBooleanProperty averaged) {
        this.renderer = renderer;
        this.screens = screens;
        this.averaged = averaged;
        requests = new LatentRequestQueue(renderer, this::isActive, this::request);
        // A command of the user ends the walk.
        sliders = new LatentSlidersViewModel((kind, state) -> walk.stop(), requests::changed);
        seed.addListener((property, old, now) -> {
            walk.stop();
            sliders.set(point(LatentSampling.ofSeed(seed.get(), dimension(), prior.get())), true);
        });
        walk.positionProperty().addListener((property, old, now) -> followWalk());
        walk.pathProperty().addListener((property, old, now) -> followWalk());
        walk.seedAProperty().addListener((property, old, now) -> followWalk());
        walk.seedBProperty().addListener((property, old, now) -> followWalk());
        label.addListener((property, old, now) -> requests.changed());
        averaged.addListener((property, old, now) -> requests.changed());
        screens.shownProperty().addListener((property, old, now) -> enter(now));
    }

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        RunInfo run = snapshot.run();
        if (run == null || run.number() == shownRun) {
            return;
        }
        shownRun = run.number();
        changingRun = true;
        List<String> names = run.spec().conditional() ? run.classNames() : List.of();
        if (label.get() >= names.size()) {
            label.set(0);
        }
        classNames.set(names);
        LatentPrior drawn = run.spec().game().prior();
        boolean renamed = !latentNames.equals(run.latentDimensions()) || prior.get() != drawn;
        prior.set(drawn);
        latentNames = run.latentDimensions();
        available.set(run.spec().game().takesLatents());
        shape = run.spec().image();
        int runStops = shape.isPoint() ? LatentTrails.STOPS : LatentWalkViewModel.STOPS;
        if (renamed || stops != runStops) {
            image.set(null);
            walkImages.set(null);
            trails.set(null);
            stops = runStops;
            walk.restart();
            sliders.build(
                    run.spec(), List.of(), point(LatentSampling.ofSeed(seed.get(), latentNames.size(), prior.get())));
        }
        changingRun = false;
        requests.changed();
    }

    /** Whether the run's generator takes latents; one that translates images has none to show. */
    public ReadOnlyBooleanProperty availableProperty() {
        return available.getReadOnlyProperty();
    }

    private boolean isActive() {
        return !changingRun && dimension() > 0 && screens.shownProperty().get() == AppScreen.TRAIN;
    }

    private void enter(AppScreen screen) {
        if (screen == AppScreen.TRAIN) {
            renderer.useSource(new GeneratorSource.Live());
            requests.changed();
        }
    }

    @Override
    public void onFrame(long nanos) {
        walk.onFrame(nanos);
        requests.pulse(nanos);
        LatentRenderer.Rendered answer = requests.take();
        if (answer != null && answer.request().token() instanceof Sign sign && sign.run() == shownRun) {
            showAnswer(answer.request().latents(), answer.images());
        }
    }

    private void showAnswer(List<float[]> latents, SampleGrid samples) {
        if (samples.shape().isPoint()) {
            trails.set(LatentTrails.of(samples, latents));
        } else {
            image.set(samples.image(0));
            walkImages.set(samples.slice(1, 1, samples.count() - 1));
        }
    }

    private LatentRequest request() {
        List<float[]> latents = new ArrayList<>();
        latents.add(sliders.point().latent());
        latents.addAll(walk.stops(dimension(), prior.get(), stops));
        norm.set(LatentSampling.norm(latents.get(0)));
        return new LatentRequest(
                latents,
                Collections.nCopies(latents.size(), label.get()),
                averaged.get(),
                List.of(),
                new Sign(shownRun));
    }

    private void followWalk() {
        if (dimension() > 0) {
            sliders.set(point(walk.latent(dimension(), prior.get())), false);
        }
    }

    /** The current latent with its class, as the Explore screen takes it. */
    public LatentPoint current() {
        float[] classes = new float[classNames.get().size()];
        if (classes.length > 0) {
            classes[label.get()] = 1;
        }
        return new LatentPoint(sliders.point().latent(), classes, 1);
    }

    private static LatentPoint point(float[] latent) {
        return new LatentPoint(latent, new float[0], 1);
    }

    // ---- Parts ----

    /** The latent's dimensions; reset restores the latent of the seed. */
    public LatentSlidersViewModel sliders() {
        return sliders;
    }

    public LatentWalkViewModel walk() {
        return walk;
    }

    // ---- Properties ----

    /** Whether latent space has two dimensions. */
    public BooleanBinding twoDimensionalProperty() {
        return Bindings.createBooleanBinding(() -> dimension() == 2, sliders.dimensionsProperty());
    }

    public int dimension() {
        return sliders.dimensionsProperty().get().size();
    }

    /** Class names of a conditional generator; empty for an unconditional one. */
    public ReadOnlyObjectProperty<List<String>> classNamesProperty() {
        return classNames.getReadOnlyProperty();
    }

    public IntegerProperty labelProperty() {
        return label;
    }

    /** The seed of the latent that reset restores. */
    public LongProperty seedProperty() {
        return seed;
    }

    /** Distribution of the latents. */
    public ReadOnlyObjectProperty<LatentPrior> priorProperty() {
        return prior.getReadOnlyProperty();
    }

    /** Length near which most latents lie: the prior's deviation times the root of the dimension. */
    public double typicalNorm() {
        return prior.get().deviation() * Math.sqrt(dimension());
    }

    /** Length of the latent. */
    public ReadOnlyDoubleProperty normProperty() {
        return norm.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable SampleGrid> imageProperty() {
        return image.getReadOnlyProperty();
    }

    /** The images along the walk, in one row. */
    public ReadOnlyObjectProperty<@Nullable SampleGrid> walkImagesProperty() {
        return walkImages.getReadOnlyProperty();
    }

    /** The current latent and the walk of a generator of points; null for one of images. */
    public ReadOnlyObjectProperty<@Nullable LatentTrails> trailsProperty() {
        return trails.getReadOnlyProperty();
    }

    // ---- Commands ----

    public void newSeed() {
        seed.set(seed.get() + 1);
    }

    /** Sets all sliders to zero, the mean of the prior. */
    public void centre() {
        sliders.moveTo(point(new float[dimension()]), "centre");
    }

    /** Goes to a position of the walk, even if the walk is there already and the sliders were moved since. */
    public void goTo(double position) {
        walk.stop();
        sliders.batch(() -> {
            walk.positionProperty().set(position);
            followWalk();
        });
    }

    /** Sets the first two dimensions in one request. */
    public void moveTo(double z1, double z2) {
        List<LatentSlider> dimensions = sliders.dimensionsProperty().get();
        sliders.batch(() -> {
            sliders.set(dimensions.get(0), z1);
            sliders.set(dimensions.get(1), z2);
        });
    }
}
