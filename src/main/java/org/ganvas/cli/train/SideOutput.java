package org.ganvas.cli.train;

import org.ganvas.message.Message;
import org.ganvas.message.MessageException;
import org.jspecify.annotations.Nullable;

/**
 * An output beside the project: sample images, the log, safety copies. Its failures never end training: the first one is
 * printed when it happens, further ones are silent, and {@link #hasFailed} tells the end of the command about it. Failures
 * may arise on any thread; they are printed by the command's own.
 */
final class SideOutput {

    private static final System.Logger LOG = System.getLogger(SideOutput.class.getName());

    private final Message name;
    private volatile @Nullable Message failure;
    private volatile boolean failed;
    private boolean told;

    /** @param name what the user knows it by, such as {@code --samples} */
    SideOutput(Message name) {
        this.name = name;
    }

    /** Work that writes a part of the output. */
    @FunctionalInterface
    interface Writing {
        void run() throws MessageException;
    }

    /**
     * Writes a part of the output.
     *
     * @return whether that succeeded
     */
    boolean attempt(Writing writing) {
        try {
            writing.run();
            return true;
        } catch (MessageException e) {
            fail(e.message());
            return false;
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "An output failed.", e);
            fail(Message.of("cli.train.sideOutputBroken", e));
            return false;
        }
    }

    private void fail(Message reason) {
        failed = true;
        failure = reason;
    }

    /** Whether any part of the output could not be written. */
    boolean hasFailed() {
        return failed;
    }

    /** Forgets a failure that a later success made good, so that the next one is printed again. */
    void recovered() {
        failed = false;
        failure = null;
        told = false;
    }

    /** The message of the first failure, once; null where there is nothing new to print. */
    @Nullable
    Message news() {
        Message problem = failure;
        if (problem == null || told) {
            return null;
        }
        told = true;
        return Message.of("cli.train.sideOutput", problem);
    }

    Message name() {
        return name;
    }
}
