package org.ganvas.cli.train;

import java.nio.file.Path;
import org.ganvas.cli.support.CliException;
import picocli.CommandLine.Option;

/** The option {@code --out} of a command that makes a new project. */
public final class ProjectOutputOption {

    @Option(names = "--out", paramLabel = "FILE.ganvas", required = true, description = "Where to save the project.")
    private Path file = Path.of("");

    /** Option that names the file of the project. */
    public Path file() {
        return file;
    }

    /**
     * Checks before any work that a project can be saved there.
     *
     * @throws CliException if the folder does not exist or cannot be written to
     */
    public void check() throws CliException {
        TrainingOptions.requireWritableProject(file);
    }
}
