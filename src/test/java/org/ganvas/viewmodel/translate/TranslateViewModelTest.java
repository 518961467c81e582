package org.ganvas.viewmodel.translate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.spec.ConditionSpec;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.TranslationSpecs;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.fake.Snapshots;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.run.RunBookmarks;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.session.translation.TranslationInput;
import org.ganvas.viewmodel.WindowFixture;
import org.ganvas.viewmodel.explore.DrawingCanvas;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.window.AppScreen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranslateViewModelTest {

    private static final ImageShape SHAPE = new ImageShape(1, 28, 28);
    private static final ConditionSpec HOLE = new ConditionSpec.Hole(.5, ConditionSpec.Hole.Kind.CENTRED);

    private final WindowFixture window = WindowFixture.ready();
    private final TranslateViewModel model = window.window.translate();

    private void load(ConditionSpec condition) {
        load(condition, DatasetEntry.DOODLES);
    }

    private void load(ConditionSpec condition, String data) {
        GanSpec spec = TranslationSpecs.paired(condition, SHAPE);
        window.training.submit(new TrainingCommand.Load(new RunRequest("own", spec, data, 1)));
        window.window.navigation().show(AppScreen.TRANSLATE);
        window.frames(4);
    }

    private static float[] pixels(SampleGrid grid) {
        return Objects.requireNonNull(grid).pixels();
    }

    private float[] lastGiven() {
        return window.renderer
                .requests()
                .get(window.renderer.requests().size() - 1)
                .latents()
                .get(0);
    }

    @Test
    void aRunThatGeneratesHasAReasonAndOneThatTranslatesHasNone() {
        assertFalse(model.reasonProperty().get().isEmpty());
        assertTrue(window.window.explore().reasonProperty().get().isEmpty());
        load(HOLE);
        assertEquals("", model.reasonProperty().get());
        assertFalse(window.window.explore().reasonProperty().get().isEmpty());
    }

    @Test
    void anImageOfATranslationOpensTheScreenThatTranslates() {
        SampleGrid grid = levels(0);
        window.window.navigation().show(AppScreen.TRAIN);
        window.window.explore().imageActions(() -> grid, index -> null).open(0);
        assertSame(AppScreen.EXPLORE, window.window.navigation().shownProperty().get());
        load(HOLE);
        window.window.navigation().show(AppScreen.TRAIN);
        window.window.explore().imageActions(() -> grid, index -> null).open(0);
        assertSame(
                AppScreen.TRANSLATE, window.window.navigation().shownProperty().get());
    }

    @Test
    void theFirstInputIsOfTheDataUntilSomebodyDraws() {
        load(HOLE);
        float[] doodle = canvas();
        load(HOLE, DatasetEntry.OUTLINES);
        float[] outline = canvas();
        assertFalse(Arrays.equals(doodle, outline));
        model.board().beginStroke(14, 14);
        float[] drawn = canvas();
        load(HOLE);
        assertArrayEquals(drawn, canvas(), "a drawing stays");
    }

    /** Images 0, 1, 2, ..., each all of one level. */
    private static SampleGrid levels(float first) {
        float[] pixels = new float[4 * SHAPE.size()];
        for (int i = 0; i < 4; i++) {
            Arrays.fill(pixels, i * SHAPE.size(), (i + 1) * SHAPE.size(), first + i / 10f);
        }
        return new SampleGrid(SHAPE, 2, 2, pixels, new int[0], 0);
    }

    @Test
    void theImageOnTheBoardIsTheInputWhereNothingChangesIt() {
        load(HOLE);
        assertTrue(model.changesProperty().get());
        load(new ConditionSpec.Partner(), "pair:/inputs:/targets");
        assertFalse(model.changesProperty().get());
    }

    @Test
    void thePartnerOfAnInputOfOwnPairsIsWantedUntilSomebodyDrawsOnIt() {
        GanSpec spec = TranslationSpecs.paired(new ConditionSpec.Partner(), SHAPE);
        RunInfo run = new RunInfo(99, new RunRequest("own", spec, "/in|/out", 1), "pairs", 4, List.of());
        window.window.navigation().show(AppScreen.TRANSLATE);
        model.onSnapshot(Snapshots.of(RunState.READY, run, 0, null, levels(0.5f), levels(-0.5f)));
        assertEquals(0.5f, pixels(model.wantedProperty().get())[0]);

        model.choose(3);
        assertEquals(-0.2f, canvas()[0], 1e-6f);
        assertEquals(0.8f, pixels(model.wantedProperty().get())[0], 1e-6f);

        model.board().beginStroke(14, 14);
        assertNull(model.wantedProperty().get(), "nobody knows what should come of a drawing");
    }

    private float[] canvas() {
        return Objects.requireNonNull(model.board().canvasProperty().get()).pixels();
    }

    @Test
    void reasonsFollowTheLanguage() {
        try {
            String latents = model.reasonProperty().get();
            Messages.setLanguage(Locale.SIMPLIFIED_CHINESE);
            window.window.relocalize();
            assertNotEquals(latents, model.reasonProperty().get());
            load(HOLE);
            String translation = window.window.explore().reasonProperty().get();
            Messages.setLanguage(Locale.ENGLISH);
            window.window.relocalize();
            assertNotEquals(
                    translation, window.window.explore().reasonProperty().get());
        } finally {
            Messages.setLanguage(Locale.ENGLISH);
        }
    }

    @Test
    void drawingIsShownAsTheGeneratorIsGivenItAndAnswered() {
        load(new ConditionSpec.Inverted());
        model.board().clear();
        model.board().beginStroke(14, 14);
        window.frames(2);
        float[] drawn =
                Objects.requireNonNull(model.board().canvasProperty().get()).pixels();
        assertTrue(drawn[14 * 28 + 14] > 0);
        for (int i = 0; i < drawn.length; i++) {
            assertEquals(-drawn[i], pixels(model.givenProperty().get())[i]);
        }
        assertArrayEquals(pixels(model.givenProperty().get()), lastGiven());
        assertArrayEquals(drawn, pixels(model.wantedProperty().get()));
        assertNotNull(model.outputProperty().get());
        assertSame(model.board().canvasProperty().get(), model.answered());
        model.board().continueStroke(20, 14);
        assertNotSame(model.board().canvasProperty().get(), model.answered(), "the output is of the drawing before");
        window.frames(2);
        assertSame(model.board().canvasProperty().get(), model.answered());
    }

    @Test
    void anOwnHoleTakesThePlaceOfThePresets() {
        load(HOLE);
        model.board().clear();
        model.board().penProperty().set(DrawingCanvas.Pen.FILL);
        model.board().beginStroke(1, 1);
        window.frames(2);
        assertEquals(2 * SHAPE.size(), lastGiven().length);
        assertEquals(1, lastGiven()[SHAPE.size() + 14 * 28 + 14], "the preset's hole in the middle");
        model.board().penProperty().set(DrawingCanvas.Pen.CUT);
        model.board().beginStroke(3, 3);
        window.frames(2);
        assertEquals(1, lastGiven()[SHAPE.size() + 3 * 28 + 3]);
        assertEquals(-1, lastGiven()[SHAPE.size() + 14 * 28 + 14]);
        assertEquals(0, pixels(model.givenProperty().get())[3 * 28 + 3]);
    }

    @Test
    void theDividerShowsInputOnItsLeftAndOutputOnItsRight() {
        load(new ConditionSpec.Inverted());
        model.wipeProperty().set(.25);
        float[] both = pixels(model.comparedProperty().get());
        for (int i = 0; i < both.length; i++) {
            SampleGrid of = i % 28 < 7
                    ? model.givenProperty().get()
                    : model.outputProperty().get();
            assertEquals(pixels(of)[i], both[i]);
        }
    }

    @Test
    void answersByPatchLieOverTheOutputInTheColoursOfRealAndGenerated() {
        load(new ConditionSpec.Inverted());
        assertEquals(model.outputProperty().get(), model.shownOutputProperty().get());
        model.heatProperty().set(true);
        SampleGrid map = Objects.requireNonNull(model.shownOutputProperty().get());
        assertEquals(3, map.shape().channels());
        int size = 28 * 28;
        float left = map.pixels()[14 * 28 + 3] - map.pixels()[size + 14 * 28 + 3];
        float right = map.pixels()[14 * 28 + 25] - map.pixels()[size + 14 * 28 + 25];
        assertTrue(left > .5, "orange, where D takes the patch for generated");
        assertTrue(right < -.5, "green, where D takes the patch for real");
        assertNull(model.backProperty().get(), "a paired translation has no way back");
        model.heatProperty().set(false);
        assertEquals(model.outputProperty().get(), model.shownOutputProperty().get());
    }

    @Test
    void anUnpairedTranslationShowsTheWayBack() {
        GanSpec spec = PresetRegistry.get("cyclegan").spec();
        window.training.submit(new TrainingCommand.Load(new RunRequest("own", spec, DatasetEntry.DOODLES, 1)));
        window.window.navigation().show(AppScreen.TRANSLATE);
        window.frames(4);
        float[] made = pixels(model.outputProperty().get());
        float[] back = pixels(model.backProperty().get());
        for (int i = 0; i < made.length; i++) {
            assertEquals(-made[i], back[i]);
        }
    }

    @Test
    void aFavouriteBringsBackDrawingHolesAndChance() {
        load(new ConditionSpec.Hole(.5, ConditionSpec.Hole.Kind.RANDOM));
        model.redraw();
        model.board().beginStroke(5, 20);
        float[] given = pixels(model.givenProperty().get());
        DrawingCanvas kept = model.board().canvasProperty().get();
        window.frames(2);
        model.favourites().keep();
        RunBookmarks.Favourite favourite =
                model.favourites().listProperty().get().get(0);
        assertTrue(favourite.image().length > 0, "an image of input and output");
        model.redraw();
        model.board().clear();
        assertFalse(Arrays.equals(given, pixels(model.givenProperty().get())));
        model.favourites().restore(0);
        assertArrayEquals(given, pixels(model.givenProperty().get()));
        DrawingCanvas back =
                Objects.requireNonNull(model.board().canvasProperty().get());
        assertArrayEquals(Objects.requireNonNull(kept).pixels(), back.pixels());
        model.board().penProperty().set(DrawingCanvas.Pen.CUT);
        model.board().beginStroke(9, 9);
        model.favourites().keep();
        model.board().closeHoles();
        model.favourites().restore(1);
        assertTrue(Objects.requireNonNull(model.board().canvasProperty().get()).holes()[9 * 28 + 9]);
        window.window.undo().undo();
        assertFalse(Objects.requireNonNull(model.board().canvasProperty().get()).hasHoles());
        model.favourites().remove(0);
        assertEquals(1, model.favourites().listProperty().get().size());
    }

    @Test
    void aGreyBoardTakesTheBrightnessOfAColour() {
        load(new ConditionSpec.Inverted());
        model.board().clear();
        model.board().colourProperty().set(new float[] {-1, 1, -1});
        model.board().beginStroke(5.5, 5.5);
        assertEquals(0.587f - 0.299f - 0.114f, canvas()[5 * 28 + 5], 1e-6f);
    }

    @Test
    void aFillStopsAtTheStrokesThatBoundItAndIsUndoneByItself() {
        load(new ConditionSpec.Inverted());
        model.board().clear();
        model.board().penWidthProperty().set(2);
        model.board().beginStroke(14, -2);
        model.board().continueStroke(14, 30);
        DrawingCanvas drawn = model.board().canvasProperty().get();
        model.board().colourProperty().set(new float[] {.5f, .5f, .5f});
        model.board().penProperty().set(DrawingCanvas.Pen.FILL);
        model.board().beginStroke(3, 3);
        model.board().continueStroke(25, 25);
        float[] filled =
                Objects.requireNonNull(model.board().canvasProperty().get()).pixels();
        for (int row = 0; row < 28; row++) {
            assertEquals(.5f, filled[row * 28 + 5]);
            assertEquals(1, filled[row * 28 + 13], "the stroke stays");
            assertEquals(-1, filled[row * 28 + 20], "the other side stays");
        }
        model.board().penProperty().set(DrawingCanvas.Pen.ERASE);
        model.board().beginStroke(5.5, 10.5);
        float[] erased =
                Objects.requireNonNull(model.board().canvasProperty().get()).pixels();
        assertEquals(-1, erased[10 * 28 + 5]);
        assertEquals(.5f, erased[10 * 28 + 8]);
        window.window.undo().undo();
        assertArrayEquals(
                filled,
                Objects.requireNonNull(model.board().canvasProperty().get()).pixels());
        window.window.undo().undo();
        assertEquals(drawn, model.board().canvasProperty().get());
    }

    @Test
    void pastedImagesAreScaledToTheBoardAndUndoneInOneStep() {
        load(new ConditionSpec.Inverted());
        DrawingCanvas before = model.board().canvasProperty().get();
        int[] half = new int[60 * 30];
        for (int i = 0; i < half.length; i++) {
            half[i] = i % 60 < 30 ? 0xFFFFFF : 0;
        }
        model.board().paste(half, 60);
        float[] pasted =
                Objects.requireNonNull(model.board().canvasProperty().get()).pixels();
        assertEquals(1, pasted[10 * 28 + 3], 1e-5);
        assertEquals(-1, pasted[10 * 28 + 24], 1e-5);
        window.window.undo().undo();
        assertEquals(before, model.board().canvasProperty().get());
    }

    @Test
    void allImagesOfAFolderAreTranslatedAndUnreadableOnesCounted(@TempDir Path folder) throws Exception {
        load(HOLE);
        Path from = Files.createDirectories(folder.resolve("from/sub"));
        for (String name : new String[] {"a.png", "b.png", "b.jpg"}) {
            ImageIO.write(
                    new BufferedImage(40, 40, BufferedImage.TYPE_BYTE_GRAY),
                    "png",
                    from.resolve(name).toFile());
        }
        Files.writeString(from.resolve("c.png"), "no image");
        FolderTranslationViewModel batch =
                new FolderTranslationViewModel(window.renderer, window.prompts, window.window.notices(), Runnable::run);
        batch.setInput(TranslationInput.of(TranslationSpecs.paired(HOLE, SHAPE)), () -> true);
        Path to = folder.resolve("to");
        batch.translate(from.getParent(), to);
        batch.onFrame(1);
        assertEquals(1, batch.progressProperty().get());
        String[] written = Objects.requireNonNull(to.toFile().list());
        Arrays.sort(written);
        assertArrayEquals(new String[] {"sub-a.png", "sub-b.png", "sub-b.png.png"}, written);
        assertEquals(28, ImageIO.read(to.resolve("sub-a.png").toFile()).getWidth());
        assertTrue(window.window.notices().toastProperty().get().contains("1 could not be read"));
        batch.translate(from.getParent(), to);
        batch.onFrame(2);
        assertTrue(window.window.notices().problemProperty().get().contains("holds files already"));
        assertNull(to.getParent().resolve("other").toFile().list());
    }
}
