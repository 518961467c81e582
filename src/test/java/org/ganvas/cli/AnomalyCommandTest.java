package org.ganvas.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
import org.ganvas.engine.train.Trainer;
import org.ganvas.project.ProjectStore;
import org.ganvas.session.anomaly.NormalImages;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.ScalarLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code anomaly} on stripes, of which one place is the normal one. */
class AnomalyCommandTest {

    private static final ImageShape SHAPE = new ImageShape(1, StripeFiles.SIDE, StripeFiles.SIDE);
    private static final int NORMAL = 3;

    @TempDir
    private Path folder;

    private final CliRunner cli = CliRunner.real(() -> folder.resolve("cache"));

    @BeforeEach
    void train() throws Exception {
        NativeEngine.start();
        StripeFiles.write(folder.resolve("stripes"), 200);
        GanSpec any = EncodingSpecs.of(SHAPE);
        GanSpec spec = any.withGame(((EncodingSpec) any.game()).withNormal(new DomainSpec.OfClass(NORMAL)));
        String id = path("stripes");
        Dataset data = DatasetRegistry.open(id, SHAPE, ProgressListener.NONE);
        try (Trainer trainer = Trainer.of(spec, NormalImages.training(spec, data, 1), 1)) {
            for (int i = 0; i < 500; i++) {
                trainer.step();
            }
            RunInfo info = new RunInfo(1, new RunRequest("own", spec, id, 1), "Stripes", 200, data.classNames());
            new ProjectStore()
                    .save(new RunCapture(info, trainer.capture(), 1, new ScalarLog()), folder.resolve("run.ganvas"));
        }
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void imagesOfOtherClassesScoreHigherThanHeldOutNormalOnes() throws Exception {
        cli.succeeds("anomaly", path("run.ganvas"), "--csv", path("scores.csv"));
        assertTrue(cli.out().contains("ROC area 1.0000: 2 normal images, 18 others."), cli.out());
        assertTrue(cli.out().lines().findFirst().orElse("").endsWith("higher than 100.0 % of held-out images"));
        List<String> rows = Files.readAllLines(folder.resolve("scores.csv"));
        assertEquals("name,class,score,pixel_residual,feature_residual,share_below", rows.get(0));
        assertEquals(21, rows.size());
        double before = Double.POSITIVE_INFINITY;
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",");
            double score = Double.parseDouble(cells[2]);
            assertEquals(Double.parseDouble(cells[3]) + 0.5 * Double.parseDouble(cells[4]), score, 1e-9);
            assertTrue(score <= before, "the highest first");
            before = score;
        }
        assertTrue(rows.subList(19, 21).stream().allMatch(row -> row.split(",")[1].equals("3")), rows.toString());
    }

    @Test
    void mapsAreWhiteWhereAnImageDiffersFromItsReconstruction() throws Exception {
        BufferedImage image = new BufferedImage(StripeFiles.SIDE, StripeFiles.SIDE, BufferedImage.TYPE_BYTE_GRAY);
        image.createGraphics().fillRect(24, 0, 3, StripeFiles.SIDE);
        Files.createDirectory(folder.resolve("new"));
        ImageIO.write(image, "png", folder.resolve("new").resolve("other.png").toFile());
        cli.succeeds("anomaly", path("run.ganvas"), "--input", path("new"), "--out", path("maps"));
        BufferedImage row =
                ImageIO.read(folder.resolve("maps").resolve("0001-other.png").toFile());
        int scale = row.getHeight() / StripeFiles.SIDE;
        int map = row.getWidth() - StripeFiles.SIDE * scale;
        double unlike = row.getRaster().getSample(map + 25 * scale, row.getHeight() / 2, 0);
        double alike = row.getRaster().getSample(map + 18 * scale, row.getHeight() / 2, 0);
        assertTrue(unlike > 200 && alike < 60, unlike + " and " + alike);
        assertTrue(cli.out().contains("other.png: higher than 100.0 % of held-out images"), cli.out());
    }

    @Test
    void whatCannotBeRatedIsSaid() throws Exception {
        Files.writeString(folder.resolve("none.png"), "no image");
        assertEquals(1, cli.run("anomaly", path("run.ganvas"), "--input", path("none.png")));
        assertTrue(cli.err().contains("none.png"), cli.err());
        assertEquals(2, cli.run("train", "--preset", "minute", "--normal", "3", "--steps", "1"));
        assertTrue(cli.err().contains("--normal needs a preset with an encoder"), cli.err());
        assertEquals(
                2,
                cli.run("train", "--preset", "f-anogan", "--data", path("stripes"), "--normal", "x", "--steps", "1"));
        assertTrue(cli.err().contains("has no class 'x'"), cli.err());
    }

    @Test
    void trainingOnOneClassLeavesOutTheOthersAndATenth() throws Exception {
        GanSpec any = EncodingSpecs.of(SHAPE);
        GanSpec spec = any.withGame(((EncodingSpec) any.game()).withNormal(new DomainSpec.OfClass(NORMAL)));
        Dataset data = DatasetRegistry.open(path("stripes"), SHAPE, ProgressListener.NONE);
        Dataset training = NormalImages.training(spec, data, 1);
        assertEquals(18, training.size());
        for (int i = 0; i < training.size(); i++) {
            assertEquals(NORMAL, training.label(i));
        }
        assertEquals(180, NormalImages.training(any, data, 1).size());
        assertEquals(data, NormalImages.training(any.withGame(new org.ganvas.engine.spec.GenerationSpec()), data, 1));
    }
}
