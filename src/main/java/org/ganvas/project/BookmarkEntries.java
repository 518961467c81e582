package org.ganvas.project;

import static org.ganvas.project.ProjectDocumentChecks.require;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.layer.StyleEdits;
import org.ganvas.project.ProjectDocument.FavouriteEntry;
import org.ganvas.project.ProjectDocument.ImageEntry;
import org.ganvas.project.io.StoredZipWriter;
import org.ganvas.session.run.LatentDirection;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.RunBookmarks;

/** Favourites and named directions of latent space as entries of a project. Pure functions, any thread. */
final class BookmarkEntries {

    private static final int MAX_IMAGE_BYTES = 64 << 10;

    /** Bound of a latent coordinate, in units of sigma, far beyond any that G is given. */
    private static final float MAX_COORDINATE = 1000;

    private BookmarkEntries() {}

    /** Reader of an image in the zip; its result is empty where the image cannot be shown. */
    interface ImageReader {
        byte[] read(ImageEntry entry, int maxBytes);
    }

    static List<FavouriteEntry> favourites(RunBookmarks bookmarks, StoredZipWriter zip) throws IOException {
        List<FavouriteEntry> entries = new ArrayList<>();
        for (RunBookmarks.Favourite each : bookmarks.favourites()) {
            List<ImageEntry> image = new ArrayList<>();
            if (each.image().length > 0 && each.image().length <= MAX_IMAGE_BYTES) {
                String name = entryOf(entries.size());
                image.add(new ImageEntry(name, zip.add(name, out -> out.write(each.image()))));
            }
            LatentPoint point = each.point();
            entries.add(new FavouriteEntry(
                    each.name(),
                    point.latent(),
                    point.classWeights(),
                    point.truncation(),
                    image,
                    StyleEntries.of(point.style())));
        }
        return entries;
    }

    private static String entryOf(int favourite) {
        return "favourites/" + favourite + ".png";
    }

    /**
     * Checks that favourites, directions, films and latents in use fit the spec.
     *
     * @param entries of the zip that are accounted for; the images of favourites are added
     */
    static void check(ProjectDocument document, Set<String> entries) throws IOException {
        GanSpec spec = document.spec();
        List<FavouriteEntry> favourites = document.favourites();
        require(favourites.size() <= RunBookmarks.MAX_ENTRIES, "project.bookmark.favourites");
        require(document.directions().size() <= RunBookmarks.MAX_ENTRIES, "project.bookmark.directions");
        for (int i = 0; i < favourites.size(); i++) {
            FavouriteEntry each = favourites.get(i);
            require(each.name().length() <= RunBookmarks.MAX_NAME_LENGTH, "project.bookmark.favouriteName");
            require(isLatent(each.latent(), RunBookmarks.favouriteWidth(spec)), "project.bookmark.favouriteLatent");
            require(
                    isLatent(each.classWeights(), spec.conditional() ? spec.classes() : 0),
                    "project.bookmark.favouriteClasses");
            require(each.truncation() >= 0 && each.truncation() <= 2, "project.bookmark.favouriteTruncation");
            StyleEntries.check(each.style(), spec);
            require(each.picture().size() <= 1, "project.bookmark.favouriteImages");
            for (ImageEntry image : each.picture()) {
                require(image.entry().equals(entryOf(i)), "project.check.imagePlace");
                require(entries.add(image.entry()), "project.check.imageTwice");
            }
        }
        for (LatentDirection each : document.directions()) {
            require(each.name().length() <= RunBookmarks.MAX_NAME_LENGTH, "project.bookmark.directionName");
            require(isLatent(each.vector(), directionWidth(each, spec)), "project.bookmark.directionLatent");
            require(each.share() >= 0 && each.share() <= 1, "project.bookmark.directionShare");
        }
        FilmEntries.check(document.films(), spec);
        ExploreEntries.check(document.explore(), spec);
    }

    private static int directionWidth(LatentDirection direction, GanSpec spec) throws IOException {
        boolean inStyles = direction.space() == LatentDirection.Space.W;
        require(!inStyles || spec.generator().hasStyles(), "project.style.none");
        return inStyles ? StyleEdits.SEEDS : spec.latentDim();
    }

    /** Whether the values can be a latent, or class weights, of this length. */
    static boolean isLatent(float[] values, int length) {
        for (float value : values) {
            if (!(Math.abs(value) <= MAX_COORDINATE)) {
                return false;
            }
        }
        return values.length == length;
    }

    static RunBookmarks read(ProjectDocument document, ImageReader images) {
        List<RunBookmarks.Favourite> favourites = document.favourites().stream()
                .map(each -> new RunBookmarks.Favourite(
                        each.name(),
                        new LatentPoint(
                                each.latent(), each.classWeights(), each.truncation(), StyleEntries.read(each.style())),
                        each.picture().isEmpty()
                                ? new byte[0]
                                : images.read(each.picture().get(0), MAX_IMAGE_BYTES)))
                .toList();
        return new RunBookmarks(
                favourites,
                document.directions(),
                FilmEntries.read(document.films()),
                ExploreEntries.read(document.explore()));
    }
}
