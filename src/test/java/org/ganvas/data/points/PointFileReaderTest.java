package org.ganvas.data.points;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.ganvas.data.DataFailure;
import org.ganvas.data.Dataset;
import org.ganvas.data.ImageShape;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.RecordingProgress;
import org.ganvas.data.registry.DatasetRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointFileReaderTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.5,-20\n3e2,0.25\n",
                "x,y\n1.5,-20\n3e2,0.25\n",
                "\uFEFF\"x\",\"y\"\r\n\"1.5\" , -20\r\n\r\n300,.25",
                "length;width\n1.5;-20\n300;0.25\n",
                "1,5;-20\n300;0,25\n",
                "x\ty\n1.5\t-20\n+300\t0.25\n",
                "# made by hand\n1.5,-20\n# and so on\n3E+2,0.25\n",
                "1.500000000000000000e+00 -2.000000000000000000e+01\n3.000000000000000000e+02 2.500000000000000000e-01\n",
                "  1.5   -20 \n  300   0.25\n",
                "x y\n1,5 -20\n300 0,25\n",
                "1.5, -20\n300 ,0.25\n",
                "sep=;\r\nx;y\r\n1,5;-20\r\n300;0,25\r\n",
                "\"1,5\",\"-20\"\n\"300\",\"0,25\"\n",
                "1.5,\u221220\n300,0.25\n"
            })
    void readsXAndYInTheirUnits(String text) throws Exception {
        Dataset set = open(text);
        assertEquals(2, set.size());
        assertEquals(ImageShape.POINT, set.shape());
        assertEquals("points.csv", set.name());
        assertArrayEquals(new double[] {1.5, -20, 300, 0.25}, coordinates(set));
        assertTrue(set.modes().isEmpty());
        assertTrue(DatasetRegistry.openTest(set.id(), ProgressListener.NONE).isEmpty());
    }

    /** x and y of each point in turn, in the units of the file. */
    private static double[] coordinates(Dataset set) {
        return IntStream.range(0, 2 * set.size())
                .mapToDouble(i -> set.coordinate(i / 2, i % 2))
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "UTF-8"})
    void everyUsualEncodingIsRead(String charset) throws Exception {
        // UTF-16 writes its mark, the other two have none; the header is what differs in Latin-1.
        String header = charset.startsWith("UTF-16") ? "x,y" : "Länge,Höhe";
        Files.write(folder.resolve("points.csv"), (header + "\n1.5,-20\n300,0.25\n").getBytes(charset));
        Dataset set = DatasetRegistry.open(folder.resolve("points.csv").toString(), ProgressListener.NONE);
        assertArrayEquals(new double[] {1.5, -20, 300, 0.25}, coordinates(set));
    }

    @Test
    void theExtensionDecides() {
        assertTrue(DatasetRegistry.isPointDataset("/some/where/DATA.CSV"));
        assertTrue(DatasetRegistry.isPointDataset("points.tsv"));
        assertTrue(DatasetRegistry.isPointDataset("builtin:ring"));
        assertTrue(DatasetRegistry.isPointDataset("builtin:moons-test"));
        assertFalse(DatasetRegistry.isPointDataset("builtin:doodles"));
        assertFalse(DatasetRegistry.isPointDataset("/some/where/train-images-idx3-ubyte"));
    }

    @Test
    void everyFaultIsReportedWithItsLine() throws IOException {
        refuses("has 3 columns in line 2, and points have two, x and y", "1,2\n1,2,3\n");
        refuses("has 1 columns in line 1", "1\n2\n");
        refuses("has 'abc' in line 3, which is not a usable number", "x,y\n1,2\nabc,2\n");
        refuses("has 'NaN' in line 2", "1,2\n3,NaN\n");
        refuses("has 'nan' in line 1", "nan,nan\n1,2\n");
        refuses("has '\"2,590\"' in line 2", "x,y\n\"2,590\",\"7,5\"\n1,2\n");
        refuses("has 'inf' in line 1", "inf;1\n1;2\n");
        refuses("has '1e301' in line 2", "1,2\n3,1e301\n");
        refuses("has '' in line 2", "1,2\n3,\n");
        refuses("has '1.2.3' in line 2", "1,2\n3,1.2.3\n");
        refuses("has 'y' in line 1", "1,y\n3,4\n");
        refuses("has 'x' in line 2", "1,2\nx,y\n");
        refuses("holds no points", "x,y\n\n");
        refuses("holds no points", "");
        refuses("holds only one point, repeated", "1,2\n1,2\n1,2\n");
        refuses("has lines too long", "1".repeat(2000) + ",2\n");
        Files.write(folder.resolve("points.csv"), new byte[] {(byte) 0x89, 'P', 'N', 'G', (byte) 0xff, 0});
        assertTrue(sentence("points.csv").contains("is not a text file"));
        assertTrue(sentence("missing.csv").contains("does not exist"));
        Files.createDirectory(folder.resolve("folder.csv"));
        assertTrue(sentence("folder.csv").contains("is not a file, although it is named like one"));
    }

    @Test
    void aMillionPointsAreTheMost() throws Exception {
        String half = "1,2\n3,4\n".repeat(PointFileReader.MAX_POINTS / 2);
        assertEquals(PointFileReader.MAX_POINTS, open(half).size());
        refuses("holds more than 1,000,000 points", half + "5,6\n");
    }

    @Test
    void readingCanBeCancelled() throws IOException {
        write("1,2\n3,4\n".repeat(10_000));
        assertThrows(
                CancellationException.class,
                () -> PointFileReader.read(folder.resolve("points.csv"), "id", new RecordingProgress(1)));
    }

    private void refuses(String because, String text) throws IOException {
        write(text);
        String sentence = sentence("points.csv");
        assertTrue(sentence.contains(because), because + " is not in: " + sentence);
        assertTrue(sentence.startsWith(folder.toString()) && sentence.endsWith("."), sentence);
    }

    private String sentence(String name) {
        String id = folder.resolve(name).toString();
        return DataFailure.messageOf(() -> DatasetRegistry.open(id, ProgressListener.NONE));
    }

    private Dataset open(String text) throws Exception {
        write(text);
        return DatasetRegistry.open(folder.resolve("points.csv").toString(), ProgressListener.NONE);
    }

    private void write(String text) throws IOException {
        Files.write(folder.resolve("points.csv"), text.getBytes(StandardCharsets.UTF_8));
    }
}
