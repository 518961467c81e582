package org.ganvas.cli.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.ganvas.cli.support.CliContext;
import org.ganvas.cli.support.CliException;
import org.ganvas.session.threads.ThreadPolicy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that all training commands share. */
public final class TrainingOptions {

    private static final String EXTENSION = ".ganvas";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = {
                "Native threads to compute with. Without it: the number a project was trained with, or for a new run the",
                "fastest, measured before the first step.",
                "Give it where a run must be the same to the last bit: another number adds in another order."
            })
    private @Nullable Integer threads;

    @Option(names = "--log", paramLabel = "FILE.csv", description = "Write the figures of every step, one row each.")
    private @Nullable Path log;

    @Option(
            names = "--samples",
            paramLabel = "DIR",
            description = "Draw the fixed grid as PNG at steps 1, 2, 5, 10, 20, 50, ... and at the end.")
    private @Nullable Path samples;

    @Nullable
    public Path log() {
        return log;
    }

    @Nullable
    public Path samples() {
        return samples;
    }

    /** Does what must be right before hours of training, not after. */
    public void prepare(CliContext context, @Nullable Path project) throws CliException {
        if (threads != null) {
            require(
                    threads >= 1 && threads <= ThreadPolicy.MOST,
                    "--threads takes 1 to " + ThreadPolicy.MOST + ", not " + threads + ".");
            context.environment().useThreads(threads);
        }
        if (project != null) {
            requireProject(project);
        }
        if (samples != null) {
            makeFolder(samples);
        }
    }

    /** Complains about the use of the command. */
    public void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }

    private void requireProject(Path project) throws CliException {
        require(isProject(project), "--out takes a project that ends in .ganvas, not " + project + ".");
        requireFolder(project);
    }

    static boolean isProject(Path project) {
        return project.toString().toLowerCase(Locale.ROOT).endsWith(EXTENSION);
    }

    static void requireFolder(Path project) throws CliException {
        Path folder = project.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new CliException("There is no folder %s to save the project in; make it first.".formatted(folder));
        }
        if (!Files.isWritable(folder)) {
            throw new CliException("The folder %s cannot be written to; choose another for --out.".formatted(folder));
        }
    }

    private static void makeFolder(Path folder) throws CliException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new CliException("The folder %s for --samples cannot be made.".formatted(folder), e);
        }
    }
}
