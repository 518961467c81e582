package org.ganvas.project;

import static org.ganvas.project.ProjectChecks.require;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.project.ProjectDocument.FavouriteEntry;
import org.ganvas.project.ProjectDocument.PictureEntry;
import org.ganvas.project.io.StoredZipWriter;
import org.ganvas.session.run.Bookmarks;
import org.ganvas.session.run.LatentDirection;
import org.ganvas.session.run.LatentPoint;

/** Favourites and named directions in a project. Pure functions, any thread. */
final class BookmarkEntries {

    private static final int PICTURE_BYTES = 64 << 10;

    /** No latent is drawn from so far out. */
    private static final float FARTHEST = 1000;

    private BookmarkEntries() {}

    /** Reads a picture of at most so many bytes; empty if it cannot be shown. */
    interface Pictures {
        byte[] read(PictureEntry entry, int most);
    }

    static List<FavouriteEntry> favourites(Bookmarks keepsakes, StoredZipWriter zip) throws IOException {
        List<FavouriteEntry> entries = new ArrayList<>();
        for (Bookmarks.Favourite each : keepsakes.favourites()) {
            List<PictureEntry> picture = new ArrayList<>();
            if (each.image().length > 0 && each.image().length <= PICTURE_BYTES) {
                String name = entryOf(entries.size());
                picture.add(new PictureEntry(name, zip.add(name, out -> out.write(each.image()))));
            }
            LatentPoint point = each.point();
            entries.add(
                    new FavouriteEntry(each.name(), point.latent(), point.classWeights(), point.truncation(), picture));
        }
        return entries;
    }

    private static String entryOf(int favourite) {
        return "favourites/" + favourite + ".png";
    }

    /** Refuses what no program would have written, and lists the pictures. */
    static void check(ProjectDocument document, Set<String> entries) throws IOException {
        GanSpec spec = document.spec();
        List<FavouriteEntry> favourites = document.favourites();
        require(favourites.size() <= Bookmarks.MAX_ENTRIES, "it holds more favourites than there can be");
        require(document.directions().size() <= Bookmarks.MAX_ENTRIES, "it names more directions than there can be");
        for (int i = 0; i < favourites.size(); i++) {
            FavouriteEntry each = favourites.get(i);
            require(each.name().length() <= Bookmarks.MAX_NAME_LENGTH, "the name of a favourite is too long");
            require(good(each.latent(), spec.latentDim()), "a favourite is no latent of its generator");
            require(
                    good(each.classWeights(), spec.conditional() ? spec.classes() : 0),
                    "a favourite has classes that its generator has not");
            require(
                    each.truncation() >= 0 && each.truncation() <= 2,
                    "the truncation of a favourite is not a number from 0 to 2");
            require(each.picture().size() <= 1, "a favourite has several pictures");
            for (PictureEntry picture : each.picture()) {
                require(picture.entry().equals(entryOf(i)), "a picture is not where it belongs");
                require(entries.add(picture.entry()), "it lists a picture twice");
            }
        }
        for (LatentDirection each : document.directions()) {
            require(each.name().length() <= Bookmarks.MAX_NAME_LENGTH, "the name of a direction is too long");
            require(good(each.vector(), spec.latentDim()), "a direction does not belong to its latent space");
            require(each.share() >= 0 && each.share() <= 1, "the share of a direction is not a number from 0 to 1");
        }
        FilmEntries.check(document.films(), spec);
    }

    /** Whether these are so many numbers that a latent or its classes can have. */
    static boolean good(float[] values, int length) {
        for (float value : values) {
            if (!(Math.abs(value) <= FARTHEST)) {
                return false;
            }
        }
        return values.length == length;
    }

    static Bookmarks read(ProjectDocument document, Pictures pictures) {
        List<Bookmarks.Favourite> favourites = document.favourites().stream()
                .map(each -> new Bookmarks.Favourite(
                        each.name(),
                        new LatentPoint(each.latent(), each.classWeights(), each.truncation()),
                        each.picture().isEmpty()
                                ? new byte[0]
                                : pictures.read(each.picture().get(0), PICTURE_BYTES)))
                .toList();
        return new Bookmarks(favourites, document.directions(), FilmEntries.read(document.films()));
    }
}
