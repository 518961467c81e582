package org.ganvas.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.ganvas.cli.eval.AnomalyInput;
import org.ganvas.cli.eval.AnomalyTable;
import org.ganvas.cli.support.CliContext;
import org.ganvas.cli.support.CliException;
import org.ganvas.cli.support.CliNumbers;
import org.ganvas.cli.support.CommandOutputs;
import org.ganvas.cli.support.DataOption;
import org.ganvas.cli.support.PathArgument;
import org.ganvas.cli.support.TaskProgressReport;
import org.ganvas.cli.support.UsageException;
import org.ganvas.data.DataException;
import org.ganvas.data.Dataset;
import org.ganvas.data.ImageShape;
import org.ganvas.engine.spec.EncodingSpec;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.message.Message;
import org.ganvas.message.NumberText;
import org.ganvas.metrics.RocArea;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.io.ProjectException;
import org.ganvas.project.media.ContactSheetStyle;
import org.ganvas.project.media.ImageExport;
import org.ganvas.project.media.ImageProvenance;
import org.ganvas.session.anomaly.AnomalyReference;
import org.ganvas.session.anomaly.ImageScorer;
import org.ganvas.session.anomaly.NormalImages;
import org.ganvas.session.anomaly.ScoredImage;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code ganvas anomaly}. */
@Command(
        name = "anomaly",
        mixinStandardHelpOptions = true,
        versionProvider = GanvasCommand.Version.class,
        sortOptions = false,
        description = {
            "Scores how unlike its data images are, by a project with an encoder (preset f-anogan or bigan): the",
            "score is the mean squared difference of an image from what the generator makes of its latent, plus",
            "that of the discriminator's features. A score means something beside others of the same project only.",
            "Where one class is the normal one (train --normal), it prints the area under the ROC curve."
        },
        footer = {
            "",
            "Examples:",
            "  ganvas anomaly digits.ganvas                          the data's own test images",
            "  ganvas anomaly digits.ganvas --input photo.png --out maps/",
            "  ganvas anomaly parts.ganvas --input new/ --csv scores.csv --out maps/ --maps 20"
        })
final class AnomalyCommand implements Callable<Integer> {

    private static final int MOST_MAPS = 10_000;
    private static final int MOST_REFERENCES = 2000;
    private static final int MOST_PRINTED = 10;
    private static final int PIXELS = 512;
    private static final int PERCENT = 100;

    private final CliContext context;

    @Parameters(paramLabel = "FILE.ganvas", description = "The project.")
    private Path project = Path.of("");

    @Option(
            names = "--input",
            paramLabel = "DIR|FILE|data",
            description =
                    "What is scored: an image, a folder of images, a dataset, or 'data' for images of its own data"
                            + " that it is not trained on. Without it: data.")
    private String input = AnomalyInput.DATA;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write image, reconstruction and map of the highest scores into a folder, side by side.")
    private @Nullable Path out;

    @Option(names = "--maps", paramLabel = "N", description = "How many of them. Without it: 100.")
    private int maps = 100;

    @Option(names = "--csv", paramLabel = "FILE", description = "Write all scores as a table, the highest first.")
    private @Nullable Path csv;

    AnomalyCommand(CliContext context) {
        this.context = context;
    }

    /** An item with its score, and without its pixels, which are read again for a map. */
    private record ScoredItem(AnomalyInput.Item item, double score, double pixels, double features) {}

    @Override
    public Integer call() throws CliException, ProjectException, DataException {
        UsageException.requireRange("--maps", maps, 1, MOST_MAPS);
        CommandOutputs outputs = new CommandOutputs(context).input("FILE.ganvas", project);
        if (!input.equals(AnomalyInput.DATA) && !DataOption.isBuiltIn(input)) {
            outputs.input("--input", PathArgument.of(input));
        }
        outputs.requireFile("--csv", csv);
        outputs.requireFolder("--out", out);
        RunCapture run = new ProjectStore().load(project);
        GanSpec spec = run.info().spec();
        if (!(spec.game() instanceof EncodingSpec)) {
            throw new CliException(Message.of("cli.anomaly.noEncoder", project));
        }
        List<AnomalyInput.Item> items = AnomalyInput.of(context, run, input);
        try (ImageScorer scorer = new ImageScorer(spec, run.state())) {
            List<ScoredItem> scored = score(scorer, items);
            AnomalyReference reference = reference(scorer, run);
            save(scorer, run, scored, reference);
            print(run, scored, reference);
        } catch (CancellationException e) {
            throw new CliException(Message.of("cli.anomaly.stopped"), e);
        }
        return 0;
    }

    private List<ScoredItem> score(ImageScorer scorer, List<AnomalyInput.Item> items)
            throws CliException, DataException {
        TaskProgressReport progress = new TaskProgressReport(context, Message.of("cli.anomaly.task"));
        List<ScoredItem> scored = new ArrayList<>();
        int skipped = 0;
        for (int i = 0; i < items.size(); i++) {
            if (progress.isCancelled()) {
                throw new CancellationException("Scoring was stopped.");
            }
            try {
                ScoredImage one = scored(scorer, items.get(i));
                scored.add(new ScoredItem(items.get(i), one.score(), one.pixelResidual(), one.featureResidual()));
            } catch (DataException e) {
                if (items.size() == 1) {
                    throw e;
                }
                skipped++;
                context.printError(e.message());
            }
            progress.report((i + 1.0) / items.size());
        }
        if (scored.isEmpty()) {
            throw new CliException(Message.of("cli.anomaly.noImage", input));
        }
        if (skipped > 0) {
            context.printError(Message.of("cli.anomaly.skipped", skipped));
        }
        scored.sort(Comparator.comparingDouble((ScoredItem one) -> -one.score()));
        return scored;
    }

