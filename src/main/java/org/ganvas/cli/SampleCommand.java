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
import org.ganvas.cli.support.CliContext;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.project.ProjectStore;
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

/** {@code ganvas sample}. */
@Command(
        name = "sample",
        mixinStandardHelpOptions = true,
        versionProvider = GanvasCommand.Version.class,
        sortOptions = false,
        description = {
            "Draws a grid of pictures with the generator of a project and writes it as a PNG.",
            "A conditional generator draws one class in each column, and in each row the same latent.",
            "Points of the plane become a scatter: dots generated, crosses real, arrows for what lies outside.",
            "The picture of seed S in 'ganvas interpolate' is the first one of 'ganvas sample --seed S' here."
        },
        footer = {
            "",
            "Examples:",
            "  ganvas sample digits.ganvas --out digits.png",
            "  ganvas sample digits.ganvas --rows 4 --cols 16 --seed 100 --scale 2 --out strip.png",
            "  ganvas sample digits.ganvas --truncation 0.7 --out typical.png       less variety, cleaner pictures"
        })
final class SampleCommand implements Callable<Integer> {

    private static final int MOST = 256;
    private static final int USUAL = 8;
    private static final int POINTS = 32;
    private static final int SCREEN_PIXELS = 1024;

    private final CliContext context;

    @Parameters(paramLabel = "FILE.ganvas", description = "The project.")
    private Path project = Path.of("");

    @Option(
            names = "--seed",
            paramLabel = "N",
            description =
                    "The latent of the first picture; the next ones have N+1, N+2, ... Without it: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--rows",
            paramLabel = "R",
            description = "Rows, 1 to 256. Without it: 8, or 32 for points, which are drawn in a plane.")
    private @Nullable Integer rows;

    @Option(
            names = "--cols",
            paramLabel = "C",
            description = "Columns, 1 to 256. Without it: 8, or one a class, or 32.")
    private @Nullable Integer columns;

    @Option(
            names = "--truncation",
            paramLabel = "T",
            description = "Draw latents again where they lie further than T sigma from 0 (0.05 or more).")
    private @Nullable Double truncation;

    @Mixin
    private ContactSheetOptions sheet = new ContactSheetOptions();

    SampleCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws ProjectException {
        sheet.check(".png");
        sheet.require(rows == null || (rows >= 1 && rows <= MOST), "--rows takes 1 to 256, not " + rows + ".");
        sheet.require(columns == null || (columns >= 1 && columns <= MOST), "--cols takes 1 to 256.");
        sheet.require(
                truncation == null || truncation >= SeedLatents.LEAST_TRUNCATION, "--truncation takes 0.05 or more.");
        RunCapture run = new ProjectStore().load(project);
        if (run.info().spec().image().isPoint()) {
            scatter(run);
            return 0;
        }
        SampleGrid grid = draw(run);
        ImageExport.save(
                grid,
                sheet.style(grid, SCREEN_PIXELS),
                ImageProvenance.of(run.info(), run.state().step()),
                sheet.out());
        context.out()
                .println(String.format(
                        Locale.ROOT,
                        "%s: %d rows of %d pictures (%s), step %,d.",
                        sheet.out(),
                        grid.rows(),
                        grid.columns(),
                        grid.shape(),
                        grid.step()));
        return 0;
    }

    private void scatter(RunCapture run) throws ProjectException {
        int count = (rows == null ? POINTS : rows) * (columns == null ? POINTS : columns);
        List<float[]> latents = ScatterOutput.latents(latents(run.info().spec()), seed, count);
        float[] points;
        try (LatentSampler studio = context.environment().openSampler(run)) {
            points = ScatterOutput.points(studio, latents, sheet.averaged());
        }
        ScatterExport.save(
                ScatterOutput.over(context, run, points),
                SCREEN_PIXELS,
                ImageProvenance.of(run.info(), run.state().step()),
                sheet.out());
        context.out()
                .println(String.format(
                        Locale.ROOT,
                        "%s: %,d points, step %,d.",
                        sheet.out(),
                        count,
                        run.state().step()));
    }

    private SeedLatents latents(GanSpec spec) {
        return new SeedLatents(spec, truncation == null ? Double.POSITIVE_INFINITY : truncation);
    }

    private SampleGrid draw(RunCapture run) {
        GanSpec spec = run.info().spec();
        int high = rows == null ? USUAL : rows;
        int wide = columns != null ? columns : spec.conditional() ? Math.min(MOST, spec.classes()) : USUAL;
        SeedLatents latents = latents(spec);
        List<SampleGrid> parts = new ArrayList<>();
        try (LatentSampler studio = context.environment().openSampler(run)) {
            for (int row = 0; row < high; row++) {
                LatentRequest request = spec.conditional()
                        ? latents.classes(seed + row, wide, sheet.averaged())
                        : latents.row(seed + (long) row * wide, wide, sheet.averaged());
                parts.add(studio.render(request));
            }
        }
        return GridComposer.stack(parts);
    }
}
