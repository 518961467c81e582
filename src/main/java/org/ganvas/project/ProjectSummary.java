package org.ganvas.project;

import java.util.List;

/**
 * What a project says of itself without its arrays being read. Immutable, any thread.
 *
 * @param presetId the preset the run came from
 * @param dataName what people call its data
 * @param step steps taken
 * @param trainedSeconds time spent training
 * @param thumbnail a small PNG; empty where there is none; not to be changed
 * @param hidden panes that a class does not see
 */
public record ProjectSummary(
        String presetId, String dataName, long step, double trainedSeconds, byte[] thumbnail, List<String> hidden) {

    public ProjectSummary {
        hidden = List.copyOf(hidden);
    }
}
