package org.ganvas.data.download;

import java.io.IOException;

/** A server did not give what was asked for; the message is the middle of a sentence that begins with its name. */
final class DownloadException extends IOException {

    private static final long serialVersionUID = 1;

    private final boolean transientFailure;

    /** The server said no, or something that will not change at once. */
    DownloadException(String message) {
        this(message, false);
    }

    private DownloadException(String message, boolean worthAnotherTry) {
        super(message);
        this.transientFailure = worthAnotherTry;
    }

    /** Something went wrong on the way, and may go right the next time. */
    static DownloadException transientFailure(String message) {
        return new DownloadException(message, true);
    }

    boolean isTransient() {
        return transientFailure;
    }
}
