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

    private final String extension;
    private final double maxFramesPerSecond;
    private final int maxImageSide;

    FilmFormat(String ending, double fastest, int pixels) {
        this.extension = ending;
        this.maxFramesPerSecond = fastest;
        this.maxImageSide = pixels;
    }

    /** With its dot. */
    public String extension() {
        return extension;
    }

    /** Pictures a second. */
    public double maxFramesPerSecond() {
        return maxFramesPerSecond;
    }

    /** How large a single picture is magnified at most, for the longer side. */
    public int maxImageSide() {
        return maxImageSide;
    }

    /** Empty if no film's name ends so. */
    public static Optional<FilmFormat> of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> name.endsWith(format.extension))
                .findFirst();
    }
}
