package org.ganvas.cli.train;

import java.nio.file.Path;
import java.util.Locale;
import org.ganvas.cli.support.CliContext;
import org.ganvas.cli.support.CliException;
import org.ganvas.cli.support.CommandOutputs;
import org.ganvas.cli.support.UsageException;
import org.ganvas.message.Message;
import org.ganvas.session.TrainingCommand;
import org.ganvas.session.threads.ThreadPolicy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that all training commands share. */
public final class TrainingOptions {

    static final String EXTENSION = ".ganvas";

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Native threads to compute with. Without it: the number that the project was trained with, or"
                    + " for a new run the fastest, measured before the first step. Set it where a run must be the same"
                    + " to the last bit, because another number of threads adds in another order.")
    private @Nullable Integer threads;

    @Option(
            names = "--pace",
            paramLabel = "N",
            description =
                    "Take at most N steps a second, to watch the run or to leave the machine to others. The result"
                            + " stays the same. Without it: as many as there can be.")
    private @Nullable Double pace;

    @Option(
            names = "--log",
            paramLabel = "FILE.csv",
            description = "Write the figures of every step to a CSV file, one row per step.")
    private @Nullable Path log;

    @Option(
            names = "--samples",
            paramLabel = "DIR",
            description = "Write the fixed sample grid as PNG at steps 1, 2, 5, 10, 20, 50, ... and at the end.")
    private @Nullable Path samples;

    @Option(
            names = "--force",
            description = "Replace the project that --out names, if there is one. Its trained run is lost.")
    private boolean force;

    /** CSV file of every step's figures; null for none. */
    @Nullable
    public Path log() {
        return log;
    }

    /** Folder for images of the fixed grid; null for none. */
    @Nullable
    public Path samples() {
        return samples;
    }

    /** The most steps a second; {@link TrainingCommand.SetPace#UNLIMITED} for no limit. */
    public double pace() {
        return pace == null ? TrainingCommand.SetPace.UNLIMITED : pace;
    }

    /**
     * Checks and prepares everything that will be written, before hours of training and not after.
     *
     * @param outputs knows the inputs
     * @param project where the run will be saved; null if nowhere
     * @param sameProject whether that file is the project that is continued
     * @param appendsLog whether a log that is there is continued
     * @throws CliException if one of them cannot be written
     */
    public void prepare(
            CliContext context, CommandOutputs outputs, @Nullable Path project, boolean sameProject, boolean appendsLog)
            throws CliException {
        if (threads != null) {
            context.environment().useThreads(threads);
        }
        if (project != null && sameProject) {
            outputs.requireSameProject("--out", project);
        } else if (project != null) {
            outputs.requireProject("--out", project, force);
        }
        outputs.requireLog("--log", log, appendsLog);
        outputs.requireFolder("--samples", samples);
    }

    /**
     * Checks the values of the options.
     *
     * @param project where the run will be saved; null if nowhere
     */
    public void check(@Nullable Path project) {
        UsageException.requireRange("--threads", threads, 1, ThreadPolicy.MOST);
        UsageException.require(
                pace == null || pace >= TrainingCommand.SetPace.SLOWEST && Double.isFinite(pace),
                Message.of("cli.usage.atLeast", "--pace", Double.toString(TrainingCommand.SetPace.SLOWEST)));
        if (project != null) {
            requireProjectName(project);
        }
    }

    /** Checks the extension of a project. */
    static void requireProjectName(Path project) {
        UsageException.require(
                project.toString().toLowerCase(Locale.ROOT).endsWith(EXTENSION),
                Message.of("cli.usage.projectExtension", project));
    }
}
