package org.ganvas.cli.train;

import java.nio.file.Path;
import org.ganvas.cli.support.TrainingTarget;
import org.ganvas.project.ProjectExtras;
import org.ganvas.project.ProjectStore;
import org.ganvas.session.TrainingCommand;
import org.jspecify.annotations.Nullable;

/**
 * Inputs, outputs and end of one training command. Immutable.
 *
 * @param start loads or restores the run
 * @param target how far it trains
 * @param project where it is saved; null if nowhere
 * @param log CSV file of every step's figures; null for none
 * @param samples folder for images of the fixed grid; null for none
 * @param appendsLog whether the log continues an older one
 * @param pace the most steps a second; {@link TrainingCommand.SetPace#UNLIMITED} for no limit
 * @param extras what the project holds beside the run
 * @param store opened the run, or will save it
 * @param acceptsChangedData whether a run continues on data that is not what it was saved with
 */
public record TrainingPlan(
        TrainingCommand start,
        TrainingTarget target,
        @Nullable Path project,
        @Nullable Path log,
        @Nullable Path samples,
        boolean appendsLog,
        double pace,
        ProjectExtras extras,
        ProjectStore store,
        boolean acceptsChangedData) {}