    private static ScoredImage scored(ImageScorer scorer, AnomalyInput.Item item) throws DataException {
        return scorer.score(item.name(), item.label(), item.pixels().read());
    }

    /** Scores of normal images of the run's data; null where the data is gone. */
    private @Nullable AnomalyReference reference(ImageScorer scorer, RunCapture run) {
        GanSpec spec = run.info().spec();
        String id = run.info().request().dataId();
        ImageShape shape = spec.image();
        try {
            Dataset data = context.environment().data(id, shape);
            Optional<Dataset> test = context.environment().testData(id, shape);
            Dataset held = test.map(part -> NormalImages.of(spec, part))
                    .orElseGet(() ->
                            NormalImages.held(spec, data, run.info().request().seed()));
            return scorer.reference(held, MOST_REFERENCES, context.untilStopped());
        } catch (DataException e) {
            context.printError(Message.of("cli.anomaly.noReference", e.message()));
            return null;
        }
    }

    private void save(ImageScorer scorer, RunCapture run, List<ScoredItem> scored, @Nullable AnomalyReference reference)
            throws ProjectException, DataException {
        if (csv != null) {
            AnomalyTable.save(
                    scored.stream()
                            .map(one -> new AnomalyTable.Row(
                                    one.item().name(),
                                    one.item().className(),
                                    one.score(),
                                    one.pixels(),
                                    one.features(),
                                    reference == null ? Double.NaN : reference.shareBelow(one.score())))
                            .toList(),
                    csv);
        }
        if (out == null) {
            return;
        }
        for (int i = 0; i < Math.min(maps, scored.size()); i++) {
            ScoredImage one = scored(scorer, scored.get(i).item());
            saveMap(run, one, out.resolve(String.format(Locale.ROOT, "%04d-%s.png", i + 1, plain(one.name()))));
        }
    }

    /** A file name without folders and extension. */
    private static String plain(String name) {
        String last = name.replaceAll("[^A-Za-z0-9._-]", "_");
        int dot = last.lastIndexOf('.');
        return dot > 0 ? last.substring(0, dot) : last;
    }

    private static void saveMap(RunCapture run, ScoredImage one, Path file) throws ProjectException {
        ImageShape shape = run.info().spec().image();
        int size = shape.size();
        float[] pixels = new float[3 * size];
        System.arraycopy(one.image(), 0, pixels, 0, size);
        System.arraycopy(one.reconstruction(), 0, pixels, size, size);
        System.arraycopy(one.map(shape), 0, pixels, 2 * size, size);
        SampleGrid row =
                new SampleGrid(shape, 1, 3, pixels, new int[0], run.state().step());
        ImageExport.save(
                row,
                ContactSheetStyle.fitting(row, 2, PIXELS),
                ImageProvenance.of(run.info(), run.state().step()),
                file);
    }

    private void print(RunCapture run, List<ScoredItem> scored, @Nullable AnomalyReference reference) {
        for (ScoredItem one : scored.subList(0, Math.min(MOST_PRINTED, scored.size()))) {
            String name = one.item().className().isEmpty()
                    ? one.item().name()
                    : one.item().name() + " (" + one.item().className() + ")";
            String score = String.format(Locale.ROOT, "%.4f", one.score());
            context.printResult(
                    reference == null
                            ? Message.of("cli.anomaly.row", score, name)
                            : Message.of(
                                    "cli.anomaly.rowBeside",
                                    score,
                                    name,
                                    CliNumbers.fixed(PERCENT * reference.shareBelow(one.score()), 1)));
        }
        if (csv != null) {
            context.printResult(Message.of("cli.anomaly.table", csv, scored.size()));
        }
        if (out != null) {
            context.printResult(Message.of("cli.anomaly.maps", out, Math.min(maps, scored.size())));
        }
        area(run, scored).ifPresent(context::printResult);
    }

    /** The ROC area where some images are known to be normal and others not. */
    private static Optional<Message> area(RunCapture run, List<ScoredItem> scored) {
        GanSpec spec = run.info().spec();
        if (!NormalImages.chooses(spec)
                || scored.stream().anyMatch(one -> one.item().className().isEmpty())) {
            return Optional.empty();
        }
        double[] normal = scores(spec, scored, true);
        double[] others = scores(spec, scored, false);
        double area = RocArea.of(normal, others);
        return Double.isNaN(area)
                ? Optional.empty()
                : Optional.of(Message.of(
                        "cli.anomaly.area",
                        CliNumbers.fixed(area, 4),
                        NumberText.grouped(normal.length),
                        NumberText.grouped(others.length)));
    }

    private static double[] scores(GanSpec spec, List<ScoredItem> scored, boolean normal) {
        return scored.stream()
                .filter(one -> NormalImages.isNormal(spec, one.item().label()) == normal)
                .mapToDouble(ScoredItem::score)
                .toArray();
    }
}
