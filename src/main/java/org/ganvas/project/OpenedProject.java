package org.ganvas.project;

import java.util.List;
import org.ganvas.session.history.ProjectCheckpoint;
import org.ganvas.session.run.RunCapture;

/**
 * Everything that a project file holds. Immutable, any thread.
 *
 * @param run the run, ready to train on
 * @param summary facts about the project, and its thumbnail
 * @param checkpoints of the run's past, in order of steps
 */
public record OpenedProject(RunCapture run, ProjectSummary summary, List<ProjectCheckpoint> checkpoints) {

    public OpenedProject {
        checkpoints = List.copyOf(checkpoints);
    }

    /** Parts that are saved with the run, so that the project keeps its past and its hidden panes. */
    public ProjectExtras extras() {
        return new ProjectExtras(checkpoints, summary.hidden());
    }
}
