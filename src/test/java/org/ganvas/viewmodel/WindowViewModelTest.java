package org.ganvas.viewmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ganvas.project.io.ProgramVersion;
import org.ganvas.session.SessionNotice;
import org.ganvas.session.run.TrainingScalar;
import org.ganvas.viewmodel.chart.CurvesViewModel.Curves;
import org.ganvas.viewmodel.support.AppServices;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.text.NumberFormats;
import org.junit.jupiter.api.Test;

final class WindowViewModelTest {

    @Test
    void readyRunShowsUntrainedSamplesAndRealImagesByClass() {
        WindowFixture fixture = WindowFixture.ready();
        fixture.frames(1);
        assertNotNull(fixture.window.train().samples().generatedProperty().get());
        assertNotNull(fixture.window.train().samples().realProperty().get());
        assertEquals(
                List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
                fixture.window.train().samples().columnNamesProperty().get());
    }

    @Test
    void aboutNamesVersionAndLicence() {
        WindowFixture fixture = WindowFixture.ready();
        fixture.window.about();
        String text = fixture.prompts.texts().get(0);
        assertTrue(text.startsWith("Ganvas " + ProgramVersion.current() + "\n"), text);
        assertTrue(text.contains("Apache License 2.0"), text);
    }

    @Test
    void statusIsFormatted() {
        WindowFixture fixture = WindowFixture.ready();
        assertEquals("Ready", fixture.window.status().stateProperty().get());
        assertEquals("412 MB", fixture.window.status().memoryProperty().get());
        assertEquals(
                NumberFormats.NONE,
                fixture.window.status().stepsPerSecondProperty().get());
        assertEquals(
                "doodles · 10,000 images · seed 1",
                fixture.window.status().dataProperty().get());
    }

    @Test
    void curvesAreReadAtMostADozenTimesASecond() {
        WindowFixture fixture = WindowFixture.ready();
        fixture.window.train().run().toggle();
        Set<Curves> read = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < 30; i++) {
            fixture.frames(1);
            read.add(fixture.window.train().curves().curvesProperty().get());
        }
        // Thirty frames of 33 ms; every third one is 80 ms or more after the last reading.
        assertTrue(read.size() >= 9 && read.size() <= 11, read.size() + " readings");
    }

    @Test
    void latestValueIsSmoothed() {
        WindowFixture fixture = WindowFixture.trained();
        fixture.frames(3);
        Curves curves = fixture.window.train().curves().curvesProperty().get();
        double[] smooth = curves.of(TrainingScalar.REAL_SCORE).smooth();
        assertEquals(12, smooth.length);
        assertEquals(smooth[11], curves.shown(TrainingScalar.REAL_SCORE));
        assertTrue(Double.isNaN(Curves.EMPTY.shown(TrainingScalar.REAL_SCORE)));
    }

    @Test
    void remarkPassesAndProblemStays() {
        WindowFixture fixture = WindowFixture.ready();
        fixture.training.say(SessionNotice.Kind.INFO, "Saved.");
        fixture.frames(1);
        assertEquals("Saved.", fixture.window.notices().toastProperty().get());
        fixture.training.say(SessionNotice.Kind.PROBLEM, "The disk is full.");
        fixture.frames(200);
        assertEquals("", fixture.window.notices().toastProperty().get());
        assertEquals(
                "The disk is full.", fixture.window.notices().problemProperty().get());
    }

    @Test
    void dismissedProblemDoesNotComeBackWithTheNextSnapshot() {
        WindowFixture fixture = WindowFixture.ready();
        fixture.training.say(SessionNotice.Kind.PROBLEM, "The disk is full.");
        fixture.frames(1);
        fixture.window.notices().dismissProblem();
        fixture.frames(3);
        assertEquals("", fixture.window.notices().problemProperty().get());
    }

    @Test
    void failureIsShownUntilTheReset() {
        WindowFixture fixture = WindowFixture.trained();
        fixture.training.fail("A loss is not a number. Reset the run.");
        fixture.frames(1);
        assertTrue(fixture.window.notices().failedProperty().get());
        assertEquals(
                "A loss is not a number. Reset the run.",
                fixture.window.notices().problemProperty().get());
        fixture.window.train().run().reset();
        fixture.frames(1);
        assertEquals("", fixture.window.notices().problemProperty().get());
    }

    @Test
    void textsThatAreThereFromTheStartAreInTheChosenLanguage() {
        AppServices services = AppServices.projectsOnly(Runnable::run);
        services.preferences().put("language", "zh");
        try {
            WindowFixture fixture = WindowFixture.ready(services);
            String energy = fixture.window.lab().dirac().energyProperty().get();
            assertTrue(energy.contains("步"), energy);
        } finally {
            Messages.setLanguage(Locale.ENGLISH);
        }
    }
}
