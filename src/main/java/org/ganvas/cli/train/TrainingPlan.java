package org.ganvas.cli.train;

import java.nio.file.Path;
import org.ganvas.cli.support.TrainingTarget;
import org.ganvas.project.ProjectExtras;
import org.ganvas.session.TrainingCommand;
import org.jspecify.annotations.Nullable;

/**
 * What a training command is to do. Immutable.
 *
 * @param begin loads or restores the run
 * @param goal how far it goes
 * @param project where it is saved; null if nowhere
 * @param log where the figures of every step go; null if nowhere
 * @param samples folder for pictures of the fixed grid; null if none
 * @param goesOn whether the log continues an older one
 * @param extras what its project holds beside the run
 */
public record TrainingPlan(
        TrainingCommand begin,
        TrainingTarget goal,
        @Nullable Path project,
        @Nullable Path log,
        @Nullable Path samples,
        boolean goesOn,
        ProjectExtras extras) {}
