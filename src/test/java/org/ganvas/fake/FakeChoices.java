package org.ganvas.fake;

import java.util.List;
import org.ganvas.data.Datasets;
import org.ganvas.engine.spec.Presets;
import org.ganvas.viewmodel.Choices;

/** The real presets with made-up data sets. */
public final class FakeChoices {

    private FakeChoices() {}

    public static Choices all() {
        return new Choices(
                Presets.all(),
                List.of(
                        new Datasets.Entry(
                                Datasets.DOODLES,
                                "Doodle digits",
                                "Handwritten-looking digits drawn by the program itself."),
                        new Datasets.Entry(
                                "builtin:shapes", "Shapes", "Circles, squares and triangles of many sizes.")));
    }
}
