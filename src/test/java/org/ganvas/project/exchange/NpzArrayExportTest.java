package org.ganvas.project.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.ganvas.engine.state.NamedArray;
import org.ganvas.project.RunFixtures;
import org.ganvas.project.io.NpyArrayFormat;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.TrainingScalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All arrays of a run as NumPy opens them: entries are the array's name and .npy, stored. */
class NpzArrayExportTest {

    @TempDir
    private Path folder;

    @Test
    void everyArrayIsThereUnderItsNameBitByBit() throws Exception {
        RunCapture run = RunFixtures.tiny();
        Path file = folder.resolve("w.npz");
        int count = NpzArrayExport.save(run, file);
        Map<String, float[]> floats = new LinkedHashMap<>();
        int curves = 0;
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertEquals(ZipEntry.STORED, entry.getMethod());
                if (entry.getName().startsWith("curves/")) {
                    curves++;
                    String metric = entry.getName().replaceAll("curves/|\\.npy", "");
                    long buckets = run.scalars()
                            .save()
                            .get(TrainingScalar.valueOf(metric.toUpperCase(Locale.ROOT)))
                            .curve()
                            .size();
                    assertArrayEquals(new long[] {5, buckets}, header(zip).shape());
                } else {
                    NpyArrayFormat.Header header = header(zip);
                    int size = (int) NpyArrayFormat.elements(header.shape());
                    floats.put(entry.getName(), NpyArrayFormat.readFloats(zip, size));
                }
            }
        }
        assertEquals(run.scalars().save().size(), curves);
        assertEquals(run.state().arrays().size(), floats.size());
        assertEquals(count, curves + floats.size());
        for (NamedArray array : run.state().arrays()) {
            assertArrayEquals(array.values(), floats.get(array.name() + ".npy"), array.name());
        }
    }

    @Test
    void aFolderThatIsNotThereIsOneSentence() {
        ProjectException e = assertThrows(
                ProjectException.class, () -> NpzArrayExport.save(RunFixtures.tiny(), folder.resolve("no/w.npz")));
        assertTrue(e.getMessage().endsWith("the folder does not exist; choose another place."), e.getMessage());
    }

    private static NpyArrayFormat.Header header(InputStream in) throws Exception {
        return NpyArrayFormat.readHeader(in);
    }
}
