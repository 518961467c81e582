package org.ganvas.project.media;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The files that a film can become. Immutable, any thread. */
public enum FilmFormat {
    /** At most 256 colours a picture and 50 pictures a second; plays everywhere. */
    GIF(".gif", 50, 512),
    /** All colours, no loss; larger. */
    APNG(".png", 120, 512),
    /** H.264, a little loss; small. Its encoder is slow, so the pictures are not made larger than players need. */
    MP4(".mp4", 120, 400);

    private final String ending;
    private final double fastest;
    private final int pixels;

    FilmFormat(String ending, double fastest, int pixels) {
        this.ending = ending;
        this.fastest = fastest;
        this.pixels = pixels;
    }

    /** With its dot. */
    public String ending() {
        return ending;
    }

    /** Pictures a second. */
    public double fastest() {
        return fastest;
    }

    /** How large a single picture is magnified at most, for the longer side. */
    public int pixels() {
        return pixels;
    }

    /** Empty if no film's name ends so. */
    public static Optional<FilmFormat> of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> name.endsWith(format.ending))
                .findFirst();
    }
}
