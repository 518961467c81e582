package org.ganvas.viewmodel.project;

import java.nio.file.Path;

/**
 * A project that was opened or saved recently. Immutable.
 *
 * @param file absolute path
 * @param exists whether the file exists
 */
public record RecentProject(Path file, boolean exists) {

    public String name() {
        return String.valueOf(file.getFileName());
    }

    public String folder() {
        return String.valueOf(file.getParent());
    }
}
