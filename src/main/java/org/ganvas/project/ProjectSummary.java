package org.ganvas.project;

import java.util.List;

/**
 * Facts about a project that need none of its arrays. Immutable, any thread.
 *
 * @param presetId preset that the run was started from
 * @param dataName display name of its data
 * @param step steps taken
 * @param trainedSeconds training time in seconds
 * @param thumbnail small PNG, empty where there is none; not to be changed
 * @param hidden keys of the panes that are hidden when presenting
 */
public record ProjectSummary(
        String presetId, String dataName, long step, double trainedSeconds, byte[] thumbnail, List<String> hidden) {

    public ProjectSummary {
        hidden = List.copyOf(hidden);
    }
}
