package org.ganvas.data.download;

import java.io.IOException;
import org.ganvas.message.HasMessage;
import org.ganvas.message.Message;

/** Failure of a server to deliver a file. The message is a clause that begins with the server's name. */
final class DownloadException extends IOException implements HasMessage {

    private static final long serialVersionUID = 1L;

    private final Message message;
    private final boolean transientFailure;

    /** Failure that would repeat at once. */
    DownloadException(Message message) {
        this(message, false);
    }

    private DownloadException(Message message, boolean transientFailure) {
        super(message.english());
        this.message = message;
        this.transientFailure = transientFailure;
    }

    /** Failure on the way, after which another attempt may succeed. */
    static DownloadException transientFailure(Message message) {
        return new DownloadException(message, true);
    }

    @Override
    public Message message() {
        return message;
    }

    boolean isTransient() {
        return transientFailure;
    }
}
