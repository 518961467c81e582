package org.ganvas.viewmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.ganvas.project.io.ProgramVersion;
import org.ganvas.session.SessionNotice;
import org.ganvas.session.run.TrainingScalar;
import org.ganvas.viewmodel.chart.CurvesViewModel.Curves;
import org.ganvas.viewmodel.text.NumberFormats;
import org.junit.jupiter.api.Test;

final class WindowViewModelTest {

    @Test
    void readyRunShowsUntrainedAndRealPicturesUnderTheirClasses() {
        WindowFixture bench = WindowFixture.ready();
        bench.frames(1);
        assertNotNull(bench.window.train().samples().generatedProperty().get());
        assertNotNull(bench.window.train().samples().realProperty().get());
        assertEquals(
                List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
                bench.window.train().samples().headsProperty().get());
    }

    @Test
    void aboutNamesVersionAndLicence() {
        WindowFixture bench = WindowFixture.ready();
        bench.window.about();
        String text = bench.prompts.texts().get(0);
        assertTrue(text.startsWith("Ganvas " + ProgramVersion.current() + "\n"), text);
        assertTrue(text.contains("Apache License 2.0"), text);
    }

    @Test
    void statusReadsAsFigures() {
        WindowFixture bench = WindowFixture.ready();
        assertEquals("Ready", bench.window.status().stateProperty().get());
        assertEquals("412 MB", bench.window.status().memoryProperty().get());
        assertEquals(
                NumberFormats.NONE,
                bench.window.status().stepsPerSecondProperty().get());
        assertEquals(
                "doodles · 10,000 images · seed 1",
                bench.window.status().dataProperty().get());
    }

    @Test
    void curvesAreReadAtMostADozenTimesASecond() {
        WindowFixture bench = WindowFixture.ready();
        bench.window.train().run().toggle();
        Set<Curves> read = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < 30; i++) {
            bench.frames(1);
            read.add(bench.window.train().curves().curvesProperty().get());
        }
        // Thirty frames of 33 ms; every third one is 80 ms or more after the last reading.
        assertTrue(read.size() >= 9 && read.size() <= 11, read.size() + " readings");
    }

    @Test
    void latestValueIsTheSmoothedOne() {
        WindowFixture bench = WindowFixture.trained();
        bench.frames(3);
        Curves curves = bench.window.train().curves().curvesProperty().get();
        double[] smooth = curves.of(TrainingScalar.REAL_SCORE).smooth();
        assertEquals(12, smooth.length);
        assertEquals(smooth[11], curves.latest(TrainingScalar.REAL_SCORE));
        assertTrue(Double.isNaN(Curves.EMPTY.latest(TrainingScalar.REAL_SCORE)));
    }

    @Test
    void remarkPassesAndProblemStays() {
        WindowFixture bench = WindowFixture.ready();
        bench.training.say(SessionNotice.Kind.INFO, "Saved.");
        bench.frames(1);
        assertEquals("Saved.", bench.window.notices().toastProperty().get());
        bench.training.say(SessionNotice.Kind.PROBLEM, "The disk is full.");
        bench.frames(200);
        assertEquals("", bench.window.notices().toastProperty().get());
        assertEquals(
                "The disk is full.", bench.window.notices().problemProperty().get());
    }

    @Test
    void dismissedProblemDoesNotComeBackWithTheNextSnapshot() {
        WindowFixture bench = WindowFixture.ready();
        bench.training.say(SessionNotice.Kind.PROBLEM, "The disk is full.");
        bench.frames(1);
        bench.window.notices().dismissProblem();
        bench.frames(3);
        assertEquals("", bench.window.notices().problemProperty().get());
    }

    @Test
    void failureSaysWhatToDoAndGoesWithTheReset() {
        WindowFixture bench = WindowFixture.trained();
        bench.training.fail("A loss is not a number. Reset the run.");
        bench.frames(1);
        assertTrue(bench.window.notices().failedProperty().get());
        assertEquals(
                "A loss is not a number. Reset the run.",
                bench.window.notices().problemProperty().get());
        bench.window.train().run().reset();
        bench.frames(1);
        assertEquals("", bench.window.notices().problemProperty().get());
    }
}
