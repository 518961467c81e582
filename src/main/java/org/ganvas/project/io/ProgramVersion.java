package org.ganvas.project.io;

import org.jspecify.annotations.Nullable;

/** Version of this program, as in project files and {@code --version}. Any thread. */
public final class ProgramVersion {

    private ProgramVersion() {}

    /** The version in the jar's manifest; {@code development} where the classes do not come from a jar. */
    public static String current() {
        @Nullable String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
