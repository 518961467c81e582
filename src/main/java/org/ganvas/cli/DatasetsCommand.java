package org.ganvas.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ganvas.cli.draw.ScatterOutput;
import org.ganvas.cli.support.CliContext;
import org.ganvas.cli.support.CliException;
import org.ganvas.cli.support.CommandOutputs;
import org.ganvas.cli.support.DataOption;
import org.ganvas.cli.support.UsageException;
import org.ganvas.data.DataException;
import org.ganvas.data.DataPair;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.ImageShape;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.registry.DatasetPreview;
import org.ganvas.message.Message;
import org.ganvas.project.io.ProjectException;
import org.ganvas.project.media.ContactSheetStyle;
import org.ganvas.project.media.ImageExport;
import org.ganvas.project.media.ScatterExport;
import org.ganvas.session.run.DatasetOverview;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code ganvas datasets}. The list does not depend on the language. */
@Command(
        name = "datasets",
        mixinStandardHelpOptions = true,
        versionProvider = GanvasCommand.Version.class,
        sortOptions = false,
        description = {
            "Lists the built-in datasets, one per line. --data also takes a folder of images, or a CSV file with x and y.",
            "With --show: how data is understood, before anything is trained."
        },
        footer = {
            "",
            "Examples:",
            "  ganvas datasets",
            "  ganvas datasets --show photos --size 64 --out real.png --verbose"
        })
final class DatasetsCommand implements Callable<Integer> {

    private static final int LARGEST = 1024;
    private static final int SIDE = 8;
    private static final int SCREEN_PIXELS = 900;
    private static final int POINTS = 2000;
    private static final int GAP = 2;

    private final CliContext context;

    @Option(
            names = "--show",
            paramLabel = "DATA",
            description =
                    "Say how a folder, a file or builtin:ID is understood: size, classes, what is left out and why.")
    private @Nullable String shown;

    @Option(
            names = "--data-b",
            paramLabel = "DIR|builtin:ID",
            description =
                    "With --show: the outputs of a translation whose inputs --show names, as pairs of equal names.")
    private @Nullable String dataB;

    @Option(names = "--out", paramLabel = "FILE.png", description = "With --show: write 64 samples, or the points.")
    private @Nullable Path out;

    @Option(
            names = "--size",
            paramLabel = "N",
            description = "With --show: scale the images of a folder to N x N pixels. Without it: 32.")
    private @Nullable Integer size;

    @Option(names = "--verbose", description = "With --show: name every file that is left out, not only the first ten.")
    private boolean verbose;

    DatasetsCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws CliException, DataException, ProjectException {
        UsageException.require(
                shown != null || out == null && size == null && !verbose && dataB == null,
                Message.of("cli.datasets.needsShow"));
        UsageException.requireRange("--size", size, 4, LARGEST);
        if (shown == null) {
            list(context.environment().datasets());
            return 0;
        }
        String id = dataB == null
                ? DataOption.id(shown)
                : DataPair.of(DataOption.id(shown), DataOption.id(dataB), true).id();
        new CommandOutputs(context).data("--show", id).requireFile("--out", out);
        Dataset data = context.environment().data(id, shape(id));
        DatasetOverview overview = DatasetOverview.of(data, SIDE, SIDE);
        overview.sentences().forEach(context::printResult);
        printLeftOut(overview);
        if (out != null) {
            write(data, overview, out);
        }
        return 0;
    }

    /** Shape that shows a dataset as it is: images of a folder in colour only if they have colours. */
    private ImageShape shape(String id) throws DataException {
        Optional<DatasetPreview> preview = DatasetPreview.of(id);
        ImageShape shape = preview.map(DatasetPreview::shape).orElse(ImageShape.POINT);
        return size == null || preview.isEmpty() || preview.get().fixedShape()
                ? shape
                : new ImageShape(shape.channels(), size, size);
    }

    private void printLeftOut(DatasetOverview overview) {
        if (verbose) {
            overview.leftOut().forEach(context::printResult);
        } else {
            overview.report().leftOutSentence().ifPresent(context::printResult);
        }
    }

    private void write(Dataset data, DatasetOverview overview, Path file) throws ProjectException {
        if (data.shape().isPoint()) {
            float[] points = ScatterOutput.draw(
                    data, POINTS, new SeededRandomStream(1, SeededRandomStream.Purpose.EVALUATION, 0));
            ScatterExport.save(
                    ScatterOutput.of(new float[0], points, data.pointTransform()), SCREEN_PIXELS, Map.of(), file);
            context.printResult(Message.of("cli.datasets.points", file));
            return;
        }
        ImageExport.save(
                overview.samples(), ContactSheetStyle.fitting(overview.samples(), GAP, SCREEN_PIXELS), Map.of(), file);
        context.printResult(
                Message.of("cli.datasets.images", file, overview.samples().count()));
    }

    private void list(List<DatasetEntry> entries) {
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
