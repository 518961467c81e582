package org.ganvas.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.ganvas.cli.draw.ContactSheetOptions;
import org.ganvas.cli.draw.LatentWalk;
import org.ganvas.cli.draw.PointWalkFilm;
import org.ganvas.cli.draw.SeedLatents;
import org.ganvas.cli.draw.StyleNoiseOption;
import org.ganvas.cli.support.CliContext;
import org.ganvas.cli.support.CliException;
import org.ganvas.cli.support.CliNumbers;
import org.ganvas.cli.support.UsageException;
import org.ganvas.data.LatentPrior;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.message.Message;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.io.ProjectException;
import org.ganvas.project.media.FilmExport;
import org.ganvas.project.media.FilmFormat;
import org.ganvas.project.media.FilmFrames;
import org.ganvas.project.media.ImageProvenance;
import org.ganvas.session.render.LatentPoints;
import org.ganvas.session.render.LatentRequest;
import org.ganvas.session.render.LatentSampler;
import org.ganvas.session.run.LatentInterpolation;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code ganvas interpolate}. */
@Command(
        name = "interpolate",
        mixinStandardHelpOptions = true,
        versionProvider = GanvasCommand.Version.class,
        sortOptions = false,
        description = {
            "Walks through latent space from seed to seed and writes the film.",
            "The extension of --out decides the format: .gif, .png (all colours) or .mp4 (H.264, small).",
            "A conditional generator shows all its classes side by side, with the same latent.",
            "A generator of 2-D points shows the path of its point."
        },
        footer = {
            "",
            "Examples:",
            "  ganvas interpolate digits.ganvas --seeds 1,2 --out walk.gif",
            "  ganvas interpolate digits.ganvas --seeds 1,2,3 --frames 120 --loop --out round.gif",
            "  ganvas interpolate digits.ganvas --seeds 4,5 --path lerp --class 7 --out seven.mp4",
            "  ganvas interpolate styles.ganvas --seeds 1,2 --path style --noise off --out styles.gif"
        })
final class InterpolateCommand implements Callable<Integer> {

    private static final Pattern SEEDS = Pattern.compile("-?\\d{1,18}(,-?\\d{1,18})+");
    private static final int FRAMES_PER_LEG = 40;
    private static final int MAX_FRAMES = 10_000;
    private static final int STRIP_PIXELS = 1024;

    /** Frames per second: ten seconds a frame, beyond which the formats cannot count in theirs units. */
    private static final double SLOWEST = 0.1;

    private final CliContext context;

    @Parameters(paramLabel = "FILE.ganvas", description = "The project.")
    private Path project = Path.of("");

    @Option(
            names = "--seeds",
            paramLabel = "N,N,...",
            required = true,
            description = "Seeds of two or more corners of the path.")
    private String seeds = "";

    @Option(names = "--frames", paramLabel = "N", description = "Frames of the film. Without it: 40 from seed to seed.")
    private @Nullable Integer frames;

    @Option(
            names = "--path",
            paramLabel = "slerp|lerp|style",
            description = "Great circle (slerp) or straight line (lerp), or the straight line between the styles of a"
                    + " generator that has them (style). Without it: slerp, of uniform latents lerp.")
    private @Nullable LatentInterpolation path;

    @Option(
            names = "--loop",
            description = "Continue from the last seed to the first, so that the film repeats without a jump.")
    private boolean loop;

    @Option(
            names = "--class",
            paramLabel = "NAME",
            description = "Show this class only, by its name or its number from 0.")
    private @Nullable String shownClass;

    @Option(
            names = "--fps",
            paramLabel = "F",
            description =
                    "Frames per second, from 0.1 up to 50 in a GIF and 120 elsewhere. Without it: ${DEFAULT-VALUE}.")
    private double speed = 20;

    @Mixin
    private StyleNoiseOption noise = new StyleNoiseOption();

    @Mixin
    private ContactSheetOptions sheet = new ContactSheetOptions();

    InterpolateCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws CliException, ProjectException {
        FilmFormat format = sheet.film();
        UsageException.require(SEEDS.matcher(seeds).matches(), Message.of("cli.interpolate.seeds"));
        UsageException.require(
                frames == null || (frames >= 2 && frames <= MAX_FRAMES),
                Message.of("cli.usage.range", "--frames", 2, MAX_FRAMES));
        UsageException.require(
                speed >= SLOWEST && speed <= format.maxFramesPerSecond(),
                Message.of("cli.interpolate.speed", SLOWEST, CliNumbers.fixed(format.maxFramesPerSecond(), 0)));
        noise.check();
        sheet.checkOutput(context, project);
        RunCapture run = new ProjectStore().load(project);
        if (!run.info().spec().game().takesLatents()) {
            throw new CliException(Message.of("cli.interpolate.translation", project));
        }
        noise.requireStyles(run, project);
        UsageException.require(
                path != LatentInterpolation.STYLE
                        || run.info().spec().generator().hasStyles(),
                Message.of("cli.interpolate.noStyles", project));
        SeedLatents latents = new SeedLatents(run.info().spec(), Double.POSITIVE_INFINITY);
        LatentWalk walk = new LatentWalk(corners(latents), path == null ? usualPath(run) : path, loop);
        int length = frames == null ? FRAMES_PER_LEG * walk.legs() : frames;
        int onlyClass = onlyClass(run);
        try (LatentSampler sampler = context.environment().openSampler(run)) {
            if (run.info().spec().image().isPoint()) {
                save(new PointWalkFilm(context, run, sampler, sheet).frames(walk, length), format, run);
                return printResult(length);
            }
            save(
                    film(
                            length,
                            format,
                            frame -> sampler.render(request(run.info().spec(), walk, frame, length, onlyClass))),
                    format,
                    run);
        }
        return printResult(length);
    }

    /** The great circle; of uniform latents the line, which alone stays in their cube. */
    private static LatentInterpolation usualPath(RunCapture run) {
        return run.info().spec().game().prior() == LatentPrior.UNIFORM
                ? LatentInterpolation.LERP
                : LatentInterpolation.SLERP;
    }

    private int printResult(int length) {
        context.printResult(
                Message.of("cli.interpolate.done", sheet.out(), length, CliNumbers.fixed(length / speed, 1)));
        return 0;
    }

    private List<float[]> corners(SeedLatents latents) {
        return Arrays.stream(seeds.split(","))
                .map(seed -> latents.latent(Long.parseLong(seed)))
                .toList();
    }

    private FilmFrames film(int length, FilmFormat format, IntFunction<SampleGrid> frames) {
        SampleGrid first = frames.apply(0);
        return FilmFrames.ofGrids(
                length,
                sheet.style(first, first.columns() == 1 ? format.maxImageSide() : STRIP_PIXELS),
                frames,
                context.untilStopped());
    }

    private void save(FilmFrames film, FilmFormat format, RunCapture run) throws ProjectException, CliException {
        try {
            FilmExport.save(
                    film,
                    format,
                    speed,
                    ImageProvenance.of(run.info(), run.state().step()),
                    sheet.out());
        } catch (CancellationException e) {
            throw new CliException(Message.of("cli.export.stopped", sheet.out()), e);
        }
    }

    /** One frame: the latent in every class that is shown. */
    private LatentRequest request(GanSpec spec, LatentWalk walk, int frame, int length, int onlyClass) {
        List<LatentPoint> points = new ArrayList<>();
        int classes = spec.conditional() ? spec.classes() : 0;
        for (int c = Math.max(0, onlyClass); c < (onlyClass < 0 ? Math.max(1, classes) : onlyClass + 1); c++) {
            float[] weights = new float[classes];
            if (classes > 0) {
                weights[c] = 1;
            }
            LatentPoint point = walk.point(frame, length, weights);
            points.add(point.withStyle(point.style().withNoise(noise.kind())));
        }
        return LatentPoints.request(points, sheet.averaged());
    }

    /** Number of the only class to show; -1 for all. */
    private int onlyClass(RunCapture run) throws CliException {
        if (shownClass == null) {
            return -1;
        }
        GanSpec spec = run.info().spec();
        List<String> names = run.info().classNames();
        if (!spec.conditional()) {
            throw new CliException(Message.of("cli.interpolate.noClasses"));
        }
        int byName = names.indexOf(shownClass);
        int found = byName >= 0 ? byName : shownClass.matches("\\d{1,6}") ? Integer.parseInt(shownClass) : -1;
        if (found < 0 || found >= spec.classes()) {
            throw new CliException(Message.of("cli.interpolate.unknownClass", shownClass, String.join(", ", names)));
        }
        return found;
    }
}
