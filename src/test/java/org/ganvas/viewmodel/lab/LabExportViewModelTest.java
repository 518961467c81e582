package org.ganvas.viewmodel.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.ganvas.data.PointBounds;
import org.ganvas.engine.probe.DiscriminatorProbe;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.GenerationSpec;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.spec.training.DataMotionSpec;
import org.ganvas.fake.FakePrompts;
import org.ganvas.lab.LabLayer;
import org.ganvas.scatter.ScatterPlotPalette;
import org.ganvas.session.PublishPolicy;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.TrainingLoop;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.dirac.DiracGan;
import org.ganvas.session.history.Checkpoint;
import org.ganvas.session.history.HistorySettings;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunRequest;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.StopRule;
import org.ganvas.session.threads.ThreadPolicy;
import org.ganvas.viewmodel.support.InMemoryPreferences;
import org.ganvas.viewmodel.support.UndoStack;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Node;

/** Files of the Lab against the networks that it shows. */
@Timeout(120)
class LabExportViewModelTest {

    private static final GanSpec RING = PresetRegistry.get("ring").spec();
    private static final DataMotionSpec MOTION = new DataMotionSpec(DataMotionSpec.Kind.CIRCLE, 0.5, 60, 0);
    private static final long STEPS = 30;

    @TempDir
    Path folder;

    private final Deque<Runnable> background = new ArrayDeque<>();
    private final FakePrompts prompts = new FakePrompts();
    private final NoticesViewModel notices = new NoticesViewModel(failure -> null);
    private final SimpleObjectProperty<@Nullable Checkpoint> selected = new SimpleObjectProperty<>();
    private final InMemoryPreferences preferences = new InMemoryPreferences();
    private final DiracViewModel dirac = new DiracViewModel(new UndoStack());
    private TrainingLoop session;
    private LabViewModel lab;
    private LabExportViewModel model;

    @BeforeEach
    void trainAndShow() {
        session = new TrainingLoop(PublishPolicy.SCREEN, ThreadPolicy.always(1), HistorySettings.ofWindow(folder, 64));
        lab = new LabViewModel(session.lab(), preferences, new SimpleBooleanProperty(true));
        model = new LabExportViewModel(
                new LabExportViewModel.Dependencies(session, notices, prompts, background::add),
                preferences,
                lab,
                dirac,
                selected);
        lab.setArea(new PointBounds(-2, -1, 2, 2), 240, 180);
        GanSpec moving = RING.withGame(new GenerationSpec(RING.game().prior(), MOTION));
        session.submit(new TrainingCommand.Load(new RunRequest("ring", moving, "builtin:ring", 7)));
        boolean paused = false;
        while (!paused || lab.stepProperty().get() != STEPS) {
            TrainingSnapshot snapshot = session.takeSnapshot();
            if (snapshot != null) {
                lab.onSnapshot(snapshot);
                if (snapshot.state() == RunState.READY) {
                    session.submit(new TrainingCommand.Start(new StopRule(STEPS, Double.POSITIVE_INFINITY)));
                }
                paused = snapshot.state() == RunState.PAUSED && snapshot.step() == STEPS;
            }
            lab.onFrame(0);
            LockSupport.parkNanos(1_000_000);
        }
    }

    @AfterEach
    void close() {
        session.close();
    }

    /** Ends what was begun and gives the notice. */
    private String finished() {
        while (background.isEmpty()) {
            LockSupport.parkNanos(1_000_000);
        }
        background.remove().run();
        model.onFrame(0);
        assertFalse(model.busyProperty().get());
        return notices.toastProperty().get();
    }

    private BufferedImage image(int scale) throws Exception {
        Path file = folder.resolve("lab.png");
        prompts.export(file);
        model.exportImage(scale);
        assertEquals("Plot saved to lab.png.", finished());
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertTrue(text.contains("preset=ring data=builtin:ring seed=7 step=30"), "provenance");
        return ImageIO.read(file.toFile());
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static int different(BufferedImage one, BufferedImage other) {
        int[] a = pixels(one);
        int[] b = pixels(other);
        int count = 0;
        // What stands below the plot may take more or fewer lines.
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            count += a[i] == b[i] ? 0 : 1;
        }
        return count;
    }

