package org.ganvas.cli.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.ganvas.cli.support.CliContext;
import org.ganvas.cli.support.CliException;
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
            description = "Take at most N steps a second, to watch the run or to leave the machine to others. The result"
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
     * Checks and prepares the outputs before hours of training, not after.
     *
     * @param project where the run will be saved; null if nowhere
     * @throws CliException if a folder cannot be written to
     */
    public void prepare(CliContext context, @Nullable Path project) throws CliException {
        UsageException.requireRange("--threads", threads, 1, ThreadPolicy.MOST);
        UsageException.require(
                pace == null || pace >= TrainingCommand.SetPace.SLOWEST && Double.isFinite(pace),
                Message.of("cli.usage.atLeast", "--pace", Double.toString(TrainingCommand.SetPace.SLOWEST)));
        if (threads != null) {
            context.environment().useThreads(threads);
        }
        if (project != null) {
            requireWritableProject(project);
        }
        if (samples != null) {
            makeFolder(samples);
        }
    }

    /**
     * Checks that a project can be saved.
     *
     * @throws CliException if the folder does not exist or cannot be written to
     */
    static void requireWritableProject(Path project) throws CliException {
        UsageException.require(
                project.toString().toLowerCase(Locale.ROOT).endsWith(EXTENSION),
                Message.of("cli.usage.projectExtension", project));
        Path folder = project.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new CliException(Message.of("cli.save.noFolder", String.valueOf(folder)));
        }
        if (!Files.isWritable(folder)) {
            throw new CliException(Message.of("cli.save.readOnlyFolder", folder));
        }
    }

    private static void makeFolder(Path folder) throws CliException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new CliException(Message.of("cli.train.samplesFolder", folder), e);
        }
    }
}
