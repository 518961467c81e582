package org.ganvas.viewmodel.explore;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.ganvas.data.LatentSampling;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.render.LatentRenderer;
import org.ganvas.session.render.LatentRequest;
import org.ganvas.session.run.LatentInterpolation;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.latent.LatentMath;
import org.ganvas.viewmodel.latent.LatentRequestQueue;
import org.ganvas.viewmodel.latent.LatentSlider;
import org.ganvas.viewmodel.project.DocumentViewModel;
import org.ganvas.viewmodel.support.AppServices;
import org.ganvas.viewmodel.support.FrameListener;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.ganvas.viewmodel.support.UndoStack;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.window.AppScreen;
import org.ganvas.viewmodel.window.NavigationViewModel;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.jspecify.annotations.Nullable;

/**
 * The Explore screen: collects what its parts want rendered into one request and distributes the images of the answer.
 * FX thread.
 */
public final class ExploreViewModel implements SnapshotListener, FrameListener {

    private static final int PATCH = 0;
    private static final int SLOTS = 1;
    private static final int LERP = 2;
    private static final int SLERP = 3;
    private static final int ARITHMETIC = 4;
    private static final int MAP = 5;
    private static final int STYLE = 6;
    private static final int MIX = 7;

    private final LatentRenderer renderer;
    private final NavigationViewModel screens;
    private final ReadOnlyStringWrapper reason = new ReadOnlyStringWrapper("");
    private final LatentRequestQueue requests;
    private final ExploreModels models;
    private final SavedLatents saved;
    private final LatentActions actions;
    private final SampleImageFiles imageFiles;
    private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(Tool.SLICE);
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> image = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyDoubleWrapper norm = new ReadOnlyDoubleWrapper(0);
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> map = new ReadOnlyObjectWrapper<>();
    private List<LatentPoint> shownLatents = List.of();
    private List<LatentPoint> mapLatents = List.of();
    private boolean moved;
    private boolean mapIsDue;
    private boolean built;
    private Object latentSpace = "";

    /** The tool beside the preview. */
    public enum Tool {
        SLICE("plane"),
        INTERPOLATION("between"),
        INVERSION("find"),
        FAVOURITES("kept"),
        STYLES("styles"),
        ANOMALY("unlike");

        private final String key;

        Tool(String key) {
            this.key = "explore.tool." + key;
        }

        /** Key of the tool's texts. */
        public String key() {
            return key;
        }
    }

    /**
     * The services that the screen uses.
     *
     * @param quick runs what takes seconds, so that it does not wait for what takes minutes
     * @param background runs what may take minutes
     */
    public record Dependencies(
            TrainingSession session,
            UserPrompts prompts,
            UndoStack undo,
            NoticesViewModel notices,
            DocumentViewModel document,
            AppServices app,
            Executor quick,
            Executor background) {}

    public ExploreViewModel(LatentRenderer renderer, NavigationViewModel screens, Dependencies services) {
        this.renderer = renderer;
        this.screens = screens;
        requests = new LatentRequestQueue(renderer, this::isActive, this::request);
        models = ExploreModels.of(services, this::latentChanged, this::followSource);
        saved = new SavedLatents(models.sliders(), models.slots(), models.favourites());
        imageFiles = new SampleImageFiles(
                models.source(),
                services.prompts(),
                services.notices(),
                services.app().io());
        actions = new LatentActions(models, screens, services, image);
        tool.addListener((property, old, now) -> requests.changed());
        models.source().averagedProperty().addListener((property, old, now) -> requests.changed());
        screens.shownProperty().addListener((property, old, now) -> enter(now));
    }

    private void latentChanged() {
        requests.changed();
        moved = true;
    }

    /** Why the screen does not fit the generator; empty if it does. */
    public ReadOnlyStringProperty reasonProperty() {
        return reason.getReadOnlyProperty();
    }

    private boolean isActive() {
        return built && reason.get().isEmpty() && screens.shownProperty().get() == AppScreen.EXPLORE;
    }

    private void enter(AppScreen screen) {
        if (screen == AppScreen.EXPLORE) {
            renderer.useSource(models.source().sourceProperty().get());
            requests.changed();
            findDirections();
        }
    }

    /** The strongest directions are the axes of the latent slice, so they are found when the screen is shown. */
    private void findDirections() {
        if (isActive()) {
            models.directions().analyzeIfOutdated(models.source().step());
        }
    }

    private void explain(GanSpec spec) {
        reason.set(spec.game().takesLatents() ? "" : Messages.text("explore.unavailable"));
    }

