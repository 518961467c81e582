package org.ganvas.viewmodel;

import java.util.Arrays;
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
import org.ganvas.project.LatentText;
import org.ganvas.project.ProjectException;
import org.ganvas.session.GridArrangement;
import org.ganvas.session.LatentDesk;
import org.ganvas.session.LatentPoint;
import org.ganvas.session.TrainingDesk;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.PictureGrid;
import org.ganvas.session.run.RunInfo;
import org.jspecify.annotations.Nullable;

/**
 * The Explore room: asks the explore thread for what its parts want drawn, once a frame and only when something moved, and
 * hands each its pictures. FX thread.
 */
public final class ExploreViewModel {

    private static final int PATCH = 0;
    private static final int WELLS = 1;
    private static final int STRAIGHT = 2;
    private static final int ROUND = 3;
    private static final int SUM = 4;

    private final LatentDesk desk;
    private final RoomsViewModel rooms;
    private final NoticesViewModel notices;
    private final Prompts prompts;
    private final SourceModel source;
    private final SliderModel sliders;
    private final FavouritesModel favourites;
    private final StudyModel study;
    private final SliderListModel list;
    private final WellsModel wells;
    private final PlaneModel plane;
    private final CircleModel circle;
    private final CornersModel corners;
    private final ArithmeticModel arithmetic;
    private final SheetModel sheet;
    private final InversionModel inversion;
    private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(Tool.PLANE);
    private final ReadOnlyObjectWrapper<@Nullable PictureGrid> picture = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyDoubleWrapper norm = new ReadOnlyDoubleWrapper(0);
    private List<LatentPoint> shownPoints = List.of();
    private boolean dirty;
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
     * @param background does what may take minutes
     */
    ExploreViewModel(
            TrainingDesk training, LatentDesk desk, RoomsViewModel rooms, Company company, Executor background) {
        this.desk = desk;
        this.rooms = rooms;
        notices = company.notices();
        prompts = company.prompts();
        UndoStack undo = company.undo();
        Cabinet cabinet = company.cabinet();
        source = new SourceModel(training, prompts, notices, cabinet.store(), cabinet.io(), this::follow);
        sliders = new SliderModel(undo, this::moved);
        favourites = new FavouritesModel(training, notices, undo, company.document());
        study = new StudyModel(source, sliders, favourites, background, notices);
        list = new SliderListModel(sliders, study.effectsProperty());
        wells = new WellsModel(undo);
        plane = new PlaneModel(sliders, wells, this::moved);
        circle = new CircleModel(sliders, plane);
        corners = new CornersModel(wells, sliders, this::moved);
        arithmetic = new ArithmeticModel(wells, sliders, this::moved);
        sheet = new SheetModel(prompts, notices, undo, cabinet.io());
        inversion = new InversionModel(source, sliders, sheet, background, notices);
        tool.addListener((property, old, now) -> moved());
        source.averagedProperty().addListener((property, old, now) -> moved());
        rooms.shownProperty().addListener((property, old, now) -> enter(now));
    }

    /** Whom the room works with. */
    record Company(
            Prompts prompts, UndoStack undo, NoticesViewModel notices, DocumentViewModel document, Cabinet cabinet) {}

    private void moved() {
        dirty = true;
    }

    private void enter(Room room) {
        if (room == Room.EXPLORE) {
            desk.follow(source.sourceProperty().get());
            moved();
        }
    }

    private void follow() {
        GanSpec spec = source.specProperty().get();
        if (spec == null) {
            return;
        }
        build(spec);
        if (rooms.shownProperty().get() == Room.EXPLORE) {
            desk.follow(source.sourceProperty().get());
        }
        moved();
    }

