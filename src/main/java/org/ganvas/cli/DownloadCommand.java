package org.ganvas.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.ganvas.cli.support.CliContext;
import org.ganvas.cli.support.CliException;
import org.ganvas.cli.support.TrainingProgressReport;
import org.ganvas.data.DataException;
import org.ganvas.data.download.DatasetDownloader;
import org.ganvas.data.download.DownloadCatalog;
import org.ganvas.data.download.DownloadListener;
import org.ganvas.data.download.DownloadableDataset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ganvas download}. */
@Command(
        name = "download",
        mixinStandardHelpOptions = true,
        versionProvider = GanvasCommand.Version.class,
        sortOptions = false,
        description = {
            "Downloads a well-known data set and prints the folder it lies in, for --data.",
            "A download that ended early goes on where it ended. A proxy is taken from https_proxy, or from the system."
        },
        footer = {
            "",
            "Sets: mnist, fashion-mnist, kmnist, emnist.",
            "",
            "Examples:",
            "  ganvas download mnist",
            "  ganvas train --data \"$(ganvas download fashion-mnist)\" --steps 2000 --out shoes.ganvas"
        })
final class DownloadCommand implements Callable<Integer> {

    private final CliContext context;

    @Parameters(paramLabel = "SET", description = "Which one.")
    private String id = "";

    @Option(names = "--to", paramLabel = "DIR", description = "Where to keep it. Without it: the data folder.")
    private @Nullable Path folder;

    @Option(
            names = "--from",
            paramLabel = "URL",
            description = "The address that holds the files, in place of the usual.")
    private @Nullable String address;

    @Spec
    private CommandSpec command = CommandSpec.create();

    DownloadCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws CliException, DataException {
        DownloadableDataset usual = DownloadCatalog.find(id)
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(),
                        "There is no set '" + id + "' to download: choose "
                                + String.join(
                                        ", ",
                                        DownloadCatalog.all().stream()
                                                .map(DownloadableDataset::id)
                                                .toList())
                                + "."));
        DownloadableDataset set = address == null ? usual : usual.withMirror(address);
        Path place = (folder == null ? context.environment().dataFolder() : folder).toAbsolutePath();
        TrainingProgressReport progress =
                new TrainingProgressReport(context.err(), context.environment().terminal());
        if (!DatasetDownloader.isDownloaded(set, place)) {
            progress.say(String.format(
                    Locale.ROOT,
                    "%s: %.1f MB from %s, licence %s, kept in %s.",
                    set.name(),
                    set.bytes() / 1e6,
                    set.mirrors().get(0),
                    set.licence(),
                    DatasetDownloader.targetFolder(set, place)));
        }
        context.out().println(get(set, place, progress));
        return 0;
    }

    private Path get(DownloadableDataset set, Path place, TrainingProgressReport progress)
            throws CliException, DataException {
        try {
            return new DatasetDownloader().download(set, place, new DownloadListener() {
                @Override
                public void onProgress(long done, long of) {
                    progress.chore("Downloading", (double) done / of);
                }

                @Override
                public boolean isCancelled() {
                    return context.stop().requested();
                }
            });
        } catch (CancellationException e) {
            throw new CliException("Stopped; what has come is kept, and the same command goes on there.");
        } finally {
            progress.clear();
        }
    }
}
