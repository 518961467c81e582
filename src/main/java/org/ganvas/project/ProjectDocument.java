package org.ganvas.project;

import java.util.List;
import java.util.Locale;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.session.run.MetricLog;
import org.ganvas.session.run.SettingChange;
import org.ganvas.session.run.TrainingScalar;

/**
 * {@code project.json}: everything in a project but the long arrays. What its values may be is checked where they are
 * used; here only that none is missing. Immutable, any thread.
 *
 * @param formatVersion counts the changes that an older program cannot read
 * @param program what wrote it, for people
 * @param presetId the preset the run came from
 * @param spec the spec after live changes
 * @param data what it was trained on
 * @param seed the seed of the run
 * @param step steps taken
 * @param trainedSeconds time spent training
 * @param threads native threads it was computed with last; 0 if unknown
 * @param arrays weights, statistics, averages and optimizer, in the trainer's order
 * @param curves the curves
 * @param changes settings that were changed while it trained
 * @param moments the kept moments
 * @param measures what was measured while it trained, thinned
 * @param pictures the thumbnail, if there is one
 * @param favourites latents that were kept
 * @param directions directions of latent space that were named
 * @param films films through latent space; one or none
 * @param hidden panes that a class does not see
 */
public record ProjectDocument(
        int formatVersion,
        String program,
        String presetId,
        GanSpec spec,
        Data data,
        long seed,
        long step,
        double trainedSeconds,
        int threads,
        List<ArrayEntry> arrays,
        List<CurveEntry> curves,
        List<SettingChange> changes,
        List<CheckpointEntries.CheckpointEntry> moments,
        List<MetricLog.Measure> measures,
        List<ImageEntry> pictures,
        List<FavouriteEntry> favourites,
        List<DirectionEntry> directions,
        List<FilmEntry> films,
        List<String> hidden) {

    /** Rows of a curve's array: steps, seconds, low, high, smooth. */
    static final int CURVE_ROWS = 5;

    public ProjectDocument {
        arrays = List.copyOf(arrays);
        curves = List.copyOf(curves);
        changes = List.copyOf(changes);
        moments = List.copyOf(moments);
        measures = List.copyOf(measures);
        pictures = List.copyOf(pictures);
        favourites = List.copyOf(favourites);
        directions = List.copyOf(directions);
        films = List.copyOf(films);
        hidden = List.copyOf(hidden);
    }

    /** Where the array of that name is. */
    static String entryOf(String array) {
        return "arrays/" + array + ".npy";
    }

    /** Where a curve is. */
    public static String entryOf(TrainingScalar metric) {
        return "curves/" + metric.name().toLowerCase(Locale.ROOT) + ".npy";
    }

    /**
     * The data, by name only: a project holds no pictures.
     *
     * @param id what opens it
     * @param name what people call it
     * @param size number of pictures
     * @param classNames names of its classes
     */
    record Data(String id, String name, int size, List<String> classNames) {
        Data {
            classNames = List.copyOf(classNames);
        }
    }

    /**
     * One array of the trainer.
     *
     * @param name the trainer's name for it
     * @param entry where in the zip it is
     * @param shape its dimensions
     * @param sha256 of the whole entry, in hexadecimal
     */
    record ArrayEntry(String name, String entry, List<Long> shape, String sha256) {
        ArrayEntry {
            shape = List.copyOf(shape);
        }

        long[] dimensions() {
            return shape.stream().mapToLong(Long::longValue).toArray();
        }
    }

    /**
     * One curve.
     *
     * @param metric what it shows
     * @param entry where in the zip its array is
     * @param buckets number of columns
     * @param sha256 of the whole entry, in hexadecimal
     * @param ongoing what the next step's figures continue from
     */
    record CurveEntry(TrainingScalar metric, String entry, int buckets, String sha256, Ongoing ongoing) {}

    /**
     * A picture for people; a project without it, or with a damaged one, is as good.
     *
     * @param entry where in the zip it is
     * @param sha256 of the whole entry, in hexadecimal
     */
    record ImageEntry(String entry, String sha256) {}

    /**
     * A latent that was kept.
     *
     * @param name what a person called it
     * @param latent in units of sigma
     * @param classWeights one a class, or none
     * @param truncation what the latent is multiplied by
     * @param picture its PNG; one or none
     */
    record FavouriteEntry(
            String name, float[] latent, float[] classWeights, double truncation, List<ImageEntry> picture) {
        FavouriteEntry {
            picture = List.copyOf(picture);
        }
    }

    /** A direction that was named: see {@link org.ganvas.session.run.Bookmarks.Direction}. */
    record DirectionEntry(String name, float[] vector, double share) {}

    /** A film: see {@link org.ganvas.session.run.FilmRecord}. */
    record FilmEntry(List<FrameEntry> frames, boolean straight, boolean loop) {
        FilmEntry {
            frames = List.copyOf(frames);
        }
    }

    /** A keyframe: see {@link org.ganvas.session.run.FilmRecord.Frame}. */
    record FrameEntry(
            float[] latent, float[] classWeights, double truncation, double hold, double seconds, boolean smooth) {}

    /** The scalars of {@link org.ganvas.session.run.ScalarLog.Saved}. */
    record Ongoing(long lastStep, long span, long inLast, double average, double weight) {}
}
