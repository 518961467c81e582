package org.ganvas.session.history;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.ganvas.engine.train.Trainer;
import org.ganvas.session.run.RunCapture;
import org.ganvas.session.run.SettingChange;

/**
 * Complete checkpoints that a project file brings, and which steps after them cannot be taken again exactly: a file tells
 * that settings were changed between two of them, or that one network rested, but not in which order and by how much.
 * Immutable, any thread.
 *
 * @param complete in order of steps, the run as it was saved last
 * @param unrepeatable steps of those whose next steps are not known
 */
record ImportedPast(List<StoredCheckpoint> complete, NavigableSet<Long> unrepeatable) {

    static ImportedPast of(RunCapture saved, List<ProjectCheckpoint> past) {
        StoredCheckpoint present = StoredCheckpoint.of(saved);
        List<StoredCheckpoint> complete = new ArrayList<>();
        for (ProjectCheckpoint checkpoint : past) {
            ProjectCheckpoint.Networks networks = checkpoint.networks();
            if (networks != null) {
                complete.add(present.before(networks, checkpoint.trainedSeconds()));
            }
        }
        complete.add(present);
        NavigableSet<Long> unrepeatable = new TreeSet<>();
        for (int i = 0; i + 1 < complete.size(); i++) {
            if (!isRepeatable(complete.get(i), complete.get(i + 1), present.changes())) {
                unrepeatable.add(complete.get(i).step());
            }
        }
        return new ImportedPast(complete, unrepeatable);
    }

    private static boolean isRepeatable(StoredCheckpoint from, StoredCheckpoint to, List<SettingChange> changes) {
        return from.info().spec().equals(to.info().spec())
                && from.threads() == to.threads()
                && changes.stream().noneMatch(change -> change.step() >= from.step() && change.step() < to.step())
                && Trainer.tookWholeSteps(from.info().spec(), from.state(), to.state());
    }
}
