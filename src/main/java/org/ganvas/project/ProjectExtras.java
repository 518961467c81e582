package org.ganvas.project;

import java.util.List;
import org.ganvas.session.history.ProjectCheckpoint;

/**
 * What a project holds beside its run. Immutable, any thread.
 *
 * @param checkpoints of the run's past, in order of steps, as {@link org.ganvas.session.history.ProjectCheckpointSelection} chooses them
 * @param hidden keys of panes that a class does not see
 */
public record ProjectExtras(List<ProjectCheckpoint> checkpoints, List<String> hidden) {

    /** A run and nothing else. */
    public static final ProjectExtras NONE = new ProjectExtras(List.of(), List.of());

    public ProjectExtras {
        checkpoints = List.copyOf(checkpoints);
        hidden = List.copyOf(hidden);
    }

    /** A run with its past. */
    public static ProjectExtras of(List<ProjectCheckpoint> moments) {
        return new ProjectExtras(moments, List.of());
    }
}
