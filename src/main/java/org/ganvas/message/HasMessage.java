package org.ganvas.message;

/**
 * An exception that was foreseen and explains itself to the user: what happened, what is safe, what to do. Any thread.
 */
public interface HasMessage {

    /** What the user reads. */
    Message message();
}
