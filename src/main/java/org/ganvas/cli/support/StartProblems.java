package org.ganvas.cli.support;

import java.nio.file.Path;
import org.ganvas.message.Message;

/** What may be wrong around the program without keeping it from starting, for window and command line. Pure functions. */
public final class StartProblems {

    private StartProblems() {}

    /**
     * The settings file has lines that cannot be read.
     *
     * @param copy name under which the old file is kept
     */
    public static Message damagedSettings(Path file, int lines, String copy) {
        return Message.of("cli.start.damagedSettings", file, lines, copy);
    }

    /** The home folder has no name in the system's encoding. @param instead the folder in its place */
    public static Message unnamedHome(Path instead) {
        return Message.of("cli.start.unnamedHome", System.getProperty("sun.jnu.encoding", "ASCII"), instead);
    }
}
