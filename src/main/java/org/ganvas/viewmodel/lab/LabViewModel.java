package org.ganvas.viewmodel.lab;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import org.ganvas.data.PointBounds;
import org.ganvas.data.PointTransform;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.training.DataMotionSpec;
import org.ganvas.engine.spec.training.LossSpec;
import org.ganvas.lab.LabLayer;
import org.ganvas.lab.LabLegend;
import org.ganvas.lab.LabPlotBuilder;
import org.ganvas.lab.LabPlotContent;
import org.ganvas.lab.LabScale;
import org.ganvas.lab.LabTexts;
import org.ganvas.lab.LatentPaths;
import org.ganvas.message.Message;
import org.ganvas.message.NumberText;
import org.ganvas.scatter.FieldPainter;
import org.ganvas.scatter.ScatterPlotPalette;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.lab.DiscriminatorOptimum;
import org.ganvas.session.lab.LabRequest;
import org.ganvas.session.lab.LabRequest.Part;
import org.ganvas.session.lab.LabResult;
import org.ganvas.session.lab.NeuronMaps;
import org.ganvas.session.lab.PointLab;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.support.FrameListener;
import org.ganvas.viewmodel.support.PreferenceStore;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.jspecify.annotations.Nullable;

/**
 * The plot of the Lab screen. Requests only what is visible; at rest first a coarse image, then one with every pixel. FX
 * thread.
 */
public final class LabViewModel implements SnapshotListener, FrameListener {

    private final PointLab lab;
    private final ObservableBooleanValue onScreen;
    private final LabLayersViewModel layers;
    private final LabScale scale = new LabScale(LossSpec.NON_SATURATING);
    private final LatentPaths paths = new LatentPaths();
    private final LabAreaViewModel view = new LabAreaViewModel();
    private final LabPlotBuilder builder;
    private final NeuronsViewModel neurons = new NeuronsViewModel(this::change);
    private final ReadOnlyBooleanWrapper available = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper reason = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<LabPlotContent> plot = new ReadOnlyObjectWrapper<>(LabPlotContent.EMPTY);
    private final ReadOnlyStringWrapper gap = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper source = new ReadOnlyStringWrapper("");
    private final ReadOnlyLongWrapper step = new ReadOnlyLongWrapper(-1);
    private final ReadOnlyObjectWrapper<@Nullable GanSpec> spec = new ReadOnlyObjectWrapper<>();
    private @Nullable Area area;
    private @Nullable LabRequest requested;
    private @Nullable LabResult newest;
    private float[] real = new float[0];
    private float[] shownReal = new float[0];
    private DataMotionSpec motion = DataMotionSpec.STILL;
    private float[] beforeStep = new float[0];
    private @Nullable Scene scene;
    private long told = -1;
    private ScatterPlotPalette palette = ScatterPlotPalette.PAPER;
    private boolean hovered;
    private boolean newestAtRest;
    private boolean otherForces;
    private boolean running;
    private int run = -1;
    private @Nullable RunInfo info;
    private PointTransform transform = PointTransform.IDENTITY;

    private record Area(PointBounds bounds, int width, int height) {}

    /**
     * What is to be seen.
     *
     * @param content of the plot
     * @param bounds that are shown at least
     * @param area that is visible
     * @param width of the area in pixels of the screen
     * @param height of the area in pixels of the screen
     * @param step of the networks
     * @param colours what the colours are
     * @param sentence below it; null for none
     * @param live whether the run trains, so that what is seen is a coarse view of a step that is over
     */
    record Sight(
            RunInfo run,
            LabPlotContent content,
            PointBounds bounds,
            PointBounds area,
            int width,
            int height,
            long step,
            LabLegend.Colours colours,
            @Nullable Message sentence,
            boolean live) {}

    /**
     * A plot of slow motion in place of the run.
     *
     * @param colours what its colours are
     * @param sentence that it belongs to
     * @param step that is told
     */
    record Scene(LabPlotContent content, LabLegend.Colours colours, String sentence, long step) {}

    /**
     * @param onScreen whether the screen is shown
     */
    public LabViewModel(PointLab lab, PreferenceStore preferences, ObservableBooleanValue onScreen) {
        this.lab = lab;
        this.onScreen = onScreen;
        layers = new LabLayersViewModel(preferences);
        builder = new LabPlotBuilder(layers::isShown, scale::colours, scale::gain);
        layers.changesProperty().addListener((property, old, now) -> change());
        layers.averagedProperty().addListener(property -> paths.clear());
        layers.forceGridProperty().addListener(property -> otherForces = true);
        onScreen.addListener(property -> request());
    }

