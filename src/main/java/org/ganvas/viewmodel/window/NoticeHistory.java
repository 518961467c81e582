package org.ganvas.viewmodel.window;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Latest notices, for the report of a failure. Any thread. */
public final class NoticeHistory {

    private static final int MAX_LINES = 20;

    private final Deque<String> lines = new ArrayDeque<>();

    synchronized void add(String text) {
        if (!text.isEmpty()) {
            lines.add(LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS) + " " + text);
            if (lines.size() > MAX_LINES) {
                lines.remove();
            }
        }
    }

    /** Time and text of each notice, oldest first. */
    public synchronized List<String> lines() {
        return List.copyOf(lines);
    }
}
