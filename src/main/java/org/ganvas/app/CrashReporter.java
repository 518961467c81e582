package org.ganvas.app;

/** Writes failures of the program itself where they can be found. Any thread. */
final class CrashReporter {

    private static final System.Logger LOG = System.getLogger("org.ganvas");

    private CrashReporter() {}

    static void log(Throwable failure) {
        LOG.log(System.Logger.Level.ERROR, "Unexpected failure", failure);
    }

    /** A failure in a few words, for the person at the screen. */
    static String describe(Throwable failure) {
        String message = failure.getMessage();
        String kind = failure.getClass().getSimpleName();
        return message == null || message.isBlank() ? kind : kind + ": " + message;
    }
}