    private void followSource() {
        GanSpec spec = models.source().specProperty().get();
        if (spec == null) {
            return;
        }
        explain(spec);
        build(spec);
        if (screens.shownProperty().get() == AppScreen.EXPLORE) {
            renderer.useSource(models.source().sourceProperty().get());
        }
        requests.changed();
        findDirections();
    }

    /** Builds new sliders for a generator of other latents; else the current latent stays. */
    private void build(GanSpec spec) {
        int classes = spec.conditional() ? spec.classes() : 0;
        boolean sameSliders = built && slidersFit(spec, classes);
        // Until all parts are changed, nothing of the mixture must be rendered.
        built = false;
        models.inversion().reset();
        models.anomaly().reset();
        models.drawingBoard().setShape(spec.image());
        if (!sameSliders) {
            image.set(null);
            map.set(null);
            models.slots().clear();
            saved.rebuilt();
            models.sliders().build(spec, models.source().classNames(), start(spec, classes));
        }
        built = true;
        if (tool.get() == Tool.STYLES && !models.mixing().availableProperty().get()) {
            tool.set(Tool.SLICE);
        }
        if (tool.get() == Tool.ANOMALY && !models.anomaly().availableProperty().get()) {
            tool.set(Tool.SLICE);
        }
        if (!sameSliders || !latentSpace.equals(models.source().latentSpace())) {
            models.directions().reset();
        }
        latentSpace = models.source().latentSpace();
    }

    private boolean slidersFit(GanSpec spec, int classes) {
        List<LatentSlider> dimensions = models.sliders().dimensionsProperty().get();
        long codes = dimensions.stream()
                .filter(slider -> slider.kind() == LatentSlider.Kind.CODE)
                .count();
        return dimensions.size() == spec.latentDim()
                && models.sliders().classesProperty().get().size() == classes
                && codes == spec.codes()
                && models.sliders().styles().layersProperty().get()
                        == spec.generator().styleReaders()
                && models.sliders().prior() == spec.game().prior();
    }

