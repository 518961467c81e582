package org.ganvas.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ganvas.data.PointTransform;
import org.ganvas.fixture.ZipParts;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.io.NpyArrayFormat;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.RunInfo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real commands on points whose digits single precision does not hold: everything is in the units of the file. */
class PointUnitsCommandsTest {

    private static final int COUNT = 300;
    private static final double START = 1_700_000_000;

    @TempDir
    private Path folder;

    private final CliRunner cli = CliRunner.real(() -> folder.resolve("cache"));
    private String project = "";

    @BeforeEach
    void train() throws IOException {
        write("seconds.csv", 0);
        project = path("run.ganvas");
        cli.succeeds(
                "train",
                "--preset",
                "ring",
                "--data",
                path("seconds.csv"),
                "--steps",
                "20",
                "--threads",
                "1",
                "--out",
                project);
    }

    private void write(String name, int later) throws IOException {
        String lines = IntStream.range(0, COUNT)
                .mapToObj(i -> (long) START + later + i + "," + i * 37 % 100 / 4.0)
                .collect(Collectors.joining("\n", "time,value\n", "\n"));
        Files.writeString(folder.resolve(name), lines);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private PointTransform saved() throws Exception {
        return new ProjectStore().load(Path.of(project)).info().pointTransform();
    }

    @Test
    void generatedPointsAreATableInTheUnitsOfTheData() throws Exception {
        String table = path("made.csv");
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            cli.succeeds("sample", project, "--rows", "10", "--cols", "15", "--out", table);
        } finally {
            Locale.setDefault(before);
        }
        List<String> lines = Files.readAllLines(Path.of(table));
        assertEquals("x,y", lines.get(0));
        assertEquals(151, lines.size());
        PointTransform transform = saved();
        for (String line : lines.subList(1, 151)) {
            double x = Double.parseDouble(line.split(",")[0]);
            double given = transform.fromDataX(x);
            assertTrue(Math.abs(x - START) < 1e5, line);
            assertEquals((float) given, given, "what the network gave comes back to the last bit");
        }
        cli.succeeds("eval", project, "--images", table, "--samples", "100");
    }

    @Test
    void arraysAndScriptHoldCentreAndScale() throws Exception {
        PointTransform transform = saved();
        cli.succeeds("export", project, "--to", "pytorch", "--out", path("gan.py"));
        String script = Files.readString(folder.resolve("gan.py"));
        assertTrue(
                script.contains("CENTRE, SCALE = np.array([" + transform.centreX() + ", " + transform.centreY()
                        + "]), np.array([" + transform.scaleX() + ", " + transform.scaleY() + "])"),
                script.substring(0, 1500));
        assertArrayEquals(
                new double[] {transform.centreX(), transform.centreY()}, array(path("gan.npz"), "points/centre.npy"));
        cli.succeeds("export", project, "--to", "npz", "--out", path("all.npz"));
        assertArrayEquals(
                new double[] {transform.scaleX(), transform.scaleY()}, array(path("all.npz"), "points/scale.npy"));
        cli.succeeds("export", project, "--to", "dl4j", "--out", path("g.zip"));
        String said = cli.out();
        assertTrue(said.contains("x of your data is 1700000") && said.contains(" times the first number"), said);
    }

    private static double[] array(String file, String entry) throws IOException {
        byte[] bytes = ZipParts.of(Files.readAllBytes(Path.of(file))).get(entry);
        try (InputStream in = new ByteArrayInputStream(bytes)) {
            assertEquals(
                    NpyArrayFormat.Type.FLOAT64, NpyArrayFormat.readHeader(in).type());
            return NpyArrayFormat.readDoubles(in, 2);
        }
    }

    @Test
    void metricsSayTheirUnit() throws Exception {
        cli.succeeds("eval", project, "--samples", "100");
        JsonNode metrics = new ObjectMapper().readTree(cli.out()).get("metrics");
        assertEquals("scaled units", metrics.get("sliced_w1").get("unit").textValue());
        assertEquals("bits", metrics.get("js").get("unit").textValue());
        double floor = metrics.get("sliced_w1").get("floor").doubleValue();
        assertTrue(floor > 0.001 && floor < 1, "in standard deviations, not in seconds: " + floor);
    }

    @Test
    void resumingKeepsTheTransformAlsoOnOtherData() throws Exception {
        PointTransform transform = saved();
        assertNotEquals(PointTransform.IDENTITY, transform);
        Files.move(folder.resolve("seconds.csv"), folder.resolve("moved.csv"));
        cli.succeeds("resume", project, "--steps", "3", "--threads", "1", "--data", path("moved.csv"));
        assertEquals(transform, saved());
        write("later.csv", 500);
        assertEquals(1, cli.run("resume", project, "--steps", "3", "--data", path("later.csv")));
        assertTrue(cli.err().contains("other samples"), cli.err());
        cli.succeeds("resume", project, "--steps", "3", "--data", path("later.csv"), "--accept-changed-data");
        assertEquals(transform, saved(), "networks are given what they know");
    }

    @Test
    void aProjectOfRawPointsStaysRaw() throws Exception {
        RunCapture run = new ProjectStore().load(Path.of(project));
        RunInfo info = run.info();
        RunInfo old = new RunInfo(1, info.request(), info.dataName(), COUNT, List.of(), "");
        new ProjectStore().save(new RunCapture(old, run.state(), 1, run.scalars(), 1, null), Path.of(project));
        cli.succeeds("resume", project, "--steps", "1", "--threads", "1");
        assertEquals(PointTransform.IDENTITY, saved());
    }

    @Test
    void showingDataNamesRangesInTheUnitsOfTheFile() {
        cli.succeeds("datasets", "--show", path("seconds.csv"), "--out", path("real.png"));
        String said = cli.out();
        assertTrue(said.contains("x from 1700000000 to 1700000299, y from 0 to 24.75."), said);
        assertTrue(said.contains("The networks are given (x - 1700000"), said);
    }
}
