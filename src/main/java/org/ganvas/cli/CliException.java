package org.ganvas.cli;

/** A command that failed. The message is the one line that the person at the terminal reads. */
final class CliException extends Exception {

    private static final long serialVersionUID = 1L;

    CliException(String message) {
        super(message);
    }

    CliException(String message, Throwable cause) {
        super(message, cause);
    }
}
