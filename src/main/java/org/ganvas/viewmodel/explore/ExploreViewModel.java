package org.ganvas.viewmodel.explore;

import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.ganvas.data.Latents;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.render.LatentPoint;
import org.ganvas.session.render.LatentRenderer;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.latent.LatentInterpolation;
import org.ganvas.viewmodel.latent.LatentMath;
import org.ganvas.viewmodel.latent.LatentSlider;
import org.ganvas.viewmodel.project.DocumentViewModel;
import org.ganvas.viewmodel.support.AppServices;
import org.ganvas.viewmodel.support.UndoStack;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.window.AppScreen;
import org.ganvas.viewmodel.window.NavigationViewModel;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.jspecify.annotations.Nullable;

/**
 * The Explore room: asks the explore thread for what its parts want drawn, once a frame and only when something moved, and
 * hands each its pictures. FX thread.
 */
public final class ExploreViewModel {

    /** A hand that has moved nothing for so long rests. */
    private static final long HAND_NANOS = 150_000_000;

    private static final int PATCH = 0;
    private static final int WELLS = 1;
    private static final int STRAIGHT = 2;
    private static final int ROUND = 3;
    private static final int SUM = 4;

    private final LatentRenderer desk;
    private final NavigationViewModel rooms;
    private final ExploreModels models;
    private final LatentActions actions;
    private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(Tool.PLANE);
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> picture = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyDoubleWrapper norm = new ReadOnlyDoubleWrapper(0);
    private List<LatentPoint> shownPoints = List.of();
    private boolean dirty;
    private boolean askedThisFrame;
    private long lastAsked = Long.MIN_VALUE / 2;
    private long askedBefore = Long.MIN_VALUE / 2;
    private long now;
    private boolean built;
    private Object family = "";

    /** What stands beside the picture. */
    public enum Tool {
        PLANE,
        BETWEEN,
        FIND,
        KEPT
    }

    /**
     * Whom the room works with.
     *
     * @param background does what may take minutes
     */
    public record Company(
            TrainingSession desk,
            UserPrompts prompts,
            UndoStack undo,
            NoticesViewModel notices,
            DocumentViewModel document,
            AppServices cabinet,
            Executor background) {}

    public ExploreViewModel(LatentRenderer desk, NavigationViewModel rooms, Company company) {
        this.desk = desk;
        this.rooms = rooms;
        models = ExploreModels.of(company, this::moved, this::follow);
        actions = new LatentActions(models, rooms, company, picture);
        tool.addListener((property, old, now) -> moved());
        models.source().averagedProperty().addListener((property, old, now) -> moved());
        rooms.shownProperty().addListener((property, old, now) -> enter(now));
    }

    /** The first change of a frame is asked for at once, so that this frame can show it; more of them in the next. */
    private void moved() {
        dirty = true;
        if (!askedThisFrame && shown()) {
            ask();
        }
    }

    private boolean shown() {
        return built && rooms.shownProperty().get() == AppScreen.EXPLORE;
    }

    private void ask() {
        dirty = false;
        askedThisFrame = true;
        askedBefore = lastAsked;
        lastAsked = now;
        desk.request(drawing().request(models.source().averagedProperty().get()));
    }

    private void enter(AppScreen room) {
        if (room == AppScreen.EXPLORE) {
            desk.follow(models.source().sourceProperty().get());
            moved();
        }
    }

    private void follow() {
        GanSpec spec = models.source().specProperty().get();
        if (spec == null) {
            return;
        }
        build(spec);
        if (rooms.shownProperty().get() == AppScreen.EXPLORE) {
            desk.follow(models.source().sourceProperty().get());
        }
        moved();
    }

    /** Other dials where the generator takes other latents; else what is in the hand stays there. */
    private void build(GanSpec spec) {
        List<LatentSlider> dimensions = models.sliders().dimensionsProperty().get();
        int classes = spec.conditional() ? spec.classes() : 0;
        boolean known = built;
        // Half of it is the old generator's until all is done: nothing of that is to be drawn.
        built = false;
        boolean same = known
                && dimensions.size() == spec.latentDim()
                && models.sliders().classesProperty().get().size() == classes
                && dimensions.stream()
                                .filter(dial -> dial.kind() == LatentSlider.Kind.CODE)
                                .count()
                        == spec.codes();
        models.inversion().reset();
        models.drawingBoard().setShape(spec.image());
        if (!same) {
            picture.set(null);
            models.slots().clear();
            models.sliders().build(spec, models.source().classNames(), start(spec.latentDim(), classes));
        }
        built = true;
        if (!same || !family.equals(models.source().family())) {
            models.directions().reset();
        }
        family = models.source().family();
    }

