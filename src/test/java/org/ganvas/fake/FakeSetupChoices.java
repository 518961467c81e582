package org.ganvas.fake;

import java.util.List;
import org.ganvas.data.DatasetEntry;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.viewmodel.support.SetupChoices;

/** The built-in presets with two fake datasets. */
public final class FakeSetupChoices {

    private FakeSetupChoices() {}

    public static SetupChoices all() {
        return new SetupChoices(
                PresetRegistry.all(),
                List.of(
                        new DatasetEntry(
                                DatasetEntry.DOODLES,
                                "Doodle digits",
                                "Handwritten-looking digits drawn by the program itself."),
                        new DatasetEntry("builtin:shapes", "Shapes", "Circles, squares and triangles of many sizes.")));
    }
}
