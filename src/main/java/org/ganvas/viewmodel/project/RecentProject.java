package org.ganvas.viewmodel.project;

import java.nio.file.Path;

/**
 * A project that was open lately. Immutable.
 *
 * @param file where it was
 * @param there whether it still is
 */
public record RecentProject(Path file, boolean there) {

    public String name() {
        return String.valueOf(file.getFileName());
    }

    public String folder() {
        return String.valueOf(file.getParent());
    }
}
