package org.ganvas.project.media;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** File format of a film. Immutable, any thread. */
public enum FilmFormat {
    /** At most 256 colours per frame and 50 frames per second; plays everywhere. */
    GIF(".gif", 50, 512),
    /** All colours, lossless; larger. */
    APNG(".png", 120, 512),
    /** H.264, slightly lossy; small. Its encoder is slow, so images are magnified less. */
    MP4(".mp4", 120, 400);

    private final String extension;
    private final double maxFramesPerSecond;
    private final int maxImageSide;

    FilmFormat(String ending, double fastest, int pixels) {
        this.extension = ending;
        this.maxFramesPerSecond = fastest;
        this.maxImageSide = pixels;
    }

    /** File name extension, with its dot. */
    public String extension() {
        return extension;
    }

    /** Highest frame rate that viewers play, in frames per second. */
    public double maxFramesPerSecond() {
        return maxFramesPerSecond;
    }

    /** Longest side of a magnified image, in pixels. */
    public int maxImageSide() {
        return maxImageSide;
    }

    /** The format of a file name; empty if the extension is none of these. */
    public static Optional<FilmFormat> of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> name.endsWith(format.extension))
                .findFirst();
    }
}
