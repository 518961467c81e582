package org.ganvas.cli.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.ganvas.cli.train.SampleSchedule;
import org.ganvas.engine.state.StepReport;
import org.ganvas.message.Message;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.RunState;
import org.ganvas.session.run.StopRule;
import org.ganvas.session.threads.ThreadTiming;
import org.ganvas.session.threads.ThreadUse;
import org.junit.jupiter.api.Test;

class TrainingProgressReportTest {

    private static final StepReport SCORES = new StepReport(1.25, 0.5, 0.75, 0.3);
    private static final TrainingTarget TO_1000 =
            new TrainingTarget(0, 0, new StopRule(1000, Double.POSITIVE_INFINITY));

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void aTerminalGetsOneLineThatIsOverwritten() {
        TrainingProgressReport report = new TrainingProgressReport(err, true, Locale.ENGLISH);
        report.showTraining(at(250, 5, 50), TO_1000);
        assertEquals("\r[===           ]  25% step 250/1,000 0:15 left 50/s D 1.250 G 0.500 D(x) 0.75", text());
        report.showTraining(at(1000, 20, 50), TO_1000);
        assertTrue(text().contains("\r[==============] 100% step 1,000/1,000 0:00 left"), text());
        assertEquals(-1, text().indexOf('\n'));
    }

    @Test
    void theLineNeverWrapsAndLeavesNothingBehind() {
        TrainingProgressReport report = new TrainingProgressReport(err, true, Locale.ENGLISH);
        report.showTraining(
                at(123_456_789, 1e6, 12_345), new TrainingTarget(0, 0, new StopRule(999_999_999_999L, 1e18)));
        int length = text().length();
        assertTrue(length <= 1 + 79, text());
        report.showLoading(0.5);
        assertEquals("\rLoading  50%" + " ".repeat(length - 13), text().substring(length));
        report.print(Message.verbatim("A sentence."));
        assertTrue(text().endsWith("\r            \rA sentence." + System.lineSeparator()), text());
    }

    @Test
    void aFileGetsALineEveryTenSeconds() {
        TrainingProgressReport report = new TrainingProgressReport(err, false, Locale.ENGLISH);
        report.showLoading(0.5);
        for (int step = 0; step <= 1000; step++) {
            report.showTraining(at(step, step * 0.05, 20), TO_1000);
        }
        assertEquals(5, text().lines().count());
        assertEquals(
                " 20% step 200/1,000 0:40 left 20/s D 1.250 G 0.500 D(x) 0.75 D(G(z)) 0.30",
                text().lines().findFirst().orElse(""));
    }

    @Test
    void theFractionCountsFromTheStart() {
        TrainingTarget target = new TrainingTarget(1000, 100, new StopRule(2000, 200));
        assertEquals(0, target.fraction(at(1000, 100, 10)));
        assertEquals(0.5, target.fraction(at(1500, 110, 10)));
        assertEquals(0.9, target.fraction(at(1500, 190, 10)), 1e-12);
        assertEquals(10, target.secondsLeft(at(1500, 190, 10)));
        assertEquals(5, target.secondsLeft(at(1950, 190, 10)));
    }

    @Test
    void theTimeLeftIsUnknownBeforeTheSpeed() {
        TrainingProgressReport report = new TrainingProgressReport(err, true, Locale.ENGLISH);
        report.showTraining(at(0, 0, 0), TO_1000);
        assertTrue(text().contains("--:-- left"), text());
    }

    @Test
    void chineseCharactersCountAsTwoColumns() {
        TrainingProgressReport report = new TrainingProgressReport(err, true, Locale.SIMPLIFIED_CHINESE);
        report.showTraining(at(250, 5, 50), TO_1000);
        assertEquals("\r[===           ]  25% 第 250/1,000 步 剩余 0:15 50/s D 1.250 G 0.500 D(x) 0.75", text());
        int length = text().length();
        report.showLoading(0.5);
        // 78 columns were taken before, 13 are now.
        assertEquals("\r正在载入  50%" + " ".repeat(78 - 13), text().substring(length));
    }

    @Test
    void clockShowsHoursWhereThereAreAny() {
        assertEquals("0:00", TrainingProgressReport.clock(0.4));
        assertEquals("1:00", TrainingProgressReport.clock(59.6));
        assertEquals("59:59", TrainingProgressReport.clock(3599));
        assertEquals("1:00:00", TrainingProgressReport.clock(3600));
        assertEquals("27:46:40", TrainingProgressReport.clock(100_000));
    }

    @Test
    void samplesComeAtOneTwoAndFive() {
        long[] expected = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000};
        long step = 0;
        for (long next : expected) {
            assertEquals(next, SampleSchedule.after(step));
            step = next;
        }
        assertEquals(5000, SampleSchedule.after(4999));
        assertEquals(10_000, SampleSchedule.after(5000));
        assertTrue(SampleSchedule.after(Long.MAX_VALUE / 2) > 0);
    }

    @Test
    void threadsArePrintedOnceAndAnAutomaticNumberNotBeforeItIsMeasured() {
        TrainingProgressReport report = new TrainingProgressReport(err, false, Locale.ENGLISH);
        report.printThreads(new ThreadUse(1, true, 2, List.of()));
        assertEquals("", text());
        ThreadUse measured = new ThreadUse(2, true, 2, List.of(new ThreadTiming(1, 0.02), new ThreadTiming(2, 0.0125)));
        report.printThreads(measured);
        report.printThreads(measured);
        assertEquals(
                "Computing with 2 threads, as measured (a step with 1: 20.0 ms, 2: 12.5 ms)." + System.lineSeparator(),
                text());
    }

    @Test
    void aFixedNumberOfThreadsIsPrintedAtOnce() {
        new TrainingProgressReport(err, false, Locale.ENGLISH).printThreads(new ThreadUse(1, false, 8, List.of()));
        assertEquals("Computing with 1 thread." + System.lineSeparator(), text());
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static TrainingSnapshot at(long step, double seconds, double speed) {
        return new TrainingSnapshot(
                RunState.RUNNING,
                null,
                -1,
                step,
                seconds,
                speed,
                0,
                0,
                ThreadUse.NONE,
                SCORES,
                TrainingSnapshot.Grids.NONE,
                null);
    }
}
