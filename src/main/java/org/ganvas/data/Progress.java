package org.ganvas.data;

/** How a long piece of work tells how far it is and learns that nobody wants it any more. */
public interface Progress {

    /** Reports nowhere and is never cancelled. */
    Progress NONE = new Progress() {
        @Override
        public void report(double fraction) {
            // nobody listens
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    /** How far it is, 0 to 1. Called from the working thread. */
    void report(double fraction);

    /** Whether to stop; the work then throws {@link java.util.concurrent.CancellationException}. */
    boolean isCancelled();
}
