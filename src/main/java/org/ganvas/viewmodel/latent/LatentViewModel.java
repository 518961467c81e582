package org.ganvas.viewmodel.latent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import org.ganvas.data.Latents;
import org.ganvas.engine.spec.LatentDimension;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.render.GeneratorSource;
import org.ganvas.session.render.LatentRenderer;
import org.ganvas.session.render.LatentRequest;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.support.FrameListener;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.window.AppScreen;
import org.jspecify.annotations.Nullable;

/**
 * One latent of the live generator, every dimension of it, and the walk between two seeds. Whatever moved since the
 * last frame becomes one request. FX thread.
 */
public final class LatentViewModel implements SnapshotListener, FrameListener {

    private final LatentRenderer desk;
    private final ReadOnlyBooleanProperty averaged;
    private final LatentWalkViewModel walk = new LatentWalkViewModel();
    private final ReadOnlyObjectWrapper<List<DoubleProperty>> coordinates = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<String>> classNames = new ReadOnlyObjectWrapper<>(List.of());
    private final LongProperty seed = new SimpleLongProperty(1);
    private final IntegerProperty label = new SimpleIntegerProperty(0);
    private final ReadOnlyDoubleWrapper norm = new ReadOnlyDoubleWrapper(0);
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> picture = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> strip = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable LatentTrails> trace = new ReadOnlyObjectWrapper<>();
    private List<LatentDimension> latentNames = List.of();
    private int stops = LatentWalkViewModel.STOPS;
    private boolean dirty;
    private int shownRun = -1;

