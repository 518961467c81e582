package org.ganvas.viewmodel.window;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last things that were said, for the report of a failure. Any thread. */
public final class NoticeHistory {

    private static final int MOST = 20;

    private final Deque<String> lines = new ArrayDeque<>();

    synchronized void add(String text) {
        if (!text.isEmpty()) {
            lines.add(LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS) + " " + text);
            if (lines.size() > MOST) {
                lines.remove();
            }
        }
    }

    /** Time and sentence, oldest first. */
    public synchronized List<String> lines() {
        return List.copyOf(lines);
    }
}
