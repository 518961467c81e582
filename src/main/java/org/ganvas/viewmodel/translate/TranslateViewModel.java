package org.ganvas.viewmodel.translate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.ganvas.data.ImageShape;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.data.corruption.Corruption;
import org.ganvas.data.corruption.HoleCut;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.render.GeneratorSource;
import org.ganvas.session.render.LatentRenderer;
import org.ganvas.session.render.LatentRequest;
import org.ganvas.session.render.TranslationReview;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.session.translation.TranslationInput;
import org.ganvas.viewmodel.explore.DrawingBoardViewModel;
import org.ganvas.viewmodel.explore.DrawingCanvas;
import org.ganvas.viewmodel.explore.FavouritesViewModel;
import org.ganvas.viewmodel.latent.LatentRequestQueue;
import org.ganvas.viewmodel.support.FrameListener;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.window.AppScreen;
import org.ganvas.viewmodel.window.NavigationViewModel;
import org.jspecify.annotations.Nullable;

/**
 * The original on the drawing board, the input that the translation in training makes of it, and the generator's output now.
 * FX thread.
 */
public final class TranslateViewModel implements SnapshotListener, FrameListener {

    /** Draws of chance that differ; then the first comes again. */
    private static final int DRAWS = 1000;

    /** Images of the data to choose from. */
    private static final int CHOICES = 16;

    private final LatentRenderer renderer;
    private final NavigationViewModel screens;
    private final ReadOnlyBooleanProperty averaged;
    private final DrawingBoardViewModel board;
    private final FolderTranslationViewModel folder;
    private final TranslateFavourites favourites;
    private final LatentRequestQueue requests;
    private final ReadOnlyStringWrapper reason = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper changes = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper masks = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper chance = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> choices = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> given = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> output = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> wanted = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> compared = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> shownOutput = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> back = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty heat = new SimpleBooleanProperty();
    private final DoubleProperty wipe = new SimpleDoubleProperty(0.5);
    private @Nullable TranslationInput input;
    private @Nullable SampleGrid aims;
    private @Nullable SampleGrid realness;
    private @Nullable DrawingCanvas answered;
    private int draw;
    private int shownRun = -1;

    /**
     * Sign of this screen's requests.
     *
     * @param run the number of the run that the request is for
     * @param drawing what is to be translated
     */
    private record Sign(int run, DrawingCanvas drawing) {}

