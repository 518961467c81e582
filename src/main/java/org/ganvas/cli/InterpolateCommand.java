package org.ganvas.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import org.ganvas.cli.draw.ContactSheetOptions;
import org.ganvas.cli.draw.LatentWalk;
import org.ganvas.cli.draw.PointWalkFilm;
import org.ganvas.cli.draw.SeedLatents;
import org.ganvas.cli.support.CliContext;
import org.ganvas.cli.support.CliException;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.io.ProjectException;
import org.ganvas.project.media.FilmExport;
import org.ganvas.project.media.FilmFormat;
import org.ganvas.project.media.FilmFrames;
import org.ganvas.project.media.ImageProvenance;
import org.ganvas.session.render.LatentRequest;
import org.ganvas.session.render.LatentSampler;
import org.ganvas.session.run.LatentInterpolation;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.SampleGrid;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ganvas interpolate}. */
@Command(
        name = "interpolate",
        mixinStandardHelpOptions = true,
        versionProvider = GanvasCommand.Version.class,
        sortOptions = false,
        description = {
            "Walks through latent space from seed to seed and writes the film.",
            "The ending of --out says as what: .gif, .png (animated, every colour) or .mp4 (H.264, small).",
            "A conditional generator shows all its classes side by side, all with the same latent.",
            "A generator of points shows the way that its point takes through the plane."
        },
        footer = {
            "",
            "Examples:",
            "  ganvas interpolate digits.ganvas --seeds 1,2 --out walk.gif",
            "  ganvas interpolate digits.ganvas --seeds 1,2,3 --frames 120 --loop --out round.gif",
            "  ganvas interpolate digits.ganvas --seeds 4,5 --path lerp --class 7 --out seven.mp4"
        })
final class InterpolateCommand implements Callable<Integer> {

    private static final Pattern SEEDS = Pattern.compile("-?\\d{1,18}(,-?\\d{1,18})+");
    private static final int FRAMES_A_LEG = 40;
    private static final int MOST_FRAMES = 10_000;
    private static final int STRIP_PIXELS = 1024;

    private final CliContext context;

    @Parameters(paramLabel = "FILE.ganvas", description = "The project.")
    private Path project = Path.of("");

    @Option(names = "--seeds", paramLabel = "N,N,...", required = true, description = "Two or more corners of the way.")
    private String seeds = "";

    @Option(
            names = "--frames",
            paramLabel = "N",
            description = "Pictures of the film. Without it: 40 from seed to seed.")
    private @Nullable Integer frames;

    @Option(
            names = "--path",
            paramLabel = "slerp|lerp",
            description = "Along the great circle or straight. Without it: slerp.")
    private LatentInterpolation path = LatentInterpolation.SLERP;

    @Option(names = "--loop", description = "Go on from the last seed to the first, so that the film has no jump.")
    private boolean loop;

    @Option(
            names = "--class",
            paramLabel = "NAME",
            description = "Show this class only, by its name or its number from 0.")
    private @Nullable String shownClass;

    @Option(
            names = "--fps",
            paramLabel = "F",
            description = "Pictures a second, up to 50 in a GIF and 120 elsewhere. Without it: ${DEFAULT-VALUE}.")
    private double speed = 20;

    @Mixin
    private ContactSheetOptions sheet = new ContactSheetOptions();

    InterpolateCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws CliException, ProjectException {
        FilmFormat format = sheet.film();
        sheet.require(SEEDS.matcher(seeds).matches(), "--seeds takes two or more numbers, for example --seeds 1,2,3.");
        sheet.require(frames == null || (frames >= 2 && frames <= MOST_FRAMES), "--frames takes 2 to 10000.");
        sheet.require(
                speed > 0 && speed <= format.maxFramesPerSecond(),
                "--fps takes up to %.0f, because viewers do not play faster ones."
                        .formatted(format.maxFramesPerSecond()));
        RunCapture run = new ProjectStore().load(project);
        SeedLatents latents = new SeedLatents(run.info().spec(), Double.POSITIVE_INFINITY);
        LatentWalk walk = new LatentWalk(corners(latents), path, loop);
        int length = frames == null ? FRAMES_A_LEG * walk.legs() : frames;
        int only = classToShow(run);
        try (LatentSampler studio = context.environment().openSampler(run)) {
            if (run.info().spec().image().isPoint()) {
                save(new PointWalkFilm(context, run, studio, sheet).frames(walk, length), format, run);
                return tell(length);
            }
            save(film(walk, length, format, latent -> studio.render(request(latents, latent, only))), format, run);
        }
        return tell(length);
    }

    private int tell(int length) {
        context.out()
                .println(String.format(
                        Locale.ROOT, "%s: %d pictures, %.1f seconds, for ever.", sheet.out(), length, length / speed));
        return 0;
    }

    private List<float[]> corners(SeedLatents latents) {
        return Arrays.stream(seeds.split(","))
                .map(seed -> latents.latent(Long.parseLong(seed)))
                .toList();
    }

    /** Draws one moment of the walk. */
    @FunctionalInterface
    private interface Frame {
        SampleGrid draw(float[] latent);
    }

    private FilmFrames film(LatentWalk walk, int length, FilmFormat format, Frame frame) {
        SampleGrid first = frame.draw(walk.at(0, length));
        return FilmFrames.ofGrids(
                length,
                sheet.style(first, first.columns() == 1 ? format.maxImageSide() : STRIP_PIXELS),
                i -> frame.draw(walk.at(i, length)),
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
            throw new CliException("%s was not written: it was stopped.".formatted(sheet.out()));
        }
    }

    private LatentRequest request(SeedLatents latents, float[] latent, int only) {
        GanSpec spec = latents.spec();
        return spec.conditional() && only < 0
                ? latents.classes(latent, spec.classes(), sheet.averaged())
                : new LatentRequest(List.of(latent), Collections.nCopies(1, Math.max(0, only)), sheet.averaged());
    }

    /** Number of the class that is wanted alone; -1 for all. */
    private int classToShow(RunCapture run) throws CliException {
        if (shownClass == null) {
            return -1;
        }
        GanSpec spec = run.info().spec();
        List<String> names = run.info().classNames();
        if (!spec.conditional()) {
            throw new CliException("This generator knows no classes, so leave --class out.");
        }
        int byName = names.indexOf(shownClass);
        int found = byName >= 0 ? byName : shownClass.matches("\\d{1,6}") ? Integer.parseInt(shownClass) : -1;
        if (found < 0 || found >= spec.classes()) {
            throw new CliException(
                    "There is no class '%s'; there are %s.".formatted(shownClass, String.join(", ", names)));
        }
        return found;
    }
}
