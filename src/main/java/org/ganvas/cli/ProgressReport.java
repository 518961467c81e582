package org.ganvas.cli;

import java.io.PrintStream;
import java.util.Locale;
import org.ganvas.session.StepScores;
import org.ganvas.session.TrainingSnapshot;

/**
 * How training stands, on standard error: one line that renews itself where a person is looking, else a line every ten
 * seconds of training. Used by the command's own thread.
 */
final class ProgressReport {

    /** Within the 80 columns of a plain terminal, so that the line never wraps. */
    private static final int COLUMNS = 79;

    private static final int BAR = 14;
    private static final double SECONDS_BETWEEN_LINES = 10;

    private final PrintStream err;
    private final boolean terminal;
    private int shown;
    private double nextLine = Double.NEGATIVE_INFINITY;

    ProgressReport(PrintStream err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    /** Shows how far the data is read. */
    void loading(double fraction) {
        if (terminal) {
            renew("Loading %3.0f%%".formatted(100 * Math.max(0, fraction)));
        }
    }

    /** Shows where training is. */
    void training(TrainingSnapshot now, Goal goal) {
        String figures = figures(now, goal);
        if (terminal) {
            renew(bar(goal.fraction(now)) + " " + figures);
        } else if (nextLine == Double.NEGATIVE_INFINITY) {
            nextLine = now.trainedSeconds() + SECONDS_BETWEEN_LINES;
        } else if (now.trainedSeconds() >= nextLine) {
            err.println(figures);
            nextLine = now.trainedSeconds() + SECONDS_BETWEEN_LINES;
        }
    }

    /** A sentence on a line of its own. */
    void say(String sentence) {
        clear();
        err.println(sentence);
    }

    /** Takes the renewing line away. */
    void clear() {
        if (shown > 0) {
            renew("");
            err.print('\r');
            err.flush();
        }
    }

    private void renew(String line) {
        String cut = line.length() > COLUMNS ? line.substring(0, COLUMNS) : line;
        err.print('\r' + cut + " ".repeat(Math.max(0, shown - cut.length())));
        err.flush();
        shown = cut.length();
    }

    private static String figures(TrainingSnapshot now, Goal goal) {
        StringBuilder line = new StringBuilder();
        line.append(String.format(Locale.ROOT, "%3.0f%% step %,d", 100 * goal.fraction(now), now.step()));
        if (goal.countsSteps()) {
            line.append(String.format(Locale.ROOT, "/%,d", goal.end().step()));
        }
        double left = goal.secondsLeft(now);
        line.append(" ").append(Double.isInfinite(left) ? "--:--" : clock(left)).append(" left");
        line.append(String.format(Locale.ROOT, " %.0f/s", now.stepsPerSecond()));
        StepScores scores = now.scores();
        return scores == null ? line.toString() : line + " " + scores(scores);
    }

    /** The four figures of a step in a few letters. */
    static String scores(StepScores scores) {
        return String.format(
                Locale.ROOT,
                "D %.3f G %.3f D(x) %.2f D(G(z)) %.2f",
                scores.discriminatorLoss(),
                scores.generatorLoss(),
                scores.realScore(),
                scores.fakeScore());
    }

    static String clock(double seconds) {
        long whole = Math.round(seconds);
        return whole < 3600
                ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }

    private static String bar(double fraction) {
        int full = (int) Math.round(fraction * BAR);
        return "[" + "=".repeat(full) + " ".repeat(BAR - full) + "]";
    }
}
