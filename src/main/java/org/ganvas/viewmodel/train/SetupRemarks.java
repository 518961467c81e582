package org.ganvas.viewmodel.train;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.ganvas.data.DataPair;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.drawing.DrawingLibrary;
import org.ganvas.data.registry.DatasetPreview;
import org.ganvas.engine.spec.preset.Preset;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.viewmodel.text.DisplayNames;
import org.ganvas.viewmodel.text.Messages;

/** Remarks on what the choice of a preset means for the user's own data. FX thread. */
final class SetupRemarks {

    private final Consumer<String> remarks;
    private final UnaryOperator<String> nameOf;

    /**
     * @param remarks receives each remark
     * @param nameOf display name of a dataset's id
     */
    SetupRemarks(Consumer<String> remarks, UnaryOperator<String> nameOf) {
        this.remarks = remarks;
        this.nameOf = nameOf;
    }

    /** That a preset which was chosen by its image learns the user's own data, which the image does not show. */
    void onKept(Preset preset, String data) {
        boolean builtIn = data.startsWith(DatasetEntry.BUILT_IN)
                || DataPair.parse(data).map(DataPair::builtIn).orElse(false);
        if (!builtIn || DrawingLibrary.isDrawn(data)) {
            remarks.accept(Messages.text("setup.kept.remark", DisplayNames.of(preset), nameOf.apply(data)));
        }
    }

    /** That a preset in grey reads images without their colours. */
    void onColours(Preset preset, String data, Optional<DatasetPreview> preview) {
        int channels = preset.spec().image().channels();
        if (preview.map(seen -> channels == 1 && seen.shape().channels() > 1).orElse(false)) {
            remarks.accept(Messages.text(
                    "setup.grey.remark",
                    DisplayNames.of(preset),
                    nameOf.apply(data),
                    DisplayNames.of(PresetRegistry.get(PresetRegistry.OWN_IMAGES))));
        }
    }

    /** That other data is used, because the preset needs labels that the user's has not. */
    void onLabels(Preset preset, String data, String used) {
        remarks.accept(Messages.text(
                "setup.labels.remark",
                DisplayNames.of(preset),
                preset.spec().classes(),
                nameOf.apply(data),
                nameOf.apply(used)));
    }
}
