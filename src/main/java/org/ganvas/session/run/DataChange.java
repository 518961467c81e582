package org.ganvas.session.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ganvas.data.DatasetFingerprint;
import org.ganvas.message.Message;

/**
 * Difference between the data that a run was saved with and the data that is at its place now. A run that continues on
 * other data is another experiment; where classes changed places, a conditional generator would learn them swapped. Pure
 * functions, any thread.
 */
public final class DataChange {

    private static final int MOST_NAMED = 3;

    private DataChange() {}

    /**
     * What has changed, as clauses that begin with "its" or "it"; empty if nothing has, or nothing is known.
     *
     * @param saved facts of the data when the run was saved
     * @param now facts of the data that was opened
     */
    public static Optional<Message> between(RunInfo saved, RunInfo now) {
        List<Message> changes = new ArrayList<>();
        classes(saved.classNames(), now.classNames(), changes);
        boolean sized = saved.dataSize() != now.dataSize();
        if (sized) {
            changes.add(Message.of("session.data.sizeChanged", saved.dataSize(), now.dataSize()));
        }
        boolean known = !saved.dataFingerprint().equals(DatasetFingerprint.NONE)
                && !now.dataFingerprint().equals(DatasetFingerprint.NONE);
        if (known && !sized && !saved.dataFingerprint().equals(now.dataFingerprint())) {
            changes.add(Message.of("session.data.contents"));
        }
        return changes.isEmpty() ? Optional.empty() : Optional.of(Message.list(changes));
    }

    private static void classes(List<String> before, List<String> now, List<Message> changes) {
        if (before.size() != now.size()) {
            changes.add(Message.of("session.data.classCount", before.size(), now.size()));
            return;
        }
        int different = 0;
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).equals(now.get(i)) && ++different <= MOST_NAMED) {
                changes.add(Message.of("session.data.class", i, before.get(i), now.get(i)));
            }
        }
        if (different > MOST_NAMED) {
            changes.add(Message.of("session.data.moreClasses", different - MOST_NAMED));
        }
    }
}
