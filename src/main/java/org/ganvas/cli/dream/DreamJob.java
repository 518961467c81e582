package org.ganvas.cli.dream;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.ganvas.cli.support.CliContext;
import org.ganvas.cli.support.CliException;
import org.ganvas.cli.support.CliNumbers;
import org.ganvas.cli.support.TaskProgressReport;
import org.ganvas.data.transform.PixelImage;
import org.ganvas.engine.spec.dream.DreamWeights;
import org.ganvas.message.Message;
import org.ganvas.project.io.ProjectException;
import org.ganvas.project.media.ContactSheetStyle;
import org.ganvas.project.media.FilmExport;
import org.ganvas.project.media.FilmFormat;
import org.ganvas.project.media.FilmFrames;
import org.ganvas.project.media.ImageExport;
import org.ganvas.project.media.ImageProvenance;
import org.ganvas.session.dream.DreamFilm;
import org.ganvas.session.dream.DreamRequest;
import org.ganvas.session.dream.DreamStep;
import org.ganvas.session.dream.ImageDream;
import org.ganvas.session.explore.SearchBudget;
import org.jspecify.annotations.Nullable;

/** The work of a command and its outputs. Used once. */
public final class DreamJob {

    private static final ContactSheetStyle PLAIN = new ContactSheetStyle(1, 0);
    private static final double FRAMES_PER_SECOND = 20;

    private final CliContext context;
    private final AscentOptions options;
    private final DreamRequest request;
    private @Nullable DreamStep first;
    private @Nullable DreamStep last;

    public DreamJob(CliContext context, AscentOptions options, DreamRequest request) {
        this.context = context;
        this.options = options;
        this.request = request;
    }

    /**
     * Does the work and writes image and film.
     *
     * @param title what is done, in English, for the file
     * @return first and last step
     */
    public Steps run(DreamWeights weights, String title) throws CliException, ProjectException {
        context.printError(request.features().about());
        TaskProgressReport progress = new TaskProgressReport(context, Message.of("cli.dream.task"));
        DreamFilm film = new DreamFilm(request.image());
        Map<String, String> texts = ImageProvenance.of(
                title,
                String.format(
                        Locale.ROOT,
                        "features=%s objective=%s %s %s",
                        request.features().about().english(),
                        request.objective(),
                        request.spec(),
                        weights));
        try {
            PixelImage result = ImageDream.run(
                    request, () -> weights, new SearchBudget(() -> !progress.isCancelled(), () -> false), step -> {
                        first = first == null ? step : first;
                        last = step;
                        film.add(step);
                        progress.report((double) step.number() / step.total());
                    });
            ImageExport.save(DreamFilm.grid(result), PLAIN, texts, options.out());
            writeFilm(film, texts);
        } catch (CancellationException e) {
            throw new CliException(Message.of("cli.export.stopped", options.out()), e);
        }
        return new Steps(Objects.requireNonNull(first), Objects.requireNonNull(last));
    }

    /** The first and the last step. */
    public record Steps(DreamStep first, DreamStep last) {}

    private void writeFilm(DreamFilm film, Map<String, String> texts) throws ProjectException {
        Path file = options.film();
        if (file != null) {
            FilmExport.save(
                    FilmFrames.ofGrids(film.count(), PLAIN, film::frame, context.untilStopped()),
                    FilmFormat.of(file).orElseThrow(),
                    FRAMES_PER_SECOND,
                    texts,
                    file);
            context.printResult(Message.of(
                    "cli.interpolate.done", file, film.count(), CliNumbers.fixed(film.count() / FRAMES_PER_SECOND, 1)));
        }
    }

    /** A figure with three decimals or, where it is small, three digits. */
    public static String figure(double value) {
        return Math.abs(value) >= 0.1 || value == 0
                ? CliNumbers.fixed(value, 3)
                : String.format(Locale.ROOT, "%.2e", value);
    }
}
