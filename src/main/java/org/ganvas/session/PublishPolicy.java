package org.ganvas.session;

/**
 * How often the screen hears of training. Between two ticks training runs undisturbed.
 *
 * @param numbersHz snapshots a second while running
 * @param picturesHz copies of the generator a second, for drawing
 */
public record PublishPolicy(double numbersHz, double picturesHz) {

    /** For a window: as often as people see. */
    public static final PublishPolicy SCREEN = new PublishPolicy(30, 30);

    /** For the command line: pictures only when asked for. */
    public static final PublishPolicy TERMINAL = new PublishPolicy(10, 0);

    long numbersNanos() {
        return (long) (1e9 / numbersHz);
    }

    long picturesNanos() {
        return picturesHz > 0 ? (long) (1e9 / picturesHz) : Long.MAX_VALUE;
    }
}
