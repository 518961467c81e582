package org.ganvas.cli.support;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The number of files that the system lets the program open. Where it is reached, classes and libraries seem to be
 * missing although they are there. Any thread.
 */
public final class OpenFileLimit {

    private OpenFileLimit() {}

    /** Whether no further file can be opened, tried with one that is certainly there. */
    public static boolean isReached() {
        Path certain = Path.of(System.getProperty("java.home", ""), "release");
        try (InputStream in = Files.newInputStream(certain)) {
            return in.read() == Integer.MIN_VALUE;
        } catch (IOException e) {
            return String.valueOf(e.getMessage()).contains("Too many open files");
        }
    }
}
