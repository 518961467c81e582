package org.ganvas.cli.support;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.ganvas.message.Message;

/** Conversion of an argument to a path. Pure functions. */
public final class PathArgument {

    private PathArgument() {}

    /**
     * The path.
     *
     * @throws UsageException if the text is empty, which would mean the working directory, the system's encoding has no bytes for a character of it, as under a POSIX locale, or the
     *     file system does not allow it
     */
    public static Path of(String text) {
        if (text.isBlank()) {
            throw new UsageException(Message.of("cli.usage.emptyPath"));
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            UsageException refusal = new UsageException(Message.of(
                    "cli.usage.path",
                    text,
                    System.getProperty("sun.jnu.encoding", System.getProperty("file.encoding"))));
            refusal.initCause(e);
            throw refusal;
        }
    }
}
