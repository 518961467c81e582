package org.ganvas.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.ganvas.cli.draw.ContactSheetOptions;
import org.ganvas.cli.draw.GridComposer;
import org.ganvas.cli.draw.ScatterOutput;
import org.ganvas.cli.draw.SeedLatents;
import org.ganvas.cli.draw.StyleMixOptions;
import org.ganvas.cli.draw.StyleNoiseOption;
import org.ganvas.cli.draw.TranslationInputOption;
import org.ganvas.cli.support.CliContext;
import org.ganvas.cli.support.CliException;
import org.ganvas.cli.support.UsageException;
import org.ganvas.data.DataException;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.layer.StyleControl;
import org.ganvas.engine.spec.layer.StyleEdits;
import org.ganvas.message.Message;
import org.ganvas.message.NumberText;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.exchange.PointCsvExport;
import org.ganvas.project.io.ProjectException;
import org.ganvas.project.media.ImageExport;
import org.ganvas.project.media.ImageProvenance;
import org.ganvas.project.media.ScatterExport;
import org.ganvas.session.render.LatentRequest;
import org.ganvas.session.render.LatentSampler;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code ganvas sample}. */
@Command(
        name = "sample",
        mixinStandardHelpOptions = true,
        versionProvider = GanvasCommand.Version.class,
        sortOptions = false,
        description = {
            "Generates a grid of images with the generator of a project and writes it as a PNG.",
            "A conditional generator gets one class per column, and the same latent in a whole row.",
            "A translation shows input, output and the wanted image in each row.",
            "2-D points become a scatter plot: dots are generated, crosses real, arrows mark points outside;",
            "with --out FILE.csv a table of x and y in the units of the data.",
            "The first image of 'ganvas sample --seed S' is the image of seed S in 'ganvas interpolate'."
        },
        footer = {
            "",
            "Examples:",
            "  ganvas sample digits.ganvas --out digits.png",
            "  ganvas sample digits.ganvas --rows 4 --cols 16 --seed 100 --scale 2 --out strip.png",
            "  ganvas sample colours.ganvas --input photos --rows 12 --out coloured.png",
            "  ganvas sample digits.ganvas --truncation 0.7 --out typical.png       less variety, cleaner images",
            "  ganvas sample styles.ganvas --style-mix 1,2,3,4 --out mixed.png      rows coarse, columns fine styles",
            "  ganvas sample styles.ganvas --truncation 0.7 --noise off --out smooth.png"
        })
final class SampleCommand implements Callable<Integer> {

    private static final int MAX = 256;
    private static final int USUAL = 8;
    private static final int POINTS = 32;
    private static final int SCREEN_PIXELS = 1024;

    private final CliContext context;