    /**
     * @param averaged whether G's averaged weights render
     * @param board the original
     * @param folder translates whole folders
     * @param bookmarks of the run, which its project saves
     */
    public TranslateViewModel(
            LatentRenderer renderer,
            NavigationViewModel screens,
            ReadOnlyBooleanProperty averaged,
            DrawingBoardViewModel board,
            FolderTranslationViewModel folder,
            FavouritesViewModel bookmarks) {
        this.renderer = renderer;
        this.screens = screens;
        this.averaged = averaged;
        this.board = board;
        this.folder = folder;
        favourites = new TranslateFavourites(bookmarks, this);
        requests = new LatentRequestQueue(renderer, this::isActive, this::request);
        board.canvasProperty().addListener((property, old, now) -> changed());
        averaged.addListener((property, old, now) -> requests.changed());
        wipe.addListener((property, old, now) -> compare());
        heat.addListener((property, old, now) -> showOutput());
        screens.shownProperty().addListener((property, old, now) -> enter(now));
    }

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        RunInfo run = snapshot.run();
        if (run == null) {
            reason.set(Messages.text("translate.unavailable.run"));
            return;
        }
        // Each time: the language may have changed.
        boolean translates = !run.spec().game().takesLatents();
        reason.set(translates ? "" : Messages.text("translate.unavailable.latents"));
        if (run.number() != shownRun) {
            load(run, translates);
        }
        if (input != null) {
            show(snapshot);
        }
    }

    private void load(RunInfo run, boolean translates) {
        shownRun = run.number();
        TranslationInput now = translates ? TranslationInput.of(run.spec()) : null;
        input = now;
        folder.setInput(now, averaged::get);
        output.set(null);
        answered = null;
        shownOutput.set(null);
        back.set(null);
        realness = null;
        wanted.set(null);
        given.set(null);
        compared.set(null);
        choices.set(null);
        aims = null;
        changes.set(now != null && now.corruption().isPresent());
        masks.set(now != null && now.corruption().map(Corruption::hasMask).orElse(false));
        chance.set(now != null && now.corruption().map(Corruption::isRandom).orElse(false));
        if (now != null) {
            board.setShape(now.shape());
            changed();
        }
    }

    /** Images of the data that the run does not train on: the originals, or inputs that the data brings. */
    private void show(TrainingSnapshot snapshot) {
        TranslationInput now = input;
        SampleGrid of = now != null && now.corruption().isPresent() ? snapshot.real() : snapshot.input();
        if (of == null || now == null || !of.shape().equals(now.shape()) || choices.get() != null) {
            return;
        }
        int columns = Math.min(CHOICES, of.count()) / 2;
        choices.set(columns == 0 ? of.slice(0, 1, 1) : of.slice(0, 2, columns));
        aims = now.pairs() ? snapshot.real() : null;
        board.begin(of.image(0));
    }

    private boolean isActive() {
        return input != null
                && board.canvasProperty().get() != null
                && screens.shownProperty().get() == AppScreen.TRANSLATE;
    }

    private void enter(AppScreen screen) {
        if (screen == AppScreen.TRANSLATE) {
            renderer.useSource(new GeneratorSource.Live());
            requests.changed();
        }
    }

    private void changed() {
        TranslationInput now = input;
        DrawingCanvas canvas = board.canvasProperty().get();
        if (now == null || canvas == null || !canvas.shape().equals(now.shape())) {
            return;
        }
        given.set(one(now.asImage(given(now, canvas), 0), 0));
        Optional<float[]> aim = now.wanted(canvas.pixels(), stream()).or(() -> partner(canvas.pixels()));
        wanted.set(aim.map(pixels -> one(pixels, 0)).orElse(null));
        compare();
        requests.changed();
    }

    /** The image that the data pairs with an input, as long as the drawing is an input of the data. */
    private Optional<float[]> partner(float[] pixels) {
        SampleGrid inputs = choices.get();
        SampleGrid partners = aims;
        if (inputs == null || partners == null) {
            return Optional.empty();
        }
        return IntStream.range(0, Math.min(inputs.count(), partners.count()))
                .filter(i -> Arrays.equals(inputs.image(i).pixels(), pixels))
                .mapToObj(i -> partners.image(i).pixels())
                .findFirst();
    }

    private SeededRandomStream stream() {
        return new SeededRandomStream(draw, Purpose.EVALUATION, 3);
    }

    /** What G is given: where there is a mask, the holes that the user has cut, or else one of the preset's. */
    private float[] given(TranslationInput now, DrawingCanvas canvas) {
        if (masks.get() && canvas.hasHoles()) {
            float[] cut = new float[now.width()];
            HoleCut.cut(canvas.pixels(), now.shape(), canvas.holes(), cut, 0);
            return cut;
        }
        return now.given(canvas.pixels(), stream());
    }

    private LatentRequest request() {
        TranslationInput now = input;
        DrawingCanvas canvas = board.canvasProperty().get();
        if (now == null || canvas == null) {
            throw new IllegalStateException("Only an active screen is asked for its request.");
        }
        return new LatentRequest(List.of(given(now, canvas)), List.of(0), averaged.get(), new Sign(shownRun, canvas));
    }

    private SampleGrid one(float[] pixels, long step) {
        ImageShape shape = input == null ? ImageShape.POINT : input.shape();
        return new SampleGrid(shape, 1, 1, pixels, new int[0], step);
    }

    @Override
    public void onFrame(long nanos) {
        board.onFrame();
        folder.onFrame(nanos);
        requests.pulse(nanos);
        LatentRenderer.Rendered answer = requests.take();
        if (answer != null && answer.request().token() instanceof Sign sign && sign.run() == shownRun) {
            answered = sign.drawing();
            output.set(answer.images());
            TranslationReview review = answer.review();
            realness = review == null ? null : review.realness();
            back.set(review == null ? null : review.back());
            showOutput();
            compare();
        }
    }

    /** The output, under D's answers where they are wanted. */
    private void showOutput() {
        SampleGrid made = output.get();
        SampleGrid answers = realness;
        shownOutput.set(heat.get() && made != null && answers != null ? PatchHeatMap.over(made, answers) : made);
    }

    /** The input left of the divider, the output right of it. */
    private void compare() {
        SampleGrid left = given.get();
        SampleGrid right = output.get();
        if (left == null || right == null || !left.shape().equals(right.shape())) {
            compared.set(null);
            return;
        }
        int columns = left.shape().width();
        int divider = (int) Math.round(wipe.get() * columns);
        float[] pixels = right.pixels().clone();
        for (int i = 0; i < pixels.length; i++) {
            if (i % columns < divider) {
                pixels[i] = left.pixels()[i];
            }
        }
        compared.set(new SampleGrid(right.shape(), 1, 1, pixels, new int[0], right.step()));
    }

    // ---- Properties ----

    /** Why the screen does not fit the run; empty if it does. */
    public ReadOnlyStringProperty reasonProperty() {
        return reason.getReadOnlyProperty();
    }

    /** The original, of which the input is made. */
    public DrawingBoardViewModel board() {
        return board;
    }

    /** Kept drawings with their outputs. */
    public TranslateFavourites favourites() {
        return favourites;
    }

    /** Translation of whole folders. */
    public FolderTranslationViewModel folder() {
        return folder;
    }

    /** Whether the input is made of the image on the board by a change; else it is that image. */
    public ReadOnlyBooleanProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /** Whether the translation fills holes, which can be cut by the pen. */
    public ReadOnlyBooleanProperty masksProperty() {
        return masks.getReadOnlyProperty();
    }

    /** Whether chance takes part in the change of the input. */
    public ReadOnlyBooleanProperty chanceProperty() {
        return chance.getReadOnlyProperty();
    }

    /** Images of the data to choose from; null before there are any. */
    public ReadOnlyObjectProperty<@Nullable SampleGrid> choicesProperty() {
        return choices.getReadOnlyProperty();
    }

    /** What the generator is given, as an image. */
    public ReadOnlyObjectProperty<@Nullable SampleGrid> givenProperty() {
        return given.getReadOnlyProperty();
    }

    /** What the generator makes of it now; null before the first. */
    public ReadOnlyObjectProperty<@Nullable SampleGrid> outputProperty() {
        return output.getReadOnlyProperty();
    }

    /** The drawing that the output was made of, maybe not yet the newest one; null before the first output. */
    public @Nullable DrawingCanvas answered() {
        return answered;
    }

    /** The output as it is shown: by itself, or under D's answers by patch. */
    public ReadOnlyObjectProperty<@Nullable SampleGrid> shownOutputProperty() {
        return shownOutput.getReadOnlyProperty();
    }

    /** What the generator that leads back makes of the output; null of a paired translation. */
    public ReadOnlyObjectProperty<@Nullable SampleGrid> backProperty() {
        return back.getReadOnlyProperty();
    }

    /** Whether D's answers by patch lie over the output. */
    public BooleanProperty heatProperty() {
        return heat;
    }

    /** The wanted image; null where it does not follow from what is drawn. */
    public ReadOnlyObjectProperty<@Nullable SampleGrid> wantedProperty() {
        return wanted.getReadOnlyProperty();
    }

    /** Input and output on either side of the divider. */
    public ReadOnlyObjectProperty<@Nullable SampleGrid> comparedProperty() {
        return compared.getReadOnlyProperty();
    }

    /** Place of the divider, 0 at the left to 1 at the right. */
    public DoubleProperty wipeProperty() {
        return wipe;
    }

    // ---- Commands ----

    /** Draws the chance in the change of the input again: another hole, other noise. */
    public void redraw() {
        setDraw(draw + 1);
    }

    /** The number of the draw of chance that is shown. */
    int draw() {
        return draw;
    }

    /** Shows a draw of chance again. */
    void setDraw(int number) {
        draw = number % DRAWS;
        changed();
    }

    /** Takes what was dropped: an image file goes to the board, and a folder is translated into a new one. */
    public void drop(Path dropped) {
        if (Files.isDirectory(dropped)) {
            folder.choose(dropped);
        } else {
            board.openFile(dropped);
        }
    }

    /** Copies an image of the data to the board. */
    public void choose(int index) {
        SampleGrid of = choices.get();
        if (of != null && index >= 0 && index < of.count()) {
            board.copyImage(of, index);
        }
    }
}
