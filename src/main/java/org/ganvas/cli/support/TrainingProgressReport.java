package org.ganvas.cli.support;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.ganvas.engine.state.ElboReport;
import org.ganvas.engine.state.StepReport;
import org.ganvas.message.Message;
import org.ganvas.message.MessageBundles;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.threads.ThreadUse;
import org.jspecify.annotations.Nullable;

/**
 * Progress of training on standard error: on a terminal one line that is overwritten, else a line every ten seconds of
 * training. Used by the command's own thread.
 */
public final class TrainingProgressReport {

    /** Within the 80 columns of a plain terminal, so that the line never wraps. */
    private static final int COLUMNS = 79;

    /** The first of the CJK blocks of Unicode. */
    private static final int FIRST_WIDE = 0x2E80;

    private static final int BAR = 14;
    private static final double SECONDS_BETWEEN_LINES = 10;

    private final PrintStream err;
    private final boolean terminal;
    private final Locale language;
    private int shownWidth;
    private int shownTenths;
    private @Nullable ThreadUse threads;
    private double nextLine = Double.NEGATIVE_INFINITY;

    /**
     * @param terminal whether lines can be overwritten
     * @param language of the messages
     */
    public TrainingProgressReport(PrintStream err, boolean terminal, Locale language) {
        this.err = err;
        this.terminal = terminal;
        this.language = language;
    }

    /** Shows which fraction of the data is read; a negative number means that nothing is being read. */
    public void showLoading(double fraction) {
        if (terminal && fraction >= 0) {
            overwrite(
                    text(Message.of("cli.progress.loading", String.format(Locale.ROOT, "%3.0f%%", 100 * fraction))),
                    List.of());
        }
    }

    /** Shows how far training is. */
    public void showTraining(TrainingSnapshot now, TrainingTarget target) {
        if (terminal) {
            overwrite(bar(target.fraction(now)), figures(now, target));
        } else if (nextLine == Double.NEGATIVE_INFINITY) {
            nextLine = now.trainedSeconds() + SECONDS_BETWEEN_LINES;
        } else if (now.trainedSeconds() >= nextLine) {
            err.println(String.join(" ", figures(now, target)));
            nextLine = now.trainedSeconds() + SECONDS_BETWEEN_LINES;
        }
    }

    /** Shows how far another piece of work is; without a terminal, a line for every tenth of it. */
    public void showTask(Message task, double fraction) {
        if (terminal) {
            overwrite(String.format(Locale.ROOT, "%s %3.0f%%", text(task), 100 * fraction), List.of());
        } else if ((int) (10 * fraction) > shownTenths) {
            shownTenths = (int) (10 * fraction);
            err.println(String.format(Locale.ROOT, "%s %d%%", text(task), 10 * shownTenths));
        }
    }

    /** Prints once with how many threads training computes; an automatic number not before it is measured. */
    public void printThreads(ThreadUse use) {
        boolean known = !use.automatic() || use.most() == 1 || !use.timings().isEmpty();
        if (!known || use.equals(threads)) {
            return;
        }
        threads = use;
        Message count = use.count() == 1
                ? Message.of("cli.progress.oneThread")
                : Message.of("cli.progress.threads", use.count());
        List<Message> timings = use.timings().stream()
                .map(one -> Message.of(
                        "cli.progress.threadTiming", one.threads(), CliNumbers.fixed(one.seconds() * 1e3, 1)))
                .toList();
        print(
                timings.isEmpty()
                        ? Message.of("cli.progress.computing", count)
                        : Message.of("cli.progress.computingAsMeasured", count, Message.list(timings)));
    }

    /** Prints a sentence on a line of its own. */
    public void print(Message sentence) {
        clear();
        err.println(text(sentence));
    }

    /** Removes the line that is overwritten. */
    public void clear() {
        if (shownWidth > 0) {
            overwrite("", List.of());
            err.print('\r');
            err.flush();
        }
    }

    /** Shows as many of the figures as there is room for. */
    private void overwrite(String start, List<String> figures) {
        StringBuilder line = new StringBuilder(start);
        int width = width(start);
        for (String figure : figures) {
            if (width + 1 + width(figure) > COLUMNS) {
                break;
            }
            line.append(' ').append(figure);
            width += 1 + width(figure);
        }
        err.print("\r" + line + " ".repeat(Math.max(0, shownWidth - width)));
        err.flush();
        shownWidth = width;
    }

    /** Columns that a terminal takes for a text: two for each Chinese character and its punctuation. */
    private static int width(String text) {
        return text.codePoints()
                .map(character -> character < FIRST_WIDE ? 1 : 2)
                .sum();
    }

    private List<String> figures(TrainingSnapshot now, TrainingTarget target) {
        List<String> figures = new ArrayList<>();
        figures.add(String.format(Locale.ROOT, "%3.0f%%", 100 * target.fraction(now)));
        String end = target.countsSteps()
                ? String.format(Locale.ROOT, "/%,d", target.end().step())
                : "";
        figures.add(text(Message.of("cli.progress.step", String.format(Locale.ROOT, "%,d%s", now.step(), end))));
        double left = target.secondsLeft(now);
        figures.add(text(Message.of("cli.progress.left", Double.isInfinite(left) ? "--:--" : clock(left))));
        figures.add(String.format(Locale.ROOT, "%.0f/s", now.stepsPerSecond()));
        StepReport scores = now.scores();
        if (scores != null) {
            figures.addAll(scores(scores));
        }
        return figures;
    }

    /** Losses and outputs of D in a step, by their symbols. */
    public static List<String> scores(StepReport scores) {
        ElboReport evidence = scores.elbo();
        if (evidence != null) {
            return List.of(
                    String.format(Locale.ROOT, "-ELBO %.1f", evidence.negativeElbo()),
                    String.format(Locale.ROOT, "rec. %.1f", evidence.reconstruction()),
                    String.format(Locale.ROOT, "KL %.1f", evidence.divergence()));
        }
        // A network that rests has no loss.
        return Stream.of(
                        figure("D %.3f", scores.discriminatorLoss()),
                        figure("G %.3f", scores.generatorLoss()),
                        figure("D(x) %.2f", scores.realScore()),
                        figure("D(G(z)) %.2f", scores.fakeScore()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> figure(String format, double value) {
        return Double.isNaN(value) ? Optional.empty() : Optional.of(String.format(Locale.ROOT, format, value));
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

    private String text(Message message) {
        return MessageBundles.text(message, language);
    }
}
