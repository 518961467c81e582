package org.ganvas.session.run;

import java.util.List;
import org.ganvas.engine.spec.GanSpec;

/**
 * What a user keeps of a run's latent space: favourites, named directions, a film, the latents in use. Immutable, any
 * thread.
 *
 * @param favourites in the order in which they were added
 * @param directions in the order in which they were named; none of them without a name
 * @param film through the latent space; {@link LatentFilm#EMPTY} if there is none
 * @param inUse current latent and slots; {@link ExploreLatents#NONE} if there are none
 */
public record RunBookmarks(
        List<Favourite> favourites, List<LatentDirection> directions, LatentFilm film, ExploreLatents inUse) {

    public static final RunBookmarks NONE = new RunBookmarks(List.of(), List.of());

    /** Most favourites and most directions; a project is no place for thousands of images. */
    public static final int MAX_ENTRIES = 200;

    /** In characters. */
    public static final int MAX_NAME_LENGTH = 80;

    public RunBookmarks {
        favourites = List.copyOf(favourites);
        directions = List.copyOf(directions);
    }

    /** Without latents in use. */
    public RunBookmarks(List<Favourite> favourites, List<LatentDirection> directions, LatentFilm film) {
        this(favourites, directions, film, ExploreLatents.NONE);
    }

    /** Without a film and latents in use. */
    public RunBookmarks(List<Favourite> favourites, List<LatentDirection> directions) {
        this(favourites, directions, LatentFilm.EMPTY);
    }

    /**
     * Numbers of a favourite: a latent, or of a translation the drawn image, its holes (1, else -1) row by row, and the number
     * of the draw of chance.
     */
    public static int favouriteWidth(GanSpec spec) {
        return spec.game().takesLatents()
                ? spec.latentDim()
                : spec.image().size() + spec.image().height() * spec.image().width() + 1;
    }

    /** Whether the user has kept nothing; latents in use are not kept by choice. */
    public boolean isEmpty() {
        return favourites.isEmpty() && directions.isEmpty() && film.isEmpty();
    }

    /**
     * A latent point with its image. Immutable by convention.
     *
     * @param name given by the user; may be empty
     * @param point to be rendered again
     * @param image PNG of it as it was rendered when it was added; empty if there is none; not to be changed
     */
    public record Favourite(String name, LatentPoint point, byte[] image) {}
}
