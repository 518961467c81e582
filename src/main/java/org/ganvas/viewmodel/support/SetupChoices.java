package org.ganvas.viewmodel.support;

import java.util.List;
import org.ganvas.data.DatasetEntry;
import org.ganvas.engine.spec.preset.Preset;

/**
 * Presets and datasets to choose from. Immutable, any thread.
 *
 * @param presets from the easiest to the most demanding
 * @param data built-in datasets; the first one is loaded at the start
 */
public record SetupChoices(List<Preset> presets, List<DatasetEntry> data) {

    public SetupChoices {
        presets = List.copyOf(presets);
        data = List.copyOf(data);
    }
}