    @Parameters(paramLabel = "FILE.ganvas", description = "The project.")
    private Path project = Path.of("");

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Latent of the first image; the next ones have N+1, N+2, ... Without it: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--rows",
            paramLabel = "R",
            description = "Rows, 1 to 256. Without it: 8, or 32 for points (rows x columns is their number).")
    private @Nullable Integer rows;

    @Option(
            names = "--cols",
            paramLabel = "C",
            description = "Columns, 1 to 256. Without it: 8, or one per class, or 32 for points.")
    private @Nullable Integer columns;

    @Option(
            names = "--truncation",
            paramLabel = "T",
            description = "Resample latents that lie further than T sigma from 0 (0.05 or more). Of a generator with"
                    + " styles: factor of their distance to the mean style, from 0.")
    private @Nullable Double truncation;

    @Mixin
    private StyleMixOptions styleMix = new StyleMixOptions();

    @Mixin
    private StyleNoiseOption noise = new StyleNoiseOption();

    @Option(
            names = "--input",
            paramLabel = "DIR|FILE|data",
            description =
                    "Of a translation: what it is given, an image, a folder, or 'data' for images of the run's own"
                            + " data that it is not trained on (without it too). Each row shows input, output and, where it is"
                            + " known, the wanted image.")
    private @Nullable String input;

    @Mixin
    private ContactSheetOptions sheet = new ContactSheetOptions();

    SampleCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws ProjectException, CliException, DataException {
        boolean table = isTable();
        sheet.check(table ? PointCsvExport.EXTENSION : ".png");
        UsageException.requireRange("--rows", rows, 1, MAX);
        UsageException.require(
                columns == null || (columns >= 1 && columns <= MAX), Message.of("cli.usage.range", "--cols", 1, MAX));
        UsageException.require(
                truncation == null || truncation >= 0, Message.of("cli.usage.orMore", "--truncation", 0));
        styleMix.check(rows, columns);
        noise.check();
        sheet.checkOutput(context, project);
        RunCapture run = new ProjectStore().load(project);
        boolean styles = run.info().spec().generator().hasStyles();
        UsageException.require(
                styles || truncation == null || truncation >= SeedLatents.MIN_TRUNCATION,
                Message.of("cli.usage.orMore", "--truncation", SeedLatents.MIN_TRUNCATION));
        styleMix.requireStyles(run, project);
        noise.requireStyles(run, project);
        if (run.info().spec().image().isPoint()) {
            writePoints(run, table);
            return 0;
        }
        UsageException.require(!table, Message.of("cli.sample.tableOfPoints"));
        boolean translates = !run.info().spec().game().takesLatents();
        UsageException.require(input == null || translates, Message.of("cli.sample.noInput", project));
        UsageException.require(
                !translates || columns == null && truncation == null, Message.of("cli.sample.noLatents", project));
        SampleGrid grid = translates ? translate(run) : generate(run);
        ImageExport.save(
                grid,
                sheet.style(grid, SCREEN_PIXELS),
                ImageProvenance.of(run.info(), run.state().step()),
                sheet.out());
        context.printResult(Message.of(
                "cli.sample.images",
                sheet.out(),
                grid.rows(),
                grid.columns(),
                grid.shape().message(),
                NumberText.grouped(grid.step())));
        return 0;
    }

    private SampleGrid translate(RunCapture run) throws CliException, DataException {
        try (LatentSampler sampler = context.environment().openSampler(run)) {
            return new TranslationInputOption(context, run)
                    .grid(
                            sampler,
                            input == null ? TranslationInputOption.DATA : input,
                            seed,
                            rows == null ? USUAL : rows,
                            sheet.averaged());
        }
    }

    private boolean isTable() {
        return sheet.out().toString().toLowerCase(Locale.ROOT).endsWith(PointCsvExport.EXTENSION);
    }

    private void writePoints(RunCapture run, boolean table) throws ProjectException {
        int count = (rows == null ? POINTS : rows) * (columns == null ? POINTS : columns);
        List<float[]> latents = ScatterOutput.latents(latents(run.info().spec()), seed, count);
        float[] points;
        try (LatentSampler sampler = context.environment().openSampler(run)) {
            points = ScatterOutput.points(sampler, latents, sheet.averaged());
        }
        if (table) {
            PointCsvExport.save(points, run.info().pointTransform(), sheet.out());
        } else {
            ScatterExport.save(
                    ScatterOutput.over(context, run, points),
                    SCREEN_PIXELS,
                    ImageProvenance.of(run.info(), run.state().step()),
                    sheet.out());
        }
        context.printResult(Message.of(
                "cli.sample.points",
                sheet.out(),
                NumberText.grouped(count),
                NumberText.grouped(run.state().step())));
    }

    private SeedLatents latents(GanSpec spec) {
        return new SeedLatents(
                spec, truncation == null || spec.generator().hasStyles() ? Double.POSITIVE_INFINITY : truncation);
    }

    private SampleGrid generate(RunCapture run) {
        GanSpec spec = run.info().spec();
        int rowCount = rows == null ? USUAL : rows;
        int columnCount = columns != null ? columns : spec.conditional() ? Math.min(MAX, spec.classes()) : USUAL;
        SeedLatents latents = latents(spec);
        StyleControl style = new StyleControl(
                truncation == null || !spec.generator().hasStyles() ? 1 : truncation,
                StyleEdits.NONE.withNoise(noise.kind()));
        List<SampleGrid> parts = new ArrayList<>();
        try (LatentSampler sampler = context.environment().openSampler(run)) {
            if (styleMix.isWanted()) {
                return styleMix.grid(sampler, spec, style, sheet.averaged());
            }
            for (int row = 0; row < rowCount; row++) {
                LatentRequest request = spec.conditional()
                        ? latents.classes(seed + row, columnCount, sheet.averaged())
                        : latents.row(seed + (long) row * columnCount, columnCount, sheet.averaged());
                parts.add(sampler.render(request.withControl(style)));
            }
        }
        return GridComposer.stack(parts);
    }
}