    @Test
    void theImageHasTheLayersThatAreShown() throws Exception {
        BufferedImage all = image(1);
        lab.layers().shownProperty(LabLayer.SURFACE).set(false);
        BufferedImage plain = image(1);
        assertTrue(different(all, plain) > 240 * 180 / 4, "without the surface");
        lab.layers().shownProperty(LabLayer.REAL).set(false);
        BufferedImage without = image(1);
        assertTrue(different(plain, without) > 500, "without real points");
        BufferedImage large = image(2);
        assertTrue(large.getWidth() >= 2 * 240 && large.getHeight() >= 2 * 180);
        assertTrue(large.getWidth() > all.getWidth() + 200, large.getWidth() + " pixels");
    }

    @Test
    void theTableHasThePointsWithTheAnswersOfTheDiscriminator() throws Exception {
        Path file = folder.resolve("lab.csv");
        prompts.export(file);
        model.exportTable();
        assertEquals("2,048 points of step 30 saved to lab.csv.", finished());
        CompletableFuture<RunCapture> captured = new CompletableFuture<>();
        session.submit(new TrainingCommand.Capture(captured));
        List<String> lines = Files.readAllLines(file);
        assertEquals("x,y,kind,logit,probability", lines.get(0));
        assertEquals(2049, lines.size());
        float[] points = new float[2 * 2048];
        float[] logits = new float[2048];
        for (int i = 0; i < 2048; i++) {
            String[] cells = lines.get(i + 1).split(",");
            assertEquals(i < 1024 ? "real" : "generated", cells[2]);
            points[2 * i] = Float.parseFloat(cells[0]);
            points[2 * i + 1] = Float.parseFloat(cells[1]);
            logits[i] = Float.parseFloat(cells[3]);
            assertEquals(1 / (1 + Math.exp(-logits[i])), Double.parseDouble(cells[4]), 1e-12);
        }
        try (DiscriminatorProbe probe = new DiscriminatorProbe(RING)) {
            probe.load(captured.join().state());
            assertArrayEquals(probe.logits(points, new int[2048]), logits, 1e-6f);
        }
        assertArrayEquals(lab.plotProperty().get().real(), Arrays.copyOf(points, 2048), "real points of the step");
    }

    @Test
    void theFilmHasAFrameForEachKeptStepAndEndsWithThePresent() throws Exception {
        step();
        long kept = session.history().checkpoints().stream()
                .filter(Checkpoint::complete)
                .count();
        assertTrue(kept >= 2, kept + " steps are kept");
        assertTrue(
                session.history().checkpoints().stream().noneMatch(each -> each.complete() && each.step() == STEPS + 1),
                "the present step is not among them");
        List<BufferedImage> frames = film(kept + 1);
        BufferedImage last = frames.get(frames.size() - 1);
        assertEquals(0, different(last, frames.get((int) kept)), "the last step stays for a second");
        assertTrue(different(last, frames.get((int) kept - 1)) > 50, "after the last one that is kept");
        assertEquals(1, model.progressProperty().get());
    }

    /** Steps that were taken back stay on the timeline until training goes on. */
    @Test
    void theFilmEndsWithThePresentAfterGoingBackToo() throws Exception {
        List<Long> kept = session.history().checkpoints().stream()
                .filter(Checkpoint::complete)
                .map(Checkpoint::step)
                .toList();
        assertTrue(kept.size() >= 3, kept.toString());
        long back = kept.get(1);
        session.submit(new TrainingCommand.GoBack(back));
        while (lab.stepProperty().get() != back) {
            TrainingSnapshot snapshot = session.takeSnapshot();
            if (snapshot != null) {
                lab.onSnapshot(snapshot);
            }
            lab.onFrame(0);
            LockSupport.parkNanos(1_000_000);
        }
        assertTrue(session.history().checkpoints().stream().anyMatch(each -> each.step() > back));
        assertEquals(12, film(2).size());
    }