    public LatentViewModel(LatentRenderer desk, ReadOnlyBooleanProperty averaged) {
        this.desk = desk;
        this.averaged = averaged;
        seed.addListener((property, old, now) -> {
            walk.stop();
            backToSeed();
        });
        walk.positionProperty().addListener((property, old, now) -> followWalk());
        walk.pathProperty().addListener((property, old, now) -> followWalk());
        walk.seedAProperty().addListener((property, old, now) -> followWalk());
        walk.seedBProperty().addListener((property, old, now) -> followWalk());
        label.addListener((property, old, now) -> dirty = true);
        averaged.addListener((property, old, now) -> dirty = true);
    }

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        RunInfo run = snapshot.run();
        if (run == null || run.number() == shownRun) {
            return;
        }
        shownRun = run.number();
        List<String> names = run.spec().conditional() ? run.classNames() : List.of();
        if (label.get() >= names.size()) {
            label.set(0);
        }
        classNames.set(names);
        boolean renamed = !latentNames.equals(run.latentDimensions());
        latentNames = run.latentDimensions();
        int wanted = run.spec().image().isPoint() ? LatentTrails.STOPS : LatentWalkViewModel.STOPS;
        if (renamed || run.spec().latentDim() != dimension() || stops != wanted) {
            picture.set(null);
            strip.set(null);
            trace.set(null);
            stops = wanted;
            walk.stop();
            build(run.spec().latentDim());
        }
        dirty = true;
    }

    private void build(int dimension) {
        List<DoubleProperty> fresh = new ArrayList<>();
        float[] start = Latents.ofSeed(seed.get(), dimension);
        for (float value : start) {
            DoubleProperty coordinate = new SimpleDoubleProperty(value);
            coordinate.addListener((property, old, now) -> dirty = true);
            fresh.add(coordinate);
        }
        coordinates.set(Collections.unmodifiableList(fresh));
    }

    /** Asks anew in the room it belongs to, where the generator in training draws. */
    public void enter(AppScreen room) {
        if (room == AppScreen.TRAIN) {
            desk.follow(new GeneratorSource.Live());
            dirty = true;
        }
    }

    @Override
    public void onFrame(long nanos) {
        walk.onFrame(nanos);
        if (dirty && dimension() > 0) {
            dirty = false;
            request();
        }
        SampleGrid drawn = desk.take();
        // One of the run before may still come, and is of another length or shape.
        if (drawn != null && drawn.count() == 1 + stops) {
            take(drawn);
        }
    }

    private void take(SampleGrid drawn) {
        if (drawn.shape().isPoint()) {
            trace.set(LatentTrails.of(drawn, latent(), walk.stops(dimension(), stops)));
        } else {
            picture.set(cut(drawn, 0, 1));
            strip.set(cut(drawn, 1, stops));
        }
    }

    private void request() {
        float[] latent = latent();
        norm.set(Latents.norm(latent));
        List<float[]> latents = new ArrayList<>();
        latents.add(latent);
        latents.addAll(walk.stops(dimension(), stops));
        desk.request(new LatentRequest(latents, Collections.nCopies(latents.size(), label.get()), averaged.get()));
    }

    private static SampleGrid cut(SampleGrid row, int from, int count) {
        int size = row.shape().size();
        float[] pixels = new float[count * size];
        System.arraycopy(row.pixels(), from * size, pixels, 0, pixels.length);
        return new SampleGrid(row.shape(), 1, count, pixels, new int[0], row.step());
    }

    private void followWalk() {
        dirty = true;
        if (dimension() > 0) {
            moveTo(walk.latent(dimension()));
        }
    }

    private void backToSeed() {
        moveTo(Latents.ofSeed(seed.get(), dimension()));
    }

    private void moveTo(float[] latent) {
        IntStream.range(0, dimension()).forEach(i -> coordinates.get().get(i).set(latent[i]));
    }

    private float[] latent() {
        float[] latent = new float[dimension()];
        for (int i = 0; i < latent.length; i++) {
            latent[i] = coordinates.get().get(i).floatValue();
        }
        return latent;
    }

    // ---- Properties ----

    /** One property a latent dimension, in units of sigma; a new list where the generator has another width. */
    public ReadOnlyObjectProperty<List<DoubleProperty>> coordinatesProperty() {
        return coordinates.getReadOnlyProperty();
    }

    /** What a dimension is called: a code of InfoGAN, or one of many. */
    public String name(int index) {
        LatentDimension name = latentNames.get(index);
        String key = name.role() == LatentDimension.Role.CODE ? "latent.code.continuous" : "latent.dimension";
        return Messages.text(key, Integer.toString(name.number()));
    }

    /** Whether latent space is a plane. */
    public BooleanBinding flatProperty() {
        return Bindings.createBooleanBinding(() -> dimension() == 2, coordinates);
    }

    public int dimension() {
        return coordinates.get().size();
    }

    /** Names of the classes of a conditional generator; empty where there is nothing to choose. */
    public ReadOnlyObjectProperty<List<String>> classNamesProperty() {
        return classNames.getReadOnlyProperty();
    }

    public IntegerProperty labelProperty() {
        return label;
    }

    /** The seed that the sliders go back to. */
    public LongProperty seedProperty() {
        return seed;
    }

    /** Length of the latent; most of them have one near the root of the dimension. */
    public ReadOnlyDoubleProperty normProperty() {
        return norm.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable SampleGrid> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** The pictures along the walk. */
    public ReadOnlyObjectProperty<@Nullable SampleGrid> stripProperty() {
        return strip.getReadOnlyProperty();
    }

    /** What is in the hand, where the generator makes points; null where it makes pictures. */
    public ReadOnlyObjectProperty<@Nullable LatentTrails> traceProperty() {
        return trace.getReadOnlyProperty();
    }

    public LatentWalkViewModel walk() {
        return walk;
    }

    // ---- Commands ----

    public void newSeed() {
        seed.set(seed.get() + 1);
    }

    /** All sliders back to what the seed says. */
    public void reset() {
        walk.stop();
        backToSeed();
    }

    /** All sliders to zero, the middle of latent space. */
    public void centre() {
        walk.stop();
        moveTo(new float[dimension()]);
    }

    /** Goes to a place on the walk, even if the walk stands there already and the sliders were moved since. */
    public void goTo(double position) {
        walk.stop();
        walk.positionProperty().set(position);
        followWalk();
    }

    /** One slider back to what the seed says. */
    public void resetCoordinate(int index) {
        setCoordinate(index, Latents.ofSeed(seed.get(), dimension())[index]);
    }

    /** Moves one slider by hand, which ends a walk. */
    public void setCoordinate(int index, double value) {
        walk.stop();
        coordinates.get().get(index).set(value);
    }
}