    private void change() {
        request();
        show();
    }

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        RunInfo loaded = snapshot.run();
        info = loaded;
        boolean another = loaded != null && loaded.number() != run;
        if (another) {
            run = loaded == null ? -1 : loaded.number();
            scale.reset(loaded == null ? LossSpec.NON_SATURATING : loaded.spec().loss());
            paths.clear();
            newest = null;
            beforeStep = new float[0];
            plot.set(LabPlotContent.EMPTY);
            gap.set("");
            source.set("");
            step.set(-1);
        }
        transform = loaded == null ? PointTransform.IDENTITY : loaded.pointTransform();
        spec.set(loaded == null ? null : loaded.spec());
        available.set(loaded != null && loaded.spec().image().isPoint());
        neurons.use(spec.get(), another);
        reason.set(
                available.get()
                        ? ""
                        : Messages.text(loaded == null ? "lab.unavailable.run" : "lab.unavailable.images"));
        SampleGrid points = available.get() ? snapshot.real() : null;
        if (points != null && points.pixels() != real) {
            real = points.pixels();
            shownReal = real;
            motion =
                    loaded == null ? DataMotionSpec.STILL : loaded.spec().game().motion();
            view.showData(motion.swept(real));
            if (newest == null) {
                float[] now = motion.at(snapshot.step()).mapped(real);
                plot.set(LabPlotContent.ofData(layers.isShown(LabLayer.REAL) ? now : new float[0]));
            }
        } else if (points != null
                && loaded != null
                && !motion.equals(loaded.spec().game().motion())) {
            motion = loaded.spec().game().motion();
            view.showMotion(motion.swept(real));
        }
        boolean runs = snapshot.state() == RunState.RUNNING;
        if (another || runs != running) {
            running = runs;
            beforeStep = runs ? new float[0] : beforeStep;
            request();
        }
    }

    @Override
    public void onFrame(long nanos) {
        LabResult result = lab.takeResult();
        if (result == null || result.run() != run || requested == null) {
            return;
        }
        LabResult before = newest;
        newest = result;
        showDataOf(result);
        boolean stepped = newestAtRest && before != null && result.step() == before.step() + 1;
        newestAtRest = !running;
        if (!running && stepped && before != null) {
            // What slow motion tells has rings in its own plots.
            beforeStep = result.step() == told ? new float[0] : before.generated();
        } else if (running || before != null && result.step() != before.step()) {
            beforeStep = new float[0];
        }
        told = scene == null && result.step() != told ? -1 : told;
        if (otherForces && result.request().equals(requested)) {
            otherForces = false;
            scale.refitArrows();
        }
        scale.follow(result, running);
        paths.add(result.step(), result.generated());
        neurons.show(result.neurons());
        show();
    }

    /** Shows all data where it is another than before: earlier steps of the run can have been trained on other data. */
    private void showDataOf(LabResult result) {
        if (result.real().still() != shownReal) {
            shownReal = result.real().still();
            view.showData(motion.swept(shownReal));
        }
    }

    private void request() {
        Area visible = area;
        if (visible == null || !available.get() || !onScreen.get()) {
            if (requested != null) {
                requested = null;
                lab.request(null);
            }
            return;
        }
        Set<Part> parts = EnumSet.noneOf(Part.class);
        parts.addAll(layers.parts());
        if (neurons.part() != null) {
            parts.add(neurons.part());
        }
        if (hovered || !running) {
            parts.addAll(Set.of(Part.FIELD, Part.OPTIMUM));
        } else {
            // For the sentence below the plot.
            parts.add(Part.OPTIMUM_SELDOM);
        }
        if (!running) {
            parts.add(Part.EVERY_PIXEL);
        }
        LabRequest next = new LabRequest(
                visible.bounds(),
                visible.width(),
                visible.height(),
                parts,
                layers.averagedProperty().get());
        if (!next.equals(requested)) {
            requested = next;
            lab.request(next);
        }
    }

    private void show() {
        LabResult result = newest;
        GanSpec of = spec.get();
        if (result != null && of != null) {
            if (scene == null) {
                LabPlotContent content = builder.build(result, of.loss().equilibriumLogit(), paths, beforeStep);
                float[] unit = neurons.chosenOfDiscriminator();
                NeuronMaps maps = neurons.mapsProperty().get();
                plot.set(unit == null || maps == null ? content : content.withColours(unit, maps.lattice()));
            }
            String data = result.real().ofStep() ? "" : Messages.text("lab.realOfToday") + " ";
            gap.set(data + LabReadout.gap(of, result));
            String moves = DataMotionViewModel.sentence(of.game().motion());
            source.set((LabReadout.source(result.optimum()) + " " + moves).strip());
            step.set(result.step());
        }
    }

    // ---- Properties ----

    public LabLayersViewModel layers() {
        return layers;
    }

    /** The units of one network as maps. */
    public NeuronsViewModel neurons() {
        return neurons;
    }

    /** Whether the run is on 2-D points. */
    public ReadOnlyBooleanProperty availableProperty() {
        return available.getReadOnlyProperty();
    }

    /** Area that the plot shows. */
    public LabAreaViewModel view() {
        return view;
    }

    /** How close D is to the best D, or why there is none. */
    public ReadOnlyStringProperty gapProperty() {
        return gap.getReadOnlyProperty();
    }

    /** How the densities behind the best D are known. */
    public ReadOnlyStringProperty sourceProperty() {
        return source.getReadOnlyProperty();
    }

    /** Step of what is shown; negative before the first answer. */
    public ReadOnlyLongProperty stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** Transform of all points and bounds to the user's units. */
    public PointTransform transform() {
        LabResult result = newest;
        return result == null ? transform : result.real().transform();
    }

    /** Everything about a place; empty before the first answer. In a plot of latents, the place alone. */
    public String place(double x, double y, double radius) {
        if (plot.get().isOfLatents()) {
            return Messages.text("lab.neurons.latents", NumberFormats.length(x), NumberFormats.length(y));
        }
        LabResult result = newest;
        GanSpec of = spec.get();
        if (result == null || of == null) {
            return "";
        }
        int near = 0;
        for (int i = 0; i < result.generated().length; i += 2) {
            near += Math.hypot(result.generated()[i] - x, result.generated()[i + 1] - y) <= radius ? 1 : 0;
        }
        return LabReadout.place(of, result, x, y, near, transform());
    }

    /**
     * Text at an end of the colours that the plot has; empty where it has none.
     *
     * @param side -1 for orange, 1 for green
     */
    public String end(int side) {
        GanSpec of = spec.get();
        FieldPainter.Field field = plot.get().colours();
        return of == null || field == null ? "" : Messages.text(LabLegend.end(of, field, colours(), side));
    }

    /**
     * Value at an end of the colours that the plot has, without words; empty where it has none.
     *
     * @param side -1 for orange, 1 for green
     */
    public String scaleEnd(int side) {
        FieldPainter.Field field = plot.get().colours();
        return field == null ? "" : NumberText.resolved(field.neutral() + side * field.scale(), field.scale());
    }

    private LabLegend.Colours colours() {
        if (scene != null) {
            return scene.colours();
        }
        return neurons.chosenOfDiscriminator() != null ? LabLegend.Colours.OTHER : LabLegend.colours(layers.layers());
    }

    /** Why the screen does not fit the run; empty where it does. */
    public ReadOnlyStringProperty reasonProperty() {
        return reason.getReadOnlyProperty();
    }

    /** What the plot shows. */
    public ReadOnlyObjectProperty<LabPlotContent> plotProperty() {
        return plot.getReadOnlyProperty();
    }

    /** Spec of the run; null without one. */
    public ReadOnlyObjectProperty<@Nullable GanSpec> specProperty() {
        return spec.getReadOnlyProperty();
    }

    /** What is to be seen; null before the first answer, and while the plot is hidden. */
    @Nullable
    Sight sight() {
        RunInfo of = info;
        Area visible = area;
        LabResult result = newest;
        if (of == null || visible == null || result == null) {
            return null;
        }
        boolean unit = neurons.chosenOfDiscriminator() != null;
        Message sentence = result.optimum() == null || !result.optimum().exists()
                ? null
                : LabTexts.gap(of.spec(), result.optimum());
        return new Sight(
                of,
                plot.get(),
                view.shownProperty().get(),
                visible.bounds(),
                visible.width(),
                visible.height(),
                step.get(),
                colours(),
                scene == null ? sentence : Message.verbatim(scene.sentence()),
                running && scene == null && !unit);
    }

    /** Paths as they are now. */
    LatentPaths pathsSoFar() {
        return paths.copy();
    }

    LabScale scale() {
        return scale;
    }

    /** Loss of the best D against the present G; NaN where that is not known. */
    double bestLoss() {
        DiscriminatorOptimum optimum = newest == null ? null : newest.optimum();
        return optimum == null || running ? Double.NaN : optimum.bestLoss();
    }

    /** Shows a scene of slow motion in place of the run; null for the run again. */
    void showScene(@Nullable Scene newScene) {
        scene = newScene;
        if (newScene != null) {
            told = newScene.step();
            plot.set(newScene.content());
        } else {
            beforeStep = new float[0];
            show();
        }
    }

    /** Colours of the plot as it is shown. */
    ScatterPlotPalette palette() {
        return palette;
    }

    // ---- Commands ----

    /** Sets the visible area and its size in pixels; null while the plot is hidden. */
    public void setArea(@Nullable PointBounds bounds, int width, int height) {
        Area next = bounds == null ? null : new Area(bounds, width, height);
        if (!Objects.equals(area, next)) {
            area = next;
            request();
        }
    }

    /** Sets the colours of the plot, those of the theme, in which files are written too. */
    public void setPalette(ScatterPlotPalette colours) {
        palette = colours;
    }

    /** Sets whether the pointer is in the plot, so that everything about its place is known. */
    public void setHovered(boolean now) {
        if (hovered != now) {
            hovered = now;
            request();
        }
    }

    /** Fits the scales of colours and arrows to what is shown now. */
    public void fitScale() {
        LabResult result = newest;
        if (result != null) {
            scale.settleOn(result);
            show();
        }
    }
}