    @Test
    void theKeyNamesWhatTheColoursAre() {
        assertTrue(lab.end(-1).startsWith("generated ") && lab.end(1).endsWith(" real"), lab.end(-1) + lab.end(1));
        lab.layers().shownProperty(LabLayer.GAP).set(true);
        while (!lab.end(1).endsWith(" too trusting")) {
            lab.onFrame(0);
            LockSupport.parkNanos(1_000_000);
        }
        assertTrue(lab.end(-1).endsWith(" too strict"), lab.end(-1));
        lab.layers().shownProperty(LabLayer.GAP).set(false);
        assertTrue(lab.end(1).endsWith(" real"), "the surface, which was covered, comes back: " + lab.end(1));
        lab.layers().shownProperty(LabLayer.SURFACE).set(false);
        assertEquals("", lab.end(1) + lab.scaleEnd(1), "no colours");
    }

    /** D knows next to nothing at first; in a scale of its own that is seen nevertheless. */
    @Test
    void theFirstFrameOfTheFilmHasColours() throws Exception {
        for (LabLayer layer : LabLayer.values()) {
            lab.layers().shownProperty(layer).set(layer == LabLayer.SURFACE);
        }
        long kept = session.history().checkpoints().stream()
                .filter(each -> each.complete() && each.step() != STEPS)
                .count();
        assertEquals(0, session.history().checkpoints().get(0).step());
        BufferedImage first = film(kept + 1).get(0);
        int coloured = 0;
        for (int y = 60; y < 230; y++) {
            for (int x = 60; x < 290; x++) {
                Color colour = new Color(first.getRGB(x, y));
                int least = Math.min(colour.getRed(), Math.min(colour.getGreen(), colour.getBlue()));
                int most = Math.max(colour.getRed(), Math.max(colour.getGreen(), colour.getBlue()));
                coloured += most - least > 40 ? 1 : 0;
            }
        }
        assertTrue(coloured > 170 * 230 / 5, coloured + " pixels");
    }

