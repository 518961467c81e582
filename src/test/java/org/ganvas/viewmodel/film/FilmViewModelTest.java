package org.ganvas.viewmodel.film;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.ImageShape;
import org.ganvas.data.LatentSampling;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.render.LatentRenderer;
import org.ganvas.session.render.LatentRequest;
import org.ganvas.session.run.Keyframe;
import org.ganvas.session.run.KeyframeEasing;
import org.ganvas.session.run.LatentFilm;
import org.ganvas.session.run.LatentInterpolation;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.RunBookmarks;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.WindowFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class FilmViewModelTest {

    private final WindowFixture bench = WindowFixture.trained();
    private final FilmViewModel film = bench.window.film();
    private final KeyframesViewModel keyframes = film.keyframes();

    private void addSeed(long seed) {
        LatentPoint hand = Objects.requireNonNull(bench.window.explore().currentLatent());
        open(LatentSampling.ofSeed(seed, hand.latent().length), hand);
        keyframes.add();
        bench.frames(2);
    }

    private void open(float[] latent, LatentPoint like) {
        bench.window.explore().actions().open(new LatentPoint(latent, like.classWeights(), 1));
    }

    private List<Keyframe> now() {
        return keyframes.filmProperty().get().keyframes();
    }

    @Test
    void keyframesAreWhatIsExplored() {
        addSeed(5);
        float[] sliders =
                Objects.requireNonNull(bench.window.explore().currentLatent()).latent();
        assertArrayEquals(sliders, now().get(0).point().latent());
        assertEquals(0, keyframes.selectedProperty().get());
        assertEquals(1, film.thumbnailsProperty().get().size());
        assertNotNull(film.imageProperty().get());
        addSeed(6);
        LatentPoint hand = Objects.requireNonNull(bench.window.explore().currentLatent());
        open(new float[hand.latent().length], hand);
        keyframes.select(0);
        assertArrayEquals(
                sliders,
                Objects.requireNonNull(bench.window.explore().currentLatent()).latent());
        addSeed(7);
        assertEquals(3, now().size());
        assertEquals(1, keyframes.selectedProperty().get(), "a new keyframe follows the chosen one");
    }

    @Test
    void everyChangeCanBeTakenBack() {
        addSeed(1);
        addSeed(2);
        bench.wait(1);
        LatentFilm before = keyframes.filmProperty().get();
        keyframes.move(0, 1);
        assertEquals(List.of(before.keyframes().get(1), before.keyframes().get(0)), now());
        bench.wait(1);
        keyframes.toggleEasing(1);
        assertEquals(KeyframeEasing.LINEAR, now().get(1).easing());
        bench.wait(1);
        keyframes.setSeconds(0, 1e9);
        assertEquals(Keyframe.MAX_SECONDS, now().get(0).seconds());
        bench.wait(1);
        keyframes.setHold(0, -1);
        keyframes.setHold(0, 1.5);
        assertEquals(1.5, now().get(0).hold());
        bench.wait(1);
        keyframes.setLoop(false);
        bench.wait(1);
        keyframes.setInterpolation(LatentInterpolation.LERP);
        bench.wait(1);
        keyframes.remove();
        assertEquals(1, now().size());
        for (int i = 0; i < 7; i++) {
            bench.window.undo().undo();
        }
        assertEquals(before, keyframes.filmProperty().get());
    }

    @Test
    void movingBeyondTheEndsDoesNothing() {
        addSeed(1);
        addSeed(2);
        LatentFilm before = keyframes.filmProperty().get();
        keyframes.move(1, 2);
        keyframes.move(0, -1);
        assertEquals(before, keyframes.filmProperty().get());
    }

    @Test
    void itPlaysAtTheRightPaceAndComesRound() {
        addSeed(1);
        addSeed(2);
        film.togglePlaying();
        bench.frames(1);
        double start = film.positionProperty().get();
        SampleGrid first = film.imageProperty().get();
        bench.frames(31);
        assertEquals(31 * 0.033, film.positionProperty().get() - start, 0.04, "seconds after as many");
        assertNotSame(first, film.imageProperty().get());
        bench.frames(96);
        assertEquals(127 * 0.033 - 4, film.positionProperty().get() - start, 0.04, "4 seconds long, and round");
        assertTrue(film.playingProperty().get());
    }

    @Test
    void withoutALoopItEndsAndStartsAgain() {
        addSeed(1);
        addSeed(2);
        keyframes.setLoop(false);
        film.togglePlaying();
        bench.frames(80);
        assertFalse(film.playingProperty().get());
        assertEquals(2, film.positionProperty().get(), 1e-6);
        film.togglePlaying();
        bench.frames(3);
        assertTrue(film.positionProperty().get() < 0.2);
    }

    @Test
    void theClockWaitsForASlowGenerator() {
        SlowRenderer renderer = new SlowRenderer();
        FilmPlayer player = new FilmPlayer(renderer);
        player.show(film(3), true);
        player.onFrame(true);
        player.advance(0.5);
        assertEquals(0, player.seconds(), 1e-5, "nothing is drawn yet");
        renderer.render();
        player.onFrame(true);
        player.advance(0.5);
        assertEquals(FilmPlayer.BATCH / FilmPlayer.FRAMES_PER_SECOND, player.seconds(), 1e-5);
        assertEquals(FilmPlayer.BATCH, renderer.asked);
        player.advance(0.5);
        assertNotNull(player.frame());
        renderer.render();
        player.onFrame(true);
        player.advance(0.5);
        assertEquals(2 * FilmPlayer.BATCH / FilmPlayer.FRAMES_PER_SECOND, player.seconds(), 1e-5);
    }

    @Test
    void aFrameIsTheOneOfItsTime() {
        SlowRenderer renderer = new SlowRenderer();
        FilmPlayer player = new FilmPlayer(renderer);
        player.show(film(2), true);
        player.seek(0.5);
        player.onFrame(false);
        renderer.render();
        player.onFrame(false);
        assertEquals(0.5f, player.frame().pixels()[0], 1e-4f);
        player.onFrame(true);
        renderer.render();
        player.onFrame(true);
        player.advance(1 / FilmPlayer.FRAMES_PER_SECOND);
        assertEquals(0.5f + 1 / 30f, player.frame().pixels()[0], 1e-4f);
    }

    /** From 0 to 1 in a second, and on by 1 each. */
    private static LatentFilm film(int count) {
        return LatentFilm.EMPTY.withKeyframes(IntStream.range(0, count)
                .mapToObj(i ->
                        new Keyframe(new LatentPoint(new float[] {i}, new float[0], 1), 0, 1, KeyframeEasing.LINEAR))
                .toList());
    }

    @Test
    void theFilmIsKeptWithTheRunAndComesBackWithIt() {
        addSeed(1);
        addSeed(2);
        keyframes.setSeconds(0, 3.5);
        keyframes.setLoop(false);
        bench.frames(1);
        LatentFilm kept = bench.training.bookmarks().film();
        assertEquals(2, kept.keyframes().size());
        assertEquals(3.5, kept.keyframes().get(0).seconds());
        assertFalse(kept.loop());
        assertTrue(bench.window.projects().document().changedProperty().get());
        keyframes.remove();
        keyframes.remove();
        bench.frames(1);
        assertTrue(bench.training.bookmarks().film().keyframes().isEmpty());
        int number = Objects.requireNonNull(bench.training.run()).number();
        bench.training.submit(new TrainingCommand.SetBookmarks(number, new RunBookmarks(List.of(), List.of(), kept)));
        load("minute");
        assertEquals(2, now().size());
        assertArrayEquals(
                kept.keyframes().get(1).point().latent(), now().get(1).point().latent());
        assertEquals(3.5, now().get(0).seconds());
        assertFalse(keyframes.filmProperty().get().loop());
    }

    @Test
    void keyframesOfAnotherGeneratorAreNotKeptWithTheRun() {
        addSeed(1);
        bench.window
                .explore()
                .models()
                .favourites()
                .setFilm(
                        LatentFilm.EMPTY.withKeyframes(List.of(new Keyframe(
                                new LatentPoint(new float[7], new float[0], 1), 0, 1, KeyframeEasing.SMOOTH))),
                        true);
        bench.frames(1);
        assertTrue(bench.training.bookmarks().film().keyframes().isEmpty());
    }

    @Test
    void keyframesOfAnotherWidthAreDropped() {
        addSeed(1);
        addSeed(2);
        load("minute");
        assertEquals(2, now().size(), "the same width goes on");
        load("ring");
        assertEquals(0, now().size());
        assertNull(film.imageProperty().get());
        assertFalse(film.availableProperty().get());
        keyframes.add();
        assertEquals(0, now().size(), "points make no images");
    }

    @Test
    void aFilmStopsAndIsDroppedWithTheRunItWasOf() {
        addSeed(1);
        addSeed(2);
        bench.frames(3);
        film.togglePlaying();
        assertTrue(film.playingProperty().get());
        int number = Objects.requireNonNull(bench.training.run()).number();
        bench.training.submit(new TrainingCommand.SetBookmarks(number, RunBookmarks.NONE));
        bench.training.submit(new TrainingCommand.Load(
                new RunRequest("minute", PresetRegistry.get("minute").spec(), "points:ring", 1)));
        bench.frames(3);
        assertFalse(film.playingProperty().get());
        assertEquals(0, now().size(), "its latents mean nothing to other data");
        assertNull(film.imageProperty().get());
    }

    @Test
    void aFilmStopsWhenAnotherGeneratorIsExplored() {
        addSeed(1);
        addSeed(2);
        bench.frames(3);
        film.togglePlaying();
        film.showOtherGenerator();
        assertFalse(film.playingProperty().get());
        assertNull(film.imageProperty().get(), "the image of the generator before is gone");
        assertEquals(2, now().size());
    }

    private void load(String preset) {
        bench.training.submit(new TrainingCommand.Load(
                new RunRequest(preset, PresetRegistry.get(preset).spec(), DatasetEntry.DOODLES, 1)));
        bench.frames(3);
    }

    @Test
    void shortFilmsDoNotPlay() {
        film.togglePlaying();
        assertFalse(film.playingProperty().get());
        addSeed(1);
        film.togglePlaying();
        assertFalse(film.playingProperty().get());
    }

    /** Draws the latents themselves, when it is told to. */
    private static final class SlowRenderer implements LatentRenderer {
        private @Nullable CompletableFuture<SampleGrid> waiting;
        private @Nullable LatentRequest request;
        private int asked;

        @Override
        public void request(LatentRequest newest) {}

        @Override
        public @Nullable Rendered takeRendered() {
            return null;
        }

        @Override
        public CompletableFuture<SampleGrid> render(LatentRequest once) {
            CompletableFuture<SampleGrid> future = new CompletableFuture<>();
            waiting = future;
            request = once;
            asked = once.latents().size();
            return future;
        }

        void render() {
            LatentRequest now = request;
            CompletableFuture<SampleGrid> future = waiting;
            if (now != null && future != null) {
                float[] pixels = new float[now.latents().size()];
                for (int i = 0; i < pixels.length; i++) {
                    pixels[i] = now.latents().get(i)[0];
                }
                future.complete(new SampleGrid(new ImageShape(1, 1, 1), 1, pixels.length, pixels, new int[0], 0));
            }
        }
    }
}
