package org.ganvas.project;

import static org.ganvas.project.ProjectChecks.require;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.project.ProjectDocument.DirectionEntry;
import org.ganvas.project.ProjectDocument.FavouriteEntry;
import org.ganvas.project.ProjectDocument.ImageEntry;
import org.ganvas.project.io.StoredZipWriter;
import org.ganvas.session.run.Bookmarks;

/** Favourites and named directions in a project. Pure functions, any thread. */
final class BookmarkEntries {

    private static final int MAX_IMAGE_BYTES = 64 << 10;

    /** No latent is drawn from so far out. */
    private static final float MAX_COORDINATE = 1000;

    private BookmarkEntries() {}

    /** Reads a picture of at most so many bytes; empty if it cannot be shown. */
    interface ImageReader {
        byte[] read(ImageEntry entry, int most);
    }

    static List<FavouriteEntry> favourites(Bookmarks keepsakes, StoredZipWriter zip) throws IOException {
        List<FavouriteEntry> entries = new ArrayList<>();
        for (Bookmarks.Favourite each : keepsakes.favourites()) {
            List<ImageEntry> picture = new ArrayList<>();
            if (each.picture().length > 0 && each.picture().length <= MAX_IMAGE_BYTES) {
                String name = entryOf(entries.size());
                picture.add(new ImageEntry(name, zip.add(name, out -> out.write(each.picture()))));
            }
            entries.add(
                    new FavouriteEntry(each.name(), each.latent(), each.classWeights(), each.truncation(), picture));
        }
        return entries;
    }

    static List<DirectionEntry> directions(Bookmarks keepsakes) {
        return keepsakes.directions().stream()
                .map(each -> new DirectionEntry(each.name(), each.vector(), each.share()))
                .toList();
    }

    private static String entryOf(int favourite) {
        return "favourites/" + favourite + ".png";
    }

    /** Refuses what no program would have written, and lists the pictures. */
    static void check(ProjectDocument document, Set<String> entries) throws IOException {
        GanSpec spec = document.spec();
        List<FavouriteEntry> favourites = document.favourites();
        require(favourites.size() <= Bookmarks.MOST, "it holds more favourites than there can be");
        require(document.directions().size() <= Bookmarks.MOST, "it names more directions than there can be");
        for (int i = 0; i < favourites.size(); i++) {
            FavouriteEntry each = favourites.get(i);
            require(each.name().length() <= Bookmarks.LONGEST_NAME, "the name of a favourite is too long");
            require(isLatent(each.latent(), spec.latentDim()), "a favourite is no latent of its generator");
            require(
                    isLatent(each.classWeights(), spec.conditional() ? spec.classes() : 0),
                    "a favourite has classes that its generator has not");
            require(
                    each.truncation() >= 0 && each.truncation() <= 2,
                    "the truncation of a favourite is not a number from 0 to 2");
            require(each.picture().size() <= 1, "a favourite has several pictures");
            for (ImageEntry picture : each.picture()) {
                require(picture.entry().equals(entryOf(i)), "a picture is not where it belongs");
                require(entries.add(picture.entry()), "it lists a picture twice");
            }
        }
        for (DirectionEntry each : document.directions()) {
            require(each.name().length() <= Bookmarks.LONGEST_NAME, "the name of a direction is too long");
            require(isLatent(each.vector(), spec.latentDim()), "a direction does not belong to its latent space");
            require(each.share() >= 0 && each.share() <= 1, "the share of a direction is not a number from 0 to 1");
        }
        FilmEntries.check(document.films(), spec);
    }

    /** Whether these are so many numbers that a latent or its classes can have. */
    static boolean isLatent(float[] values, int length) {
        for (float value : values) {
            if (!(Math.abs(value) <= MAX_COORDINATE)) {
                return false;
            }
        }
        return values.length == length;
    }

    static Bookmarks read(ProjectDocument document, ImageReader pictures) {
        List<Bookmarks.Favourite> favourites = document.favourites().stream()
                .map(each -> new Bookmarks.Favourite(
                        each.name(),
                        each.latent(),
                        each.classWeights(),
                        each.truncation(),
                        each.picture().isEmpty()
                                ? new byte[0]
                                : pictures.read(each.picture().get(0), MAX_IMAGE_BYTES)))
                .toList();
        List<Bookmarks.Direction> directions = document.directions().stream()
                .map(each -> new Bookmarks.Direction(each.name(), each.vector(), each.share()))
                .toList();
        return new Bookmarks(favourites, directions, FilmEntries.read(document.films()));
    }
}