    private List<BufferedImage> film(long steps) throws Exception {
        Path file = folder.resolve("lab.gif");
        prompts.export(file);
        model.exportGif();
        assertEquals("Film of " + steps + " steps saved to lab.gif.", finished());
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        List<BufferedImage> frames = new ArrayList<>();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in);
            assertEquals(steps + 10, reader.getNumImages(true));
            BufferedImage canvas = null;
            for (int i = 0; i < reader.getNumImages(true); i++) {
                // Frames after the first hold what has changed.
                BufferedImage part = reader.read(i);
                BufferedImage whole = new BufferedImage(
                        canvas == null ? part.getWidth() : canvas.getWidth(),
                        canvas == null ? part.getHeight() : canvas.getHeight(),
                        BufferedImage.TYPE_INT_RGB);
                if (canvas != null) {
                    whole.getGraphics().drawImage(canvas, 0, 0, null);
                }
                whole.getGraphics()
                        .drawImage(
                                part,
                                offset(reader, i, "imageLeftPosition"),
                                offset(reader, i, "imageTopPosition"),
                                null);
                canvas = whole;
                frames.add(canvas);
            }
        }
        return frames;
    }

    private static int offset(ImageReader reader, int frame, String name) throws IOException {
        Node root = reader.getImageMetadata(frame).getAsTree("javax_imageio_gif_image_1.0");
        for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeName().equals("ImageDescriptor")) {
                return Integer.parseInt(child.getAttributes().getNamedItem(name).getNodeValue());
            }
        }
        return 0;
    }

    /** Takes one more step and shows it. */
    private void step() {
        session.submit(new TrainingCommand.Step());
        while (lab.stepProperty().get() != STEPS + 1) {
            TrainingSnapshot snapshot = session.takeSnapshot();
            if (snapshot != null) {
                lab.onSnapshot(snapshot);
            }
            lab.onFrame(0);
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void whileItTrainsTheImageIsOfTheNextStep() throws Exception {
        session.submit(new TrainingCommand.Start(StopRule.NEVER));
        while (lab.stepProperty().get() <= STEPS) {
            TrainingSnapshot snapshot = session.takeSnapshot();
            if (snapshot != null) {
                lab.onSnapshot(snapshot);
            }
            lab.onFrame(0);
            LockSupport.parkNanos(1_000_000);
        }
        Path file = folder.resolve("live.png");
        prompts.export(file);
        model.exportImage(1);
        assertEquals("Plot saved to live.png.", finished());
        Matcher step =
                Pattern.compile("seed=7 step=(\\d+)").matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        assertTrue(step.find());
        assertTrue(Long.parseLong(step.group(1)) > STEPS, step.group());
    }

    @Test
    void filesHaveTheColoursOfTheWindowUnlessTheyAreForPrint() throws Exception {
        lab.setPalette(ScatterPlotPalette.DARK);
        BufferedImage dark = image(1);
        assertEquals(ScatterPlotPalette.DARK.background(), dark.getRGB(2, 2));
        assertTrue(count(dark, ScatterPlotPalette.DARK.text()) > 100, "texts");
        assertEquals(0, count(dark, ScatterPlotPalette.PAPER.background()), "nothing is white");
        model.printProperty().set(true);
        BufferedImage print = image(1);
        assertEquals(ScatterPlotPalette.PAPER.background(), print.getRGB(2, 2));
        assertEquals("true", preferences.get("lab.export.print", ""), "kept for the next start");
    }

    private static long count(BufferedImage image, int argb) {
        return Arrays.stream(pixels(image)).filter(pixel -> pixel == argb).count();
    }

    @Test
    void aFilmThatIsCancelledLeavesNoFile() {
        Path file = folder.resolve("lab.mp4");
        prompts.export(file);
        model.exportMp4();
        model.cancel();
        assertEquals("Export cancelled; no file was kept.", finished());
        assertFalse(Files.exists(file));
    }

    @Test
    void aFileThatCannotBeWrittenGivesOneSentence() throws Exception {
        Path blocked = Files.writeString(folder.resolve("plain"), "").resolve("lab.png");
        for (Runnable export : List.<Runnable>of(
                () -> model.exportImage(1), model::exportTable, model::exportGif, model::exportDiracTable)) {
            notices.dismissProblem();
            prompts.export(blocked);
            export.run();
            finished();
            assertTrue(
                    notices.problemProperty().get().contains("lab.png"),
                    notices.problemProperty().get());
        }
    }

    @Test
    void theDiracGanIsAnImageAndATable() throws Exception {
        dirac.startAt(0.5, 0.25);
        Path table = folder.resolve("dirac.csv");
        prompts.export(table);
        model.exportDiracTable();
        assertEquals("Trajectory of 501 states saved to dirac.csv.", finished());
        List<String> lines = Files.readAllLines(table);
        assertEquals("step,theta,psi", lines.get(0));
        assertEquals("0,0.5,0.25", lines.get(1));
        double[] way = new DiracGan(
                        dirac.lossProperty().get(),
                        dirac.rateProperty().get(),
                        dirac.regularizerProperty().get(),
                        dirac.weightProperty().get(),
                        dirac.alternatingProperty().get())
                .trajectory(0.5, 0.25, 500);
        String[] last = lines.get(501).split(",");
        assertEquals(way[1000], Double.parseDouble(last[1]));
        assertEquals(way[1001], Double.parseDouble(last[2]));
        Path image = folder.resolve("dirac.png");
        prompts.export(image);
        model.exportDiracImage(1);
        finished();
        BufferedImage phase = ImageIO.read(image.toFile());
        assertTrue(phase.getWidth() >= 640);
        long coloured = Arrays.stream(pixels(phase))
                .filter(argb -> (argb & 0xFFFFFF) != 0xFFFFFF)
                .count();
        assertTrue(coloured > 5000, coloured + " pixels");
    }
}
