package org.ganvas.cli;

import org.ganvas.project.io.ProgramVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program itself; does nothing without a command. */
@Command(
        name = "ganvas",
        mixinStandardHelpOptions = true,
        versionProvider = GanvasCommand.Version.class,
        description = "Train a GAN on this machine, go on with it, draw with it, and measure it.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Examples:",
            "  ganvas                                      open the window",
            "  ganvas digits.ganvas                        open a project in the window",
            "  ganvas download mnist                       fetch a data set and print where it lies",
            "  ganvas train --steps 2000 --out digits.ganvas",
            "  ganvas sample digits.ganvas --out digits.png",
            "  ganvas interpolate digits.ganvas --seeds 1,2,3 --out walk.gif",
            "  ganvas eval ring.ganvas                     measure a generator of points",
            "  ganvas export digits.ganvas --to dl4j --out generator.zip",
            "",
            "Exit status: 0 done, 1 failed (the last line says why), 2 wrong use."
        })
final class GanvasCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Which command? One of %s."
                        .formatted(String.join(
                                ", ", spec.commandLine().getSubcommands().keySet())));
    }

    /** What {@code --version} prints. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Ganvas " + ProgramVersion.current()};
        }
    }
}
