package org.ganvas.viewmodel;

import java.util.List;
import org.ganvas.data.Datasets;
import org.ganvas.engine.spec.Preset;

/**
 * What can be chosen in the Train room. Immutable, any thread.
 *
 * @param presets in the order people should meet them
 * @param data the built-in sets, the one that opens first at the front
 */
public record Choices(List<Preset> presets, List<Datasets.Entry> data) {

    public Choices {
        presets = List.copyOf(presets);
        data = List.copyOf(data);
    }
}
