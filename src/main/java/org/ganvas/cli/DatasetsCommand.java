package org.ganvas.cli;

import java.util.List;
import java.util.Locale;
import org.ganvas.cli.support.CliContext;
import org.ganvas.data.DatasetEntry;
import picocli.CommandLine.Command;

/** The command {@code ganvas datasets}. Its output does not depend on the language. */
@Command(
        name = "datasets",
        mixinStandardHelpOptions = true,
        versionProvider = GanvasCommand.Version.class,
        description =
                "Lists the built-in datasets, one per line. --data also takes a folder of images, or a CSV file with x and y.",
        footer = {"", "Example:", "  ganvas datasets"})
final class DatasetsCommand implements Runnable {

    private final CliContext context;

    DatasetsCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        List<DatasetEntry> entries = context.environment().datasets();
        int idWidth =
                entries.stream().mapToInt(entry -> entry.id().length()).max().orElse(1);
        int nameWidth =
                entries.stream().mapToInt(entry -> entry.name().length()).max().orElse(1);
        for (DatasetEntry entry : entries) {
            context.out()
                    .printf(
                            Locale.ROOT,
                            "%-" + idWidth + "s  %-" + nameWidth + "s  %s%n",
                            entry.id(),
                            entry.name(),
                            entry.description());
        }
    }
}