    /** Other dials where the generator takes other latents; else what is in the hand stays there. */
    private void build(GanSpec spec) {
        List<Dial> dimensions = sliders.dimensionsProperty().get();
        int classes = spec.conditional() ? spec.classes() : 0;
        boolean same = built
                && dimensions.size() == spec.latentDim()
                && sliders.classesProperty().get().size() == classes
                && dimensions.stream()
                                .filter(dial -> dial.kind() == Dial.Kind.CODE)
                                .count()
                        == spec.codes();
        inversion.forget();
        sheet.fit(spec.image());
        if (!same) {
            picture.set(null);
            wells.clear();
            sliders.build(spec, source.classNames(), start(spec.latentDim(), classes));
        }
        built = true;
        if (!same || !family.equals(source.family())) {
            study.forget();
        }
        family = source.family();
    }

    private static LatentPoint start(int width, int classes) {
        float[] weights = new float[classes];
        if (classes > 0) {
            weights[0] = 1;
        }
        return new LatentPoint(Latents.ofSeed(1, width), weights, 1);
    }

    void show(TrainingSnapshot snapshot) {
        source.show(snapshot);
        favourites.show(snapshot);
    }

    /** To be called in every frame: searches go on in other rooms too. */
    void pulse(long nanos) {
        source.pulse();
        study.pulse();
        sheet.pulse();
        inversion.pulse();
        if (rooms.shownProperty().get() != Room.EXPLORE || !built) {
            return;
        }
        corners.pulse(nanos);
        circle.pulse(nanos);
        if (dirty) {
            dirty = false;
            desk.request(drawing().request(source.averagedProperty().get()));
        }
        LatentDesk.Drawn drawn = desk.takeDrawn();
        if (drawn != null && drawn.request().sign() instanceof ExploreDrawing drawing) {
            take(drawing, drawn.pictures());
        }
    }

    private ExploreDrawing drawing() {
        LatentPoint hand = sliders.point();
        norm.set(Latents.norm(Vectors.drawn(hand)));
        ExploreDrawing drawing = new ExploreDrawing(plane.sizeProperty().get());
        drawing.add(plane.patch(hand));
        boolean between = tool.get() == Tool.BETWEEN;
        drawing.add(between ? wells.full() : List.of());
        boolean way = between && corners.ready();
        drawing.add(way ? corners.stops(LatentPath.LERP) : List.of());
        drawing.add(way ? corners.stops(LatentPath.SLERP) : List.of());
        LatentPoint sum = between ? arithmetic.sum() : null;
        drawing.add(sum == null ? List.of() : List.of(sum));
        return drawing;
    }

    private void take(ExploreDrawing drawing, PictureGrid drawn) {
        GanSpec spec = source.specProperty().get();
        if (spec == null || !spec.image().equals(drawn.shape())) {
            return;
        }
        shownPoints = drawing.patchPoints();
        picture.set(drawing.part(drawn, PATCH, drawing.patch()));
        if (tool.get() == Tool.BETWEEN) {
            wells.show(drawing.singles(drawn, WELLS));
            corners.show(
                    drawing.part(drawn, STRAIGHT, CornersModel.STOPS), drawing.part(drawn, ROUND, CornersModel.STOPS));
            arithmetic.show(drawing.part(drawn, SUM, 1));
        }
    }

    // ---- Parts ----

    public SourceModel source() {
        return source;
    }

    public SliderModel sliders() {
        return sliders;
    }

    public SliderListModel list() {
        return list;
    }

    public StudyModel study() {
        return study;
    }

    public PlaneModel plane() {
        return plane;
    }

    public CircleModel circle() {
        return circle;
    }

    public WellsModel wells() {
        return wells;
    }

    public CornersModel corners() {
        return corners;
    }

    public ArithmeticModel arithmetic() {
        return arithmetic;
    }

    public SheetModel sheet() {
        return sheet;
    }

    public InversionModel inversion() {
        return inversion;
    }

    public FavouritesModel favourites() {
        return favourites;
    }

    // ---- Properties ----

    /** The big picture, or the patch of neighbours; null before the first. */
    public ReadOnlyObjectProperty<@Nullable PictureGrid> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** Length of the latent as it is drawn. */
    public ReadOnlyDoubleProperty normProperty() {
        return norm.getReadOnlyProperty();
    }

