package org.ganvas.cli.train;

import java.nio.file.Path;
import org.ganvas.cli.support.CliException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option of a command that makes a new project. */
public final class ProjectOutputOption {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--out", paramLabel = "FILE.ganvas", required = true, description = "Where to save the project.")
    private Path file = Path.of("");

    public Path file() {
        return file;
    }

    /** Looks whether a project can be saved there, before any work. */
    public void check() throws CliException {
        require(TrainingOptions.isProject(file), "--out takes a project that ends in .ganvas, not " + file + ".");
        TrainingOptions.requireFolder(file);
    }

    /** Complains about the use of the command. */
    public void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }
}
