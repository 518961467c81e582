package org.ganvas.session;

/**
 * How often snapshots are published; between two of them training runs undisturbed. Immutable, any thread.
 *
 * @param numbersHz snapshots a second while running
 * @param imagesHz copies of the generator a second, for rendering; 0 for none
 */
public record PublishPolicy(double numbersHz, double imagesHz) {

    /** For a window: the frame rate of the eye. */
    public static final PublishPolicy SCREEN = new PublishPolicy(30, 30);

    /** For the command line: no images. */
    public static final PublishPolicy TERMINAL = new PublishPolicy(10, 0);

    long numbersNanos() {
        return (long) (1e9 / numbersHz);
    }

    long imagesNanos() {
        return imagesHz > 0 ? (long) (1e9 / imagesHz) : Long.MAX_VALUE;
    }
}