    private static LatentPoint start(GanSpec spec, int classes) {
        float[] weights = new float[classes];
        if (classes > 0) {
            weights[0] = 1;
        }
        return new LatentPoint(
                LatentSampling.ofSeed(1, spec.latentDim(), spec.game().prior()), weights, 1);
    }

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        models.source().onSnapshot(snapshot);
        models.favourites().onSnapshot(snapshot);
        GanSpec spec = models.source().specProperty().get();
        if (spec != null) {
            // Each time: the language may have changed.
            explain(spec);
        }
    }

    /** To be called in every frame: searches go on while other screens are shown. */
    @Override
    public void onFrame(long nanos) {
        models.source().onFrame();
        imageFiles.onFrame();
        models.directions().onFrame();
        models.drawingBoard().onFrame();
        models.inversion().onFrame();
        models.anomaly().onFrame();
        if (built
                && reason.get().isEmpty()
                && !models.source().foreignProperty().get()) {
            saved.onFrame(moved);
            moved = false;
        }
        if (isActive()) {
            models.interpolation().onFrame(nanos);
            models.circularWalk().onFrame(nanos);
        }
        if (mapIsDue && !requests.isMoving()) {
            requests.changed();
        }
        requests.pulse(nanos);
        LatentRenderer.Rendered answer = requests.take();
        if (answer != null && answer.request().token() instanceof ExploreRenderRequest request) {
            showAnswer(request, answer.images());
        }
    }

    /** Whether the user is moving the current latent: then updates elsewhere on the screen can wait. */
    public boolean moving() {
        return requests.isMoving();
    }

    private LatentRequest request() {
        LatentPoint latent = models.sliders().point();
        boolean inStyles = models.sliders().inStyles();
        norm.set(LatentSampling.norm(inStyles ? latent.latent() : LatentMath.generatorInput(latent)));
        ExploreRenderRequest request =
                new ExploreRenderRequest(models.slice().sizeProperty().get());
        request.add(models.slice().patch(latent));
        boolean interpolates = tool.get() == Tool.INTERPOLATION;
        request.add(interpolates ? models.slots().filled() : List.of());
        boolean path = interpolates && models.interpolation().isReady();
        request.add(path ? models.interpolation().stops(LatentInterpolation.LERP) : List.of());
        request.add(path ? models.interpolation().stops(LatentInterpolation.SLERP) : List.of());
        LatentPoint result = interpolates ? models.arithmetic().result() : null;
        request.add(result == null ? List.of() : List.of(result));
        // The map waits until the latent rests, because the image under the pointer comes first.
        boolean large = tool.get() == Tool.SLICE || tool.get() == Tool.STYLES;
        mapIsDue = large && requests.isMoving();
        request.add(tool.get() == Tool.SLICE && !mapIsDue ? models.slice().map(latent) : List.of());
        request.add(path && inStyles ? models.interpolation().stops(LatentInterpolation.STYLE) : List.of());
        request.add(tool.get() == Tool.STYLES && !mapIsDue ? models.mixing().points() : List.of());
        return request.request(models.source().averagedProperty().get());
    }

    private void showAnswer(ExploreRenderRequest request, SampleGrid answer) {
        GanSpec spec = models.source().specProperty().get();
        if (spec == null || !spec.image().equals(answer.shape())) {
            return;
        }
        shownLatents = request.patchLatents();
        image.set(request.part(answer, PATCH, request.patchSide()));
        SampleGrid around = request.part(answer, MAP, LatentSliceViewModel.MAP_SIDE);
        if (around != null) {
            mapLatents = request.latents(MAP);
            map.set(around);
        }
        models.mixing().show(request.latents(MIX), request.images(answer, MIX));
        if (tool.get() == Tool.INTERPOLATION) {
            models.slots().show(request.images(answer, SLOTS));
            models.interpolation()
                    .show(
                            request.part(answer, LERP, InterpolationViewModel.STOPS),
                            request.part(answer, SLERP, InterpolationViewModel.STOPS),
                            request.part(answer, STYLE, InterpolationViewModel.STOPS));
            models.arithmetic().show(request.part(answer, ARITHMETIC, 1));
        }
    }

    // ---- Parts ----

    public ExploreModels models() {
        return models;
    }

    public LatentActions actions() {
        return actions;
    }

    /** Files of single images. */
    public SampleImageFiles imageFiles() {
        return imageFiles;
    }

    /**
     * Actions on the images of a grid, on any screen.
     *
     * @param grid the grid; null while there is none
     * @param latent the latent of an image, by its index; null for an image without a known latent
     */
    public ImageActions imageActions(Supplier<@Nullable SampleGrid> grid, IntFunction<@Nullable LatentPoint> latent) {
        return new ImageActions(this, screens, grid, latent);
    }

    // ---- Properties ----

    /** The image of the current latent, or the patch around it on the latent slice; null before the first answer. */
    public ReadOnlyObjectProperty<@Nullable SampleGrid> imageProperty() {
        return image.getReadOnlyProperty();
    }

    /** Images on the latent slice around the current one, for the slice tool; null before the first answer. */
    public ReadOnlyObjectProperty<@Nullable SampleGrid> mapProperty() {
        return map.getReadOnlyProperty();
    }

    /** The latent of an image of the map; null if there is none. */
    public @Nullable LatentPoint mapLatent(int index) {
        return index >= 0 && index < mapLatents.size() ? mapLatents.get(index) : null;
    }

    /** Length of the current latent after truncation. */
    public ReadOnlyDoubleProperty normProperty() {
        return norm.getReadOnlyProperty();
    }

    public ObjectProperty<Tool> toolProperty() {
        return tool;
    }

    /** The current latent; null before there is a generator. */
    public @Nullable LatentPoint currentLatent() {
        return built ? models.sliders().point() : null;
    }

    /** The latent of an image of the patch that is shown; null if there is none. */
    public @Nullable LatentPoint latentAt(int index) {
        return index >= 0 && index < shownLatents.size() ? shownLatents.get(index) : null;
    }

    /** Makes the latent of an image of the patch the current one; an image alone is the current one already. */
    public void openFromPatch(int index) {
        LatentPoint latent = shownLatents.size() == 1 ? null : latentAt(index);
        if (latent != null) {
            actions.open(latent);
        }
    }

    /** Puts the current latent into a slot and shows the slots. */
    public void putCurrentIntoSlot(int slot) {
        putIntoSlot(models.sliders().point(), slot);
    }

    /** Puts a latent into a slot and shows the slots. */
    void putIntoSlot(LatentPoint latent, int slot) {
        actions.putIntoSlot(latent, slot);
        tool.set(Tool.INTERPOLATION);
    }

    /** Copies the image of the current latent to the drawing board. */
    public void copyToDrawingBoard() {
        SampleGrid patch = image.get();
        if (patch != null) {
            models.drawingBoard().copyImage(patch, patch.count() / 2);
        }
    }
}
