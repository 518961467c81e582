package org.ganvas.message;

/**
 * An exception that was foreseen and explains itself to the user: what happened, what is safe, what to do. Any thread.
 */
public interface HasMessage {

    /** Message for the user. */
    Message message();
}