    private static LatentPoint start(int width, int classes) {
        float[] weights = new float[classes];
        if (classes > 0) {
            weights[0] = 1;
        }
        return new LatentPoint(Latents.ofSeed(1, width), weights, 1);
    }

    public void show(TrainingSnapshot snapshot) {
        models.source().show(snapshot);
        models.favourites().show(snapshot);
    }

    /** To be called in every frame: searches go on in other rooms too. */
    public void pulse(long nanos) {
        models.source().pulse();
        models.directions().pulse();
        models.drawingBoard().pulse();
        models.inversion().pulse();
        now = nanos;
        if (!shown()) {
            return;
        }
        models.interpolation().pulse(nanos);
        models.circularWalk().pulse(nanos);
        if (dirty && !askedThisFrame) {
            ask();
        }
        askedThisFrame = false;
        LatentRenderer.Drawn drawn = desk.takeDrawn();
        if (drawn != null && drawn.request().sign() instanceof ExploreRenderRequest drawing) {
            take(drawing, drawn.pictures());
        }
    }

    /** Whether a hand moves through latent space: then everything else on the screen can wait. */
    public boolean moving() {
        return shown() && now - lastAsked < HAND_NANOS && lastAsked - askedBefore < HAND_NANOS;
    }

    private ExploreRenderRequest drawing() {
        LatentPoint hand = models.sliders().point();
        norm.set(Latents.norm(LatentMath.generatorInput(hand)));
        ExploreRenderRequest drawing =
                new ExploreRenderRequest(models.slice().sizeProperty().get());
        drawing.add(models.slice().patch(hand));
        boolean between = tool.get() == Tool.BETWEEN;
        drawing.add(between ? models.slots().filled() : List.of());
        boolean way = between && models.interpolation().isReady();
        drawing.add(way ? models.interpolation().stops(LatentInterpolation.LERP) : List.of());
        drawing.add(way ? models.interpolation().stops(LatentInterpolation.SLERP) : List.of());
        LatentPoint sum = between ? models.arithmetic().result() : null;
        drawing.add(sum == null ? List.of() : List.of(sum));
        return drawing;
    }

    private void take(ExploreRenderRequest drawing, SampleGrid drawn) {
        GanSpec spec = models.source().specProperty().get();
        if (spec == null || !spec.image().equals(drawn.shape())) {
            return;
        }
        shownPoints = drawing.patchLatents();
        picture.set(drawing.part(drawn, PATCH, drawing.patch()));
        if (tool.get() == Tool.BETWEEN) {
            models.slots().show(drawing.singles(drawn, WELLS));
            models.interpolation()
                    .show(
                            drawing.part(drawn, STRAIGHT, InterpolationViewModel.STOPS),
                            drawing.part(drawn, ROUND, InterpolationViewModel.STOPS));
            models.arithmetic().show(drawing.part(drawn, SUM, 1));
        }
    }

    // ---- Parts ----

    public ExploreModels models() {
        return models;
    }

    public LatentActions actions() {
        return actions;
    }

    // ---- Properties ----

    /** The big picture, or the patch of neighbours; null before the first. */
    public ReadOnlyObjectProperty<@Nullable SampleGrid> imageProperty() {
        return picture.getReadOnlyProperty();
    }

    /** Length of the latent as it is drawn. */
    public ReadOnlyDoubleProperty normProperty() {
        return norm.getReadOnlyProperty();
    }

    public ObjectProperty<Tool> toolProperty() {
        return tool;
    }

    /** What is in the hand; null before there is a generator. */
    public @Nullable LatentPoint currentLatent() {
        return built ? models.sliders().point() : null;
    }

    /** The latent of a picture of the patch as it is shown; null if there is none. */
    public @Nullable LatentPoint latentAt(int index) {
        return index >= 0 && index < shownPoints.size() ? shownPoints.get(index) : null;
    }
}
