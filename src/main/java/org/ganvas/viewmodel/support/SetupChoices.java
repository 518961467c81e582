package org.ganvas.viewmodel.support;

import java.util.List;
import org.ganvas.data.DatasetEntry;
import org.ganvas.engine.spec.preset.Preset;

/**
 * What can be chosen in the Train room. Immutable, any thread.
 *
 * @param presets in the order people should meet them
 * @param data the built-in sets, the one that opens first at the front
 */
public record SetupChoices(List<Preset> presets, List<DatasetEntry> data) {

    public SetupChoices {
        presets = List.copyOf(presets);
        data = List.copyOf(data);
    }
}
