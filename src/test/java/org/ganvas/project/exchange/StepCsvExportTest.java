package org.ganvas.project.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.ganvas.engine.state.StepReport;
import org.ganvas.engine.state.UpdateStatistics;
import org.ganvas.project.io.ProjectException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepCsvExportTest {

    private static final String OLD_HEADER = "step,seconds,discriminator_loss,generator_loss,real_score,fake_score\n";
    private static final String HEADER = OLD_HEADER.strip()
            + ",critic_estimate,discriminator_gradient,generator_gradient,discriminator_update,generator_update,"
            + "discriminator_rate,generator_rate,reconstruction,divergence,negative_bound,content,features,cycle,identity,augmentation,diffusion,encoder,encoder_features,path_length,encoder_loss\n";
    private static final String UNKNOWN =
            ",NaN,NaN,NaN,NaN,NaN,NaN,NaN,NaN,NaN,NaN,NaN,NaN,NaN,NaN,NaN,NaN,NaN,NaN,NaN,NaN\n";

    private final Locale before = Locale.getDefault();

    @TempDir
    private Path folder;

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    @Test
    void oneRowAStepInAnyLanguage() throws Exception {
        Locale.setDefault(Locale.GERMANY);
        Path file = folder.resolve("log.csv");
        try (StepCsvExport log = StepCsvExport.create(file)) {
            log.append(1, 0.125, new StepReport(1.5, 0.25, 0.5, 1e-5));
            log.append(1_000_000, 2, new StepReport(Double.NaN, Double.POSITIVE_INFINITY, 0, 1));
        }
        assertEquals(
                HEADER + "1,0.125,1.5,0.25,0.5,1.0E-5" + UNKNOWN + "1000000,2.0,NaN,Infinity,0.0,1.0" + UNKNOWN,
                Files.readString(file));
    }

    @Test
    void createReplacesAndAppendGoesOn() throws Exception {
        Path file = folder.resolve("log.csv");
        Files.writeString(
                file,
                "old and much longer than what comes in its place, so that nothing of it stays behind, "
                        + "not even the last of these letters");
        StepCsvExport.create(file).close();
        assertEquals(HEADER, Files.readString(file));
        try (StepCsvExport log = StepCsvExport.append(file)) {
            log.append(2, 0, new StepReport(1, 1, 1, 1));
        }
        assertEquals(HEADER + "2,0.0,1.0,1.0,1.0,1.0" + UNKNOWN, Files.readString(file));
        StepCsvExport.append(folder.resolve("new.csv")).close();
        assertEquals(HEADER, Files.readString(folder.resolve("new.csv")));
    }

    @Test
    void aStepIsWrittenWithAllItsFigures() throws Exception {
        Path file = folder.resolve("log.csv");
        try (StepCsvExport log = StepCsvExport.create(file)) {
            log.append(
                    7,
                    1,
                    new StepReport(
                            1, 2, 3, 4, 5, 0, new UpdateStatistics(6, 7, 8), new UpdateStatistics(9, 10, 11), null));
        }
        assertEquals(
                HEADER
                        + "7,1.0,1.0,2.0,3.0,4.0,5.0,6.0,9.0,7.0,10.0,8.0,11.0,NaN,NaN,NaN,NaN,NaN,NaN,NaN,NaN,NaN,NaN,NaN,NaN,NaN\n",
                Files.readString(file));
    }

    @Test
    void aLogOfAnOlderProgramGoesOnWithItsColumns() throws Exception {
        Path file = folder.resolve("log.csv");
        Files.writeString(file, OLD_HEADER + "1,0.0,1.0,1.0,1.0,1.0\n");
        try (StepCsvExport log = StepCsvExport.append(file)) {
            log.append(2, 0, new StepReport(2, 3, 4, 5));
        }
        assertEquals(OLD_HEADER + "1,0.0,1.0,1.0,1.0,1.0\n2,0.0,2.0,3.0,4.0,5.0\n", Files.readString(file));
    }

    @Test
    void aPlaceThatDoesNotExistIsASentence() {
        Path file = folder.resolve("missing").resolve("log.csv");
        ProjectException e = assertThrows(ProjectException.class, () -> StepCsvExport.create(file));
        assertTrue(e.getMessage().startsWith("The log " + file + " could not be written: "), e.getMessage());
        assertEquals(1, e.getMessage().split(file.toString(), -1).length - 1, e.getMessage());
    }
}
