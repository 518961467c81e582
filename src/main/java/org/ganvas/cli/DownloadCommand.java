package org.ganvas.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.ganvas.cli.support.CliContext;
import org.ganvas.cli.support.CliException;
import org.ganvas.cli.support.CliNumbers;
import org.ganvas.cli.support.TrainingProgressReport;
import org.ganvas.cli.support.UsageException;
import org.ganvas.data.DataException;
import org.ganvas.data.download.DatasetDownloader;
import org.ganvas.data.download.DownloadCatalog;
import org.ganvas.data.download.DownloadListener;
import org.ganvas.data.download.DownloadableDataset;
import org.ganvas.message.Message;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code ganvas download}. */
@Command(
        name = "download",
        mixinStandardHelpOptions = true,
        versionProvider = GanvasCommand.Version.class,
        sortOptions = false,
        description = {
            "Downloads a well-known dataset and prints its folder, for --data.",
            "An interrupted download resumes. A proxy is taken from https_proxy, or from the system."
        },
        footer = {
            "",
            "Datasets: mnist, fashion-mnist, kmnist, emnist.",
            "",
            "Examples:",
            "  ganvas download mnist",
            "  ganvas train --data \"$(ganvas download fashion-mnist)\" --steps 2000 --out shoes.ganvas"
        })
final class DownloadCommand implements Callable<Integer> {

    private final CliContext context;

    @Parameters(paramLabel = "SET", description = "Name of the dataset.")
    private String id = "";

    @Option(names = "--to", paramLabel = "DIR", description = "Folder to save it in. Without it: the data folder.")
    private @Nullable Path folder;

    @Option(names = "--from", paramLabel = "URL", description = "Another address to download the files from.")
    private @Nullable String address;

    DownloadCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws CliException, DataException {
        DownloadableDataset usual = DownloadCatalog.find(id)
                .orElseThrow(() -> new UsageException(Message.of("cli.download.unknown", id, ids())));
        DownloadableDataset set = address == null ? usual : usual.withMirror(address);
        Path place = (folder == null ? context.environment().dataFolder() : folder).toAbsolutePath();
        if (!DatasetDownloader.isDownloaded(set, place)) {
            context.printError(Message.of(
                    "cli.download.begin",
                    set.name(),
                    CliNumbers.fixed(set.bytes() / 1e6, 1),
                    set.mirrors().get(0),
                    set.licence(),
                    DatasetDownloader.targetFolder(set, place)));
        }
        context.out().println(download(set, place));
        return 0;
    }

    private static String ids() {
        return DownloadCatalog.all().stream().map(DownloadableDataset::id).collect(Collectors.joining(", "));
    }

    private Path download(DownloadableDataset set, Path place) throws CliException, DataException {
        TrainingProgressReport progress = context.progressReport();
        try {
            return new DatasetDownloader().download(set, place, new DownloadListener() {
                @Override
                public void onProgress(long done, long of) {
                    progress.showTask(Message.of("cli.download.progress"), (double) done / of);
                }

                @Override
                public boolean isCancelled() {
                    return context.stop().requested();
                }
            });
        } catch (CancellationException e) {
            throw new CliException(Message.of("cli.download.stopped"), e);
        } finally {
            progress.clear();
        }
    }
}
