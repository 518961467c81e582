package org.ganvas.cli.support;

import org.ganvas.message.Message;
import org.ganvas.message.MessageException;

/** Failure of a command: the one line that the user reads on the terminal. Ends the command with exit status 1. */
public final class CliException extends MessageException {

    private static final long serialVersionUID = 1L;

    public CliException(Message message) {
        super(message);
    }

    public CliException(Message message, Throwable cause) {
        super(message, cause);
    }
}
