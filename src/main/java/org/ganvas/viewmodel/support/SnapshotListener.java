package org.ganvas.viewmodel.support;

import org.ganvas.session.TrainingSnapshot;

/** A view model that shows something of the training session. Called on the FX thread. */
@FunctionalInterface
public interface SnapshotListener {

    /** Takes over what the session published, at most once a frame; older snapshots may have been skipped. */
    void onSnapshot(TrainingSnapshot snapshot);
}
