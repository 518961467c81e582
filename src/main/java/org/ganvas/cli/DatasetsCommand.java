package org.ganvas.cli;

import java.util.List;
import org.ganvas.cli.support.CliContext;
import org.ganvas.data.DatasetEntry;
import picocli.CommandLine.Command;

/** {@code ganvas datasets}. */
@Command(
        name = "datasets",
        mixinStandardHelpOptions = true,
        versionProvider = GanvasCommand.Version.class,
        description =
                "Lists the built-in data, one line each. Besides them, --data takes the path of a folder, or of a CSV file with x and y.",
        footer = {"", "Example:", "  ganvas datasets"})
final class DatasetsCommand implements Runnable {

    private final CliContext context;

    DatasetsCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        List<DatasetEntry> entries = context.environment().datasets();
        int ids = entries.stream().mapToInt(entry -> entry.id().length()).max().orElse(1);
        int names =
                entries.stream().mapToInt(entry -> entry.name().length()).max().orElse(1);
        for (DatasetEntry entry : entries) {
            context.out()
                    .printf("%-" + ids + "s  %-" + names + "s  %s%n", entry.id(), entry.name(), entry.description());
        }
    }
}
