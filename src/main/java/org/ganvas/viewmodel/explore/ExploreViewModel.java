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
import org.ganvas.session.render.LatentRenderer;
import org.ganvas.session.run.LatentInterpolation;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.latent.LatentMath;
import org.ganvas.viewmodel.project.DocumentViewModel;
import org.ganvas.viewmodel.support.AppServices;
import org.ganvas.viewmodel.support.FrameListener;
import org.ganvas.viewmodel.support.SnapshotListener;
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
public final class ExploreViewModel implements SnapshotListener, FrameListener {

    /** A hand that has moved nothing for so long rests. */
    private static final long HAND_NANOS = 150_000_000;

    private static final int PATCH = 0;
    private static final int WELLS = 1;
    private static final int STRAIGHT = 2;
    private static final int ROUND = 3;
    private static final int SUM = 4;

    private final LatentRenderer desk;
    private final NavigationViewModel rooms;
    private final ExploreModels parts;
    private final LatentActions traffic;
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
        parts = ExploreModels.of(company, this::moved, this::follow);
        traffic = new LatentActions(parts, rooms, company, picture);
        tool.addListener((property, old, now) -> moved());
        parts.source().averagedProperty().addListener((property, old, now) -> moved());
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
        desk.request(drawing().request(parts.source().averagedProperty().get()));
    }

    private void enter(AppScreen room) {
        if (room == AppScreen.EXPLORE) {
            desk.follow(parts.source().sourceProperty().get());
            moved();
        }
    }

    private void follow() {
        GanSpec spec = parts.source().specProperty().get();
        if (spec == null) {
            return;
        }
        build(spec);
        if (rooms.shownProperty().get() == AppScreen.EXPLORE) {
            desk.follow(parts.source().sourceProperty().get());
        }
        moved();
    }

    /** Other dials where the generator takes other latents; else what is in the hand stays there. */
    private void build(GanSpec spec) {
        List<LatentSlider> dimensions = parts.sliders().dimensionsProperty().get();
        int classes = spec.conditional() ? spec.classes() : 0;
        boolean known = built;
        // Half of it is the old generator's until all is done: nothing of that is to be drawn.
        built = false;
        boolean same = known
                && dimensions.size() == spec.latentDim()
                && parts.sliders().classesProperty().get().size() == classes
                && dimensions.stream()
                                .filter(dial -> dial.kind() == LatentSlider.Kind.CODE)
                                .count()
                        == spec.codes();
        parts.inversion().forget();
        parts.sheet().fit(spec.image());
        if (!same) {
            picture.set(null);
            parts.wells().clear();
            parts.sliders().build(spec, parts.source().classNames(), start(spec.latentDim(), classes));
        }
        built = true;
        if (!same || !family.equals(parts.source().family())) {
            parts.study().forget();
        }
        family = parts.source().family();
    }

    private static LatentPoint start(int width, int classes) {
        float[] weights = new float[classes];
        if (classes > 0) {
            weights[0] = 1;
        }
        return new LatentPoint(Latents.ofSeed(1, width), weights, 1);
    }

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        parts.source().onSnapshot(snapshot);
        parts.favourites().onSnapshot(snapshot);
    }

    /** To be called in every frame: searches go on in other rooms too. */
    @Override
    public void onFrame(long nanos) {
        parts.source().onFrame();
        parts.study().onFrame();
        parts.sheet().onFrame();
        parts.inversion().onFrame();
        now = nanos;
        if (!shown()) {
            return;
        }
        parts.corners().onFrame(nanos);
        parts.circle().onFrame(nanos);
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
        LatentPoint hand = parts.sliders().point();
        norm.set(Latents.norm(LatentMath.drawn(hand)));
        ExploreRenderRequest drawing =
                new ExploreRenderRequest(parts.plane().sizeProperty().get());
        drawing.add(parts.plane().patch(hand));
        boolean between = tool.get() == Tool.BETWEEN;
        drawing.add(between ? parts.wells().full() : List.of());
        boolean way = between && parts.corners().ready();
        drawing.add(way ? parts.corners().stops(LatentInterpolation.LERP) : List.of());
        drawing.add(way ? parts.corners().stops(LatentInterpolation.SLERP) : List.of());
        LatentPoint sum = between ? parts.arithmetic().sum() : null;
        drawing.add(sum == null ? List.of() : List.of(sum));
        return drawing;
    }

    private void take(ExploreRenderRequest drawing, SampleGrid drawn) {
        GanSpec spec = parts.source().specProperty().get();
        if (spec == null || !spec.image().equals(drawn.shape())) {
            return;
        }
        shownPoints = drawing.patchPoints();
        picture.set(drawing.part(drawn, PATCH, drawing.patch()));
        if (tool.get() == Tool.BETWEEN) {
            parts.wells().show(drawing.singles(drawn, WELLS));
            parts.corners()
                    .show(
                            drawing.part(drawn, STRAIGHT, InterpolationViewModel.STOPS),
                            drawing.part(drawn, ROUND, InterpolationViewModel.STOPS));
            parts.arithmetic().show(drawing.part(drawn, SUM, 1));
        }
    }

    // ---- Parts ----

    public ExploreModels parts() {
        return parts;
    }

    public LatentActions traffic() {
        return traffic;
    }

    // ---- Properties ----

    /** The big picture, or the patch of neighbours; null before the first. */
    public ReadOnlyObjectProperty<@Nullable SampleGrid> pictureProperty() {
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
    public @Nullable LatentPoint here() {
        return built ? parts.sliders().point() : null;
    }

    /** The latent of a picture of the patch as it is shown; null if there is none. */
    public @Nullable LatentPoint shownPoint(int index) {
        return index >= 0 && index < shownPoints.size() ? shownPoints.get(index) : null;
    }
}
