package org.ganvas.cli;

import org.ganvas.cli.support.CliLanguage;
import org.ganvas.cli.support.UsageException;
import org.ganvas.message.Message;
import org.ganvas.project.io.ProgramVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program itself; refused without a command. */
@Command(
        name = "ganvas",
        mixinStandardHelpOptions = true,
        versionProvider = GanvasCommand.Version.class,
        description = "Train GANs on this computer, generate samples with them, and evaluate them.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Examples:",
            "  ganvas                                      open the window",
            "  ganvas digits.ganvas                        open a project in the window",
            "  ganvas download mnist                       download a dataset and print its folder",
            "  ganvas train --steps 2000 --out digits.ganvas",
            "  ganvas sample digits.ganvas --out digits.png",
            "  ganvas interpolate digits.ganvas --seeds 1,2,3 --out walk.gif",
            "  ganvas lab ring.ganvas --out ring.png       data, G and D of 2-D points in one plot",
            "  ganvas dream photo.jpg --out dream.png      what a network sees in an image",
            "  ganvas stylise photo.jpg print.jpg --out styled.png",
            "  ganvas anomaly digits.ganvas --input new/   what does not look like the data",
            "  ganvas eval ring.ganvas                     evaluate a generator",
            "  ganvas export digits.ganvas --to dl4j --out generator.zip",
            "",
            "Exit status: 0 done, 1 failed (the last line says why), 2 wrong usage."
        })
final class GanvasCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Refuses a language that does not exist; the others are already in use when the arguments are parsed. */
    @Option(
            names = CliLanguage.OPTION,
            paramLabel = "en|zh",
            scope = ScopeType.INHERIT,
            description = "Language of messages. Without it: the system's, or English.")
    private void checkLanguage(String code) {
        if (CliLanguage.find(code).isEmpty()) {
            Message codes = CliLanguage.codes()
                    .map(Message::verbatim)
                    .reduce((some, last) -> Message.of("cli.usage.or", some, last))
                    .orElseThrow();
            UsageException cause = new UsageException(Message.of("cli.usage.language", codes, code));
            throw new ParameterException(spec.commandLine(), cause.getMessage(), cause);
        }
    }

    @Override
    public void run() {
        throw new UsageException(Message.of(
                "cli.usage.noCommand",
                String.join(", ", spec.commandLine().getSubcommands().keySet())));
    }

    /** Output of {@code --version}. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Ganvas " + ProgramVersion.current()};
        }
    }
}
