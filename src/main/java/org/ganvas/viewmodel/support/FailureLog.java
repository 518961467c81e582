package org.ganvas.viewmodel.support;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Writes down failures of the program itself. Any thread. */
@FunctionalInterface
public interface FailureLog {

    /** Writes a report; null if even that fails. */
    @Nullable
    Report write(Throwable failure);

    /**
     * A report.
     *
     * @param file where it lies
     * @param text what is in it
     */
    record Report(Path file, String text) {}
}
