package org.ganvas.session.run;

import java.util.List;

/**
 * What a person keeps of a run's latent space: favourites, named directions, a film. Immutable, any thread.
 *
 * @param favourites in the order they were kept
 * @param directions in the order they were named
 * @param film through its latent space; without keyframes if there is none
 */
public record Bookmarks(List<Favourite> favourites, List<Direction> directions, FilmRecord film) {

    public static final Bookmarks NONE = new Bookmarks(List.of(), List.of());

    /** The most of either; a project is not a place for thousands of pictures. */
    public static final int MOST = 200;

    /** Longest name, in characters. */
    public static final int LONGEST_NAME = 80;

    public Bookmarks {
        favourites = List.copyOf(favourites);
        directions = List.copyOf(directions);
    }

    /** Without a film. */
    public Bookmarks(List<Favourite> favourites, List<Direction> directions) {
        this(favourites, directions, FilmRecord.NONE);
    }

    public boolean isEmpty() {
        return favourites.isEmpty() && directions.isEmpty() && film.frames().isEmpty();
    }

    /**
     * A latent with its picture. Arrays are not to be changed.
     *
     * @param name what a person called it; may be empty
     * @param latent in units of sigma
     * @param classWeights one a class; empty where there are none
     * @param truncation what the latent is multiplied by
     * @param picture a PNG of what it looked like when it was kept; empty if there is none
     */
    public record Favourite(String name, float[] latent, float[] classWeights, double truncation, byte[] picture) {}

    /**
     * A direction with its name. The vector is not to be changed.
     *
     * @param name not empty
     * @param vector of length 1
     * @param share of the variance it explained when it was found, 0 to 1
     */
    public record Direction(String name, float[] vector, double share) {}
}