    public ObjectProperty<Tool> toolProperty() {
        return tool;
    }

    // ---- Commands ----

    /** The latent of a picture of the patch as it is shown; null if there is none. */
    public @Nullable LatentPoint shownPoint(int index) {
        return index >= 0 && index < shownPoints.size() ? shownPoints.get(index) : null;
    }

    /** The latent of a place of the run's fixed grid. */
    public @Nullable LatentPoint fixedPoint(PictureGrid grid, int index) {
        RunInfo run = source.run();
        if (run == null || grid.shape().isPoint()) {
            return null;
        }
        GanSpec spec = run.spec();
        GridArrangement places = GridArrangement.of(
                spec, grid.rows(), grid.columns(), run.request().seed());
        float[] latent =
                Arrays.copyOfRange(places.latents(spec), index * spec.latentDim(), (index + 1) * spec.latentDim());
        float[] classes = new float[spec.conditional() ? spec.classes() : 0];
        if (classes.length > 0) {
            classes[places.labels(spec)[index]] = 1;
        }
        return new LatentPoint(latent, classes, 1);
    }

    /** Opens a latent of the run's own generator in this room. */
    public void openOfRun(LatentPoint point) {
        if (!fits(point)) {
            source.followLive();
        }
        open(point);
        rooms.go(Room.EXPLORE);
    }

    /** Takes a latent into the hand. */
    public void open(LatentPoint point) {
        if (fits(point)) {
            sliders.open(point);
        } else {
            notices.report(Messages.text(
                    "explore.other",
                    point.latent().length,
                    sliders.dimensionsProperty().get().size()));
        }
    }

    /** Puts a latent into a well, if it is one of this generator. */
    public void send(LatentPoint point, int well) {
        if (fits(point)) {
            wells.put(well, point);
        } else {
            notices.report(Messages.text(
                    "explore.other",
                    point.latent().length,
                    sliders.dimensionsProperty().get().size()));
        }
    }

    private boolean fits(LatentPoint point) {
        return point.latent().length == sliders.dimensionsProperty().get().size()
                && point.classWeights().length
                        == sliders.classesProperty().get().size();
    }

    /** The latent in the hand as text. */
    public String copy() {
        return write(sliders.point());
    }

    /** A latent as text, to be dragged. */
    public String write(LatentPoint point) {
        return LatentText.write(point);
    }

    /** Takes a latent from text into the hand, or says why not. */
    public void paste(String text) {
        try {
            open(LatentText.read(text));
        } catch (ProjectException e) {
            notices.report(e.getMessage());
        }
    }

    /** Reads a latent out of text that was dragged here; null, with a word, if it is none. */
    public @Nullable LatentPoint read(String text) {
        try {
            return LatentText.read(text);
        } catch (ProjectException e) {
            notices.report(e.getMessage());
            return null;
        }
    }

    /** Asks for another name of a direction; a named one is kept with the run. */
    public void renameDirection(Dial direction) {
        prompts.askName(Messages.text("explore.dial.rename.title"), direction.name())
                .ifPresent(name -> study.rename(direction, name));
    }

    /** Asks for another name of a favourite. */
    public void renameFavourite(int index) {
        String before = favourites.favouritesProperty().get().get(index).name();
        prompts.askName(Messages.text("explore.kept.rename.title"), before)
                .ifPresent(name -> favourites.rename(index, name));
    }

    /** Keeps what is in the hand. */
    public void keep() {
        PictureGrid shown = picture.get();
        favourites.keep(sliders.point(), shown == null ? null : middle(shown));
    }

    private static PictureGrid middle(PictureGrid patch) {
        int size = patch.shape().size();
        float[] pixels = new float[size];
        System.arraycopy(patch.pixels(), patch.count() / 2 * size, pixels, 0, size);
        return new PictureGrid(patch.shape(), 1, 1, pixels, new int[0], patch.step());
    }
}
