package org.ganvas.session.run;

/**
 * When training pauses by itself: at whichever comes first.
 *
 * @param step the last step taken, counted from the start of the run
 * @param trainedSeconds time spent training, counted from the start of the run
 */
public record StopRule(long step, double trainedSeconds) {

    public static final StopRule NEVER = new StopRule(Long.MAX_VALUE, Double.POSITIVE_INFINITY);

    public boolean met(long atStep, double atSeconds) {
        return atStep >= step || atSeconds >= trainedSeconds;
    }
}
