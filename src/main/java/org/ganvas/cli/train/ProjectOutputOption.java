package org.ganvas.cli.train;

import java.nio.file.Path;
import org.ganvas.cli.support.CliException;
import org.ganvas.cli.support.CommandOutputs;
import picocli.CommandLine.Option;

/** The option {@code --out} of a command that makes a new project. */
public final class ProjectOutputOption {

    @Option(names = "--out", paramLabel = "FILE.ganvas", required = true, description = "Where to save the project.")
    private Path file = Path.of("");

    @Option(
            names = "--force",
            description = "Replace the project that --out names, if there is one. Its trained run is lost.")
    private boolean force;

    /** Option that names the file of the project. */
    public Path file() {
        return file;
    }

    /**
     * Checks before any work that a project can be saved there.
     *
     * @param outputs knows the inputs
     * @throws CliException if it cannot
     */
    public void check(CommandOutputs outputs) throws CliException {
        TrainingOptions.requireProjectName(file);
        outputs.requireProject("--out", file, force);
    }
}
