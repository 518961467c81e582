package org.ganvas.project;

import java.util.List;
import org.ganvas.data.PointTransform;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.base.AbsentDefault;
import org.ganvas.engine.spec.layer.StyleEdits;
import org.ganvas.session.run.LatentDirection;
import org.ganvas.session.run.MetricLog;
import org.ganvas.session.run.SettingChange;
import org.ganvas.session.run.TrainingScalar;

/**
 * {@code project.json}: everything in a project except the long arrays. Its values are checked by
 * {@link ProjectDocumentChecks}; here only that none is missing. The names of the components are those of the JSON fields.
 * Immutable, any thread.
 *
 * @param formatVersion number of the format, increased by changes that an older program cannot read
 * @param program name and version of the program that wrote it
 * @param presetId preset that the run was started from
 * @param spec the spec, with the changes made while the run trained
 * @param data what it was trained on
 * @param seed of the run
 * @param step steps taken
 * @param trainedSeconds training time in seconds
 * @param threads native threads of the last step; 0 if unknown
 * @param arrays weights, statistics, averages and optimizer state, in the trainer's order
 * @param curves of the training scalars
 * @param changes settings that were changed while it trained
 * @param moments the checkpoints
 * @param measures values of the evaluation metrics, thinned out
 * @param pictures the thumbnail, if there is one
 * @param favourites latents among the bookmarks
 * @param directions named directions of latent space
 * @param films through latent space; one or none
 * @param explore latents in use on the Explore screen
 * @param hidden keys of the panes that are hidden when presenting
 */
record ProjectDocument(
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
        List<MetricLog.MetricValue> measures,
        List<ImageEntry> pictures,
        List<FavouriteEntry> favourites,
        List<LatentDirection> directions,
        @AbsentDefault("[]") List<FilmEntry> films,
        @AbsentDefault("[]") List<ExploreEntries.ExploreEntry> explore,
        List<String> hidden) {

    ProjectDocument {
        arrays = List.copyOf(arrays);
        curves = List.copyOf(curves);
        changes = List.copyOf(changes);
        moments = List.copyOf(moments);
        measures = List.copyOf(measures);
        pictures = List.copyOf(pictures);
        favourites = List.copyOf(favourites);
        directions = List.copyOf(directions);
        films = List.copyOf(films);
        explore = List.copyOf(explore);
        hidden = List.copyOf(hidden);
    }

    /** Entry of the array of that name. */
    static String entryOf(String array) {
        return "arrays/" + array + ".npy";
    }

    /**
     * Identity of the data; a project holds none of its images.
     *
     * @param id by which it is opened
     * @param name display name
     * @param size number of images
     * @param classNames names of its classes, in order of labels
     * @param fingerprint of its samples and labels; empty in files before version 4, and for built-in data
     * @param points transform of 2-D points; that of files before version 4 leaves them as they are
     * @param drawing strokes of drawn points; empty for other data
     */
    record Data(
            String id,
            String name,
            int size,
            List<String> classNames,
            @AbsentDefault("\"\"") String fingerprint,

            @AbsentDefault("{\"centre\":[0,0],\"scale\":[1,1]}")
            PointScale points,

            @AbsentDefault("\"\"") String drawing) {
        Data {
            classNames = List.copyOf(classNames);
        }
    }

    /**
     * Centre and scale of 2-D points: {@link PointTransform}.
     *
     * @param centre x and y
     * @param scale of x and y
     */
    record PointScale(double[] centre, double[] scale) {

        static PointScale of(PointTransform transform) {
            return new PointScale(
                    new double[] {transform.centreX(), transform.centreY()},
                    new double[] {transform.scaleX(), transform.scaleY()});
        }

        boolean isUsable() {
            return centre.length == 2
                    && scale.length == 2
                    && PointTransform.isUsable(centre[0], scale[0])
                    && PointTransform.isUsable(centre[1], scale[1]);
        }

        PointTransform transform() {
            return new PointTransform(centre[0], centre[1], scale[0], scale[1]);
        }
    }

    /**
     * One array of the trainer.
     *
     * @param name that the trainer gives it
     * @param entry its name in the zip
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
     * @param metric the training scalar
     * @param entry name of its array in the zip
     * @param buckets number of columns
     * @param sha256 of the whole entry, in hexadecimal
     * @param ongoing state from which the next step's value continues
     */
    record CurveEntry(TrainingScalar metric, String entry, int buckets, String sha256, Ongoing ongoing) {}

    /**
     * An image for display; a project without it, or with a damaged one, is complete.
     *
     * @param entry its name in the zip
     * @param sha256 of the whole entry, in hexadecimal
     */
    record ImageEntry(String entry, String sha256) {}

    /**
     * A latent among the bookmarks.
     *
     * @param name that the user gave it
     * @param latent in units of sigma
     * @param classWeights one a class, or none
     * @param truncation factor of the latent
     * @param picture its PNG; one or none
     * @param style edits of its style; one or none
     */
    record FavouriteEntry(
            String name,
            float[] latent,
            float[] classWeights,
            double truncation,
            List<ImageEntry> picture,
            @AbsentDefault("[]") List<StyleEdits> style) {
        FavouriteEntry {
            picture = List.copyOf(picture);
            style = List.copyOf(style);
        }
    }

    /** A film: {@link org.ganvas.session.run.LatentFilm}. */
    record FilmEntry(
            List<FrameEntry> frames,
            boolean straight,
            boolean loop,
            @AbsentDefault("false") boolean styles) {
        FilmEntry {
            frames = List.copyOf(frames);
        }
    }

    /** A keyframe: {@link org.ganvas.session.run.Keyframe}. */
    record FrameEntry(
            float[] latent,
            float[] classWeights,
            double truncation,
            double hold,
            double seconds,
            boolean smooth,
            @AbsentDefault("[]") List<StyleEdits> style) {
        FrameEntry {
            style = List.copyOf(style);
        }
    }

    /** The scalars of {@link org.ganvas.session.run.ScalarLog.Saved}. */
    record Ongoing(long lastStep, long span, long inLast, double average, double weight) {}
}
