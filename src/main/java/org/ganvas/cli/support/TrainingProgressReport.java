package org.ganvas.cli.support;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ganvas.engine.state.ElboReport;
import org.ganvas.engine.state.StepReport;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.threads.ThreadUse;
import org.jspecify.annotations.Nullable;

/**
 * How training stands, on standard error: one line that renews itself where a person is looking, else a line every ten
 * seconds of training. Used by the command's own thread.
 */
public final class TrainingProgressReport {

    /** Within the 80 columns of a plain terminal, so that the line never wraps. */
    private static final int COLUMNS = 79;

    private static final int BAR = 14;
    private static final double SECONDS_BETWEEN_LINES = 10;

    private final PrintStream err;
    private final boolean terminal;
    private int shown;
    private int tenths;
    private @Nullable ThreadUse threads;
    private double nextLine = Double.NEGATIVE_INFINITY;

    public TrainingProgressReport(PrintStream err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    /** Shows how far the data is read; a negative number means that nothing is being read. */
    public void loading(double fraction) {
        if (terminal && fraction >= 0) {
            renew(String.format(Locale.ROOT, "Loading %3.0f%%", 100 * fraction), List.of());
        }
    }

    /** Shows where training is. */
    public void training(TrainingSnapshot now, TrainingTarget goal) {
        if (terminal) {
            renew(bar(goal.fraction(now)), figures(now, goal));
        } else if (nextLine == Double.NEGATIVE_INFINITY) {
            nextLine = now.trainedSeconds() + SECONDS_BETWEEN_LINES;
        } else if (now.trainedSeconds() >= nextLine) {
            err.println(String.join(" ", figures(now, goal)));
            nextLine = now.trainedSeconds() + SECONDS_BETWEEN_LINES;
        }
    }

    /** Shows how far a long piece of work is: where nobody is looking, a line for every tenth of it. */
    public void chore(String what, double fraction) {
        if (terminal) {
            renew(String.format(Locale.ROOT, "%s %3.0f%%", what, 100 * fraction), List.of());
        } else if ((int) (10 * fraction) > tenths) {
            tenths = (int) (10 * fraction);
            err.println(String.format(Locale.ROOT, "%s %d%%", what, 10 * tenths));
        }
    }

    /** Says once with how many threads it computes; of an automatic number not before it is measured. */
    public void threads(ThreadUse use) {
        boolean known = !use.automatic() || use.most() == 1 || !use.timings().isEmpty();
        if (known && !use.equals(threads)) {
            threads = use;
            List<String> timed = use.timings().stream()
                    .map(one -> String.format(Locale.ROOT, "%d: %.1f ms", one.threads(), one.seconds() * 1e3))
                    .toList();
            say("Computing with " + use.count() + (use.count() == 1 ? " thread" : " threads")
                    + (timed.isEmpty() ? "." : ", as measured (a step with " + String.join(", ", timed) + ")."));
        }
    }

    /** A sentence on a line of its own. */
    public void say(String sentence) {
        clear();
        err.println(sentence);
    }

    /** Takes the renewing line away. */
    public void clear() {
        if (shown > 0) {
            renew("", List.of());
            err.print('\r');
            err.flush();
        }
    }

    /** As many of the figures as there is room for. */
    private void renew(String start, List<String> figures) {
        StringBuilder line = new StringBuilder(start);
        for (String figure : figures) {
            if (line.length() + 1 + figure.length() > COLUMNS) {
                break;
            }
            line.append(' ').append(figure);
        }
        err.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
        err.flush();
        shown = line.length();
    }

    private static List<String> figures(TrainingSnapshot now, TrainingTarget goal) {
        List<String> figures = new ArrayList<>();
        figures.add(String.format(Locale.ROOT, "%3.0f%%", 100 * goal.fraction(now)));
        String end = goal.countsSteps()
                ? String.format(Locale.ROOT, "/%,d", goal.end().step())
                : "";
        figures.add(String.format(Locale.ROOT, "step %,d%s", now.step(), end));
        double left = goal.secondsLeft(now);
        figures.add((Double.isInfinite(left) ? "--:--" : clock(left)) + " left");
        figures.add(String.format(Locale.ROOT, "%.0f/s", now.stepsPerSecond()));
        StepReport scores = now.scores();
        if (scores != null) {
            figures.addAll(scores(scores));
        }
        return figures;
    }

    /** The figures of a step in a few letters each. */
    public static List<String> scores(StepReport scores) {
        ElboReport evidence = scores.elbo();
        if (evidence != null) {
            return List.of(
                    String.format(Locale.ROOT, "-ELBO %.1f", evidence.negativeElbo()),
                    String.format(Locale.ROOT, "rec. %.1f", evidence.reconstruction()),
                    String.format(Locale.ROOT, "KL %.1f", evidence.divergence()));
        }
        return List.of(
                String.format(Locale.ROOT, "D %.3f", scores.discriminatorLoss()),
                String.format(Locale.ROOT, "G %.3f", scores.generatorLoss()),
                String.format(Locale.ROOT, "D(x) %.2f", scores.realScore()),
                String.format(Locale.ROOT, "D(G(z)) %.2f", scores.fakeScore()));
    }

    static String clock(double seconds) {
        long whole = Math.round(seconds);
        return whole < 3600
                ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }

    private static String bar(double fraction) {
        int full = (int) (fraction * BAR);
        return "[" + "=".repeat(full) + " ".repeat(BAR - full) + "]";
    }
}
