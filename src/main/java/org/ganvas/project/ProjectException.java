package org.ganvas.project;

/**
 * A project or an export that cannot be read or written. The message is one sentence for the person at the screen: what
 * happened, what is safe, what to do. Thrown on the thread that reads or writes.
 */
public final class ProjectException extends Exception {

    private static final long serialVersionUID = 1L;

    public ProjectException(String message) {
        super(message);
    }

    public ProjectException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Never null: there is always a sentence. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
