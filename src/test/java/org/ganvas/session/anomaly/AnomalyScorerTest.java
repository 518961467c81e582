package org.ganvas.session.anomaly;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import javax.imageio.ImageIO;
import org.ganvas.data.Dataset;
import org.ganvas.data.ImageShape;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.NativeEngine;
import org.ganvas.engine.spec.DomainSpec;
import org.ganvas.engine.spec.EncodingSpec;
import org.ganvas.engine.spec.EncodingSpecs;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.train.Trainer;
import org.ganvas.session.explore.AnalyzedGenerator;
import org.ganvas.session.explore.InversionTarget;
import org.ganvas.session.explore.LatentInversion;
import org.ganvas.session.explore.SearchBudget;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images of a folder with two classes, upright and level bars, of which the upright ones are normal. */
class AnomalyScorerTest {

    private static final int SIDE = 12;
    private static final ImageShape SHAPE = new ImageShape(1, SIDE, SIDE);
    private static final SearchBudget FREE = new SearchBudget(() -> true, () -> false);

    @TempDir
    private static Path folder;

    private static AnalyzedGenerator generator;
    private static AnomalyScorer.Origin origin;

    @BeforeAll
    static void train() throws Exception {
        NativeEngine.start();
        for (int i = 0; i < 40; i++) {
            boolean upright = i < 20;
            BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
            int at = 2 + i % 4 * 2;
            image.createGraphics().fillRect(upright ? at : 0, upright ? 0 : at, upright ? 2 : SIDE, upright ? SIDE : 2);
            Path place = Files.createDirectories(folder.resolve("bars").resolve(upright ? "a" : "b"));
            ImageIO.write(image, "png", place.resolve(i + ".png").toFile());
        }
        GanSpec any = EncodingSpecs.of(SHAPE);
        GanSpec spec = any.withGame(((EncodingSpec) any.game()).withNormal(new DomainSpec.OfClass(0)));
        Dataset data = DatasetRegistry.open(folder.resolve("bars").toString(), SHAPE, ProgressListener.NONE);
        origin = new AnomalyScorer.Origin(data, 1);
        try (Trainer trainer = Trainer.of(spec, NormalImages.training(spec, data, 1), 1)) {
            for (int i = 0; i < 600; i++) {
                trainer.step();
            }
            generator = new AnalyzedGenerator(spec, trainer.capture(), false);
        }
    }

    private static AnomalyReport score(AnomalyScorer.Query query) {
        return new AnomalyScorer().score(generator, origin, query, FREE, share -> {});
    }

    @Test
    void imagesOfTheOtherClassScoreAboveTheHeldOutTenth() {
        AnomalyReport report = score(new AnomalyScorer.Unseen());
        assertEquals(4, report.count());
        assertEquals(
                List.of(1, 1),
                report.scored().subList(0, 2).stream().map(ScoredImage::label).toList());
        assertEquals(1, report.area());
        AnomalyReference reference = Objects.requireNonNull(report.reference());
        assertEquals(2, reference.scores().length);
        assertEquals(1, reference.shareBelow(report.scored().get(0).score()));
        assertEquals(0, reference.shareBelow(0));
    }

    @Test
    void aFolderIsRankedAndUnreadableFilesAreCounted() throws Exception {
        Path mixed = Files.createDirectory(folder.resolve("mixed"));
        Files.copy(folder.resolve("bars").resolve("a").resolve("3.png"), mixed.resolve("normal.png"));
        Files.copy(folder.resolve("bars").resolve("b").resolve("23.png"), mixed.resolve("other.png"));
        Files.writeString(mixed.resolve("none.png"), "no image");
        AnomalyReport report = score(new AnomalyScorer.Stored(mixed));
        assertEquals(
                List.of("other.png", "normal.png"),
                report.scored().stream().map(ScoredImage::name).toList());
        assertEquals(1, report.unreadable());
        assertThrows(SpecException.class, () -> score(new AnomalyScorer.Stored(mixed.resolve("none.png"))));
    }

    @Test
    void theMapIsTheDifferenceAndTheScoreItsSum() {
        float[] white = new float[SHAPE.size()];
        Arrays.fill(white, 1);
        ScoredImage one = score(new AnomalyScorer.One(white)).scored().get(0);
        float[] map = one.map(SHAPE);
        double squares = 0;
        for (int i = 0; i < map.length; i++) {
            assertEquals(Math.abs(1 - one.reconstruction()[i]) - 1, map[i], 1e-6);
            squares += Math.pow(1 - one.reconstruction()[i], 2) / map.length;
        }
        assertEquals(squares, one.pixelResidual(), 1e-5);
        assertEquals(one.pixelResidual() + 0.5 * one.featureResidual(), one.score(), 1e-9);
    }

    @Test
    void aRatingWithoutDataStandsAloneAndCanBeCancelled() {
        AnomalyScorer scorer = new AnomalyScorer();
        assertThrows(
                SpecException.class,
                () -> scorer.score(generator, null, new AnomalyScorer.Unseen(), FREE, share -> {}));
        AnomalyReport alone =
                scorer.score(generator, null, new AnomalyScorer.One(new float[SHAPE.size()]), FREE, share -> {});
        assertEquals(null, alone.reference());
        SearchBudget cancelled = new SearchBudget(() -> false, () -> false);
        assertThrows(
                CancellationException.class,
                () -> scorer.score(generator, origin, new AnomalyScorer.Unseen(), cancelled, share -> {}));
    }

    @Test
    void theSearchForAnImageBeginsAtTheEncodersLatent() {
        float[] image = new float[SHAPE.size()];
        origin.data().copyImage(3, image, 0);
        float[] mask = new float[image.length];
        Arrays.fill(mask, 1);
        List<LatentInversion.Result> all = new ArrayList<>();
        LatentInversion.Result last = LatentInversion.run(
                generator,
                new InversionTarget(image, mask, new float[0]),
                new LatentInversion.Settings(4, 60, 0.1, 0),
                FREE,
                share -> {},
                all::add);
        LatentInversion.Result first = all.get(0);
        assertEquals(0, first.step());
        ScoredImage scored = score(new AnomalyScorer.One(image)).scored().get(0);
        assertArrayEquals(scored.latent(), first.latent());
        assertEquals(scored.pixelResidual(), first.error(), 1e-5);
        assertTrue(last.error() <= first.error() + 1e-6, first.error() + " to " + last.error());
        mask[5] = 0;
        all.clear();
        LatentInversion.run(
                generator,
                new InversionTarget(image, mask, new float[0]),
                new LatentInversion.Settings(4, 60, 0.1, 0),
                FREE,
                share -> {},
                all::add);
        assertTrue(all.get(0).step() > 0, "a hole is nothing that the encoder knows");
    }
}
