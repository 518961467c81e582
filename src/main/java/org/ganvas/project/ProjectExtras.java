package org.ganvas.project;

import java.util.List;
import org.ganvas.session.history.ProjectCheckpoint;

/**
 * Contents of a project beside its run. Immutable, any thread.
 *
 * @param checkpoints of the run's past, in order of steps, as
 *     {@link org.ganvas.session.history.ProjectCheckpointSelection} selects them
 * @param hidden keys of the panes that are hidden when presenting
 */
public record ProjectExtras(List<ProjectCheckpoint> checkpoints, List<String> hidden) {

    /** Extras of a project that holds its run alone. */
    public static final ProjectExtras NONE = new ProjectExtras(List.of(), List.of());

    public ProjectExtras {
        checkpoints = List.copyOf(checkpoints);
        hidden = List.copyOf(hidden);
    }

    /** Extras of a project that holds its run and its past. */
    public static ProjectExtras of(List<ProjectCheckpoint> checkpoints) {
        return new ProjectExtras(checkpoints, List.of());
    }
}
