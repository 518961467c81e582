package org.ganvas.project;

import static org.ganvas.project.ProjectChecks.require;

import java.io.IOException;
import java.util.List;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.project.ProjectDocument.FilmEntry;
import org.ganvas.project.ProjectDocument.FrameEntry;
import org.ganvas.session.film.Film;
import org.ganvas.session.film.Keyframe;
import org.ganvas.session.run.FilmRecord;

/** Film through latent space as entries of a project. Pure functions, any thread. */
final class FilmEntries {

    private FilmEntries() {}

    static List<FilmEntry> of(FilmRecord film) {
        List<FrameEntry> frames = film.frames().stream()
                .map(each -> new FrameEntry(
                        each.latent(),
                        each.classWeights(),
                        each.truncation(),
                        each.hold(),
                        each.seconds(),
                        each.smooth()))
                .toList();
        return frames.isEmpty() ? List.of() : List.of(new FilmEntry(frames, film.straight(), film.loop()));
    }

    /** Checks that films fit the spec. */
    static void check(List<FilmEntry> films, GanSpec spec) throws IOException {
        require(films.size() <= 1, "project.film.count");
        for (FilmEntry film : films) {
            require(film.frames().size() <= Film.MOST, "project.film.keyframes");
            for (FrameEntry each : film.frames()) {
                require(BookmarkEntries.isLatent(each.latent(), spec.latentDim()), "project.film.latent");
                require(
                        BookmarkEntries.isLatent(each.classWeights(), spec.conditional() ? spec.classes() : 0),
                        "project.film.classes");
                require(each.truncation() >= 0 && each.truncation() <= 2, "project.film.truncation");
                require(
                        each.hold() >= 0
                                && each.hold() <= Keyframe.LONGEST
                                && each.seconds() >= Keyframe.SHORTEST
                                && each.seconds() <= Keyframe.LONGEST,
                        "project.film.duration");
            }
        }
    }

    static FilmRecord read(List<FilmEntry> films) {
        if (films.isEmpty()) {
            return FilmRecord.NONE;
        }
        FilmEntry film = films.get(0);
        List<FilmRecord.Frame> frames = film.frames().stream()
                .map(each -> new FilmRecord.Frame(
                        each.latent(),
                        each.classWeights(),
                        each.truncation(),
                        each.hold(),
                        each.seconds(),
                        each.smooth()))
                .toList();
        return new FilmRecord(frames, film.straight(), film.loop());
    }
}
