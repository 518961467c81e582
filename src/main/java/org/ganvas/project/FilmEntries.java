package org.ganvas.project;

import static org.ganvas.project.ProjectDocumentChecks.require;

import java.io.IOException;
import java.util.List;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.project.ProjectDocument.FilmEntry;
import org.ganvas.project.ProjectDocument.FrameEntry;
import org.ganvas.session.run.Keyframe;
import org.ganvas.session.run.KeyframeEasing;
import org.ganvas.session.run.LatentFilm;
import org.ganvas.session.run.LatentInterpolation;
import org.ganvas.session.run.LatentPoint;

/** Film through latent space as entries of a project, to and from its JSON. Pure functions, any thread. */
final class FilmEntries {

    private FilmEntries() {}

    static List<FilmEntry> of(LatentFilm film) {
        if (film.isEmpty()) {
            return List.of();
        }
        List<FrameEntry> frames =
                film.keyframes().stream().map(FilmEntries::frame).toList();
        return List.of(new FilmEntry(
                frames,
                film.interpolation() == LatentInterpolation.LERP,
                film.loop(),
                film.interpolation() == LatentInterpolation.STYLE));
    }

    private static FrameEntry frame(Keyframe keyframe) {
        LatentPoint point = keyframe.point();
        return new FrameEntry(
                point.latent(),
                point.classWeights(),
                point.truncation(),
                keyframe.hold(),
                keyframe.seconds(),
                keyframe.easing() == KeyframeEasing.SMOOTH,
                StyleEntries.of(point.style()));
    }

    /** Checks that films fit the spec. */
    static void check(List<FilmEntry> films, GanSpec spec) throws IOException {
        require(films.size() <= 1, "project.film.count");
        for (FilmEntry film : films) {
            require(!film.styles() || spec.generator().hasStyles(), "project.style.none");
            require(film.frames().size() <= LatentFilm.MAX_KEYFRAMES, "project.film.keyframes");
            for (FrameEntry each : film.frames()) {
                require(BookmarkEntries.isLatent(each.latent(), spec.latentDim()), "project.film.latent");
                require(
                        BookmarkEntries.isLatent(each.classWeights(), spec.conditional() ? spec.classes() : 0),
                        "project.film.classes");
                require(each.truncation() >= 0 && each.truncation() <= 2, "project.film.truncation");
                StyleEntries.check(each.style(), spec);
                require(Keyframe.validTiming(each.hold(), each.seconds()), "project.film.duration");
            }
        }
    }

    static LatentFilm read(List<FilmEntry> films) {
        if (films.isEmpty()) {
            return LatentFilm.EMPTY;
        }
        FilmEntry film = films.get(0);
        return new LatentFilm(
                film.frames().stream().map(FilmEntries::keyframe).toList(),
                film.styles()
                        ? LatentInterpolation.STYLE
                        : film.straight() ? LatentInterpolation.LERP : LatentInterpolation.SLERP,
                film.loop());
    }

    private static Keyframe keyframe(FrameEntry entry) {
        return new Keyframe(
                new LatentPoint(
                        entry.latent(), entry.classWeights(), entry.truncation(), StyleEntries.read(entry.style())),
                entry.hold(),
                entry.seconds(),
                entry.smooth() ? KeyframeEasing.SMOOTH : KeyframeEasing.LINEAR);
    }
}
