package org.ganvas.data;

/** Progress report and cancellation of a long operation. */
public interface ProgressListener {

    /** Progress that ignores reports and is never cancelled. */
    ProgressListener NONE = new ProgressListener() {
        @Override
        public void report(double fraction) {
            // reports are ignored
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    /** Reports the fraction done, 0 to 1. Called on the working thread. */
    void report(double fraction);

    /** Whether to stop; the operation then throws {@link java.util.concurrent.CancellationException}. */
    boolean isCancelled();
}
