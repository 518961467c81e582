package org.ganvas.viewmodel.support;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reports of failures of the program itself. Any thread. */
@FunctionalInterface
public interface FailureLog {

    /** Writes a report; null if it cannot be written. */
    @Nullable
    Report write(Throwable failure);

    /**
     * A report that was written.
     *
     * @param file path of the report
     * @param text content of the file
     */
    record Report(Path file, String text) {}
}
