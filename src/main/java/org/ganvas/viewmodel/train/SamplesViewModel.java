package org.ganvas.viewmodel.train;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ganvas.engine.spec.PairedTranslationSpec;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.jspecify.annotations.Nullable;

/**
 * Sample grid of the fixed latents and the real images beside it; of a translation its inputs, outputs and the wanted images; empty for runs on 2-D points. FX
 * thread.
 */
public final class SamplesViewModel implements SnapshotListener {

    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> generated = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> real = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> input = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper paired = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<List<String>> columnNames = new ReadOnlyObjectWrapper<>(List.of());

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        SampleGrid images = imagesOnly(snapshot.generated());
        columnNames.set(namesOf(snapshot.run(), images));
        RunInfo run = snapshot.run();
        paired.set(run == null || run.spec().game() instanceof PairedTranslationSpec);
        input.set(imagesOnly(snapshot.input()));
        generated.set(images);
        real.set(imagesOnly(snapshot.real()));
    }

    private static @Nullable SampleGrid imagesOnly(@Nullable SampleGrid grid) {
        return grid == null || grid.shape().isPoint() ? null : grid;
    }

    private static List<String> namesOf(@Nullable RunInfo run, @Nullable SampleGrid images) {
        if (run == null || images == null || !run.spec().conditional() || images.labels().length == 0) {
            return List.of();
        }
        List<String> names = run.classNames();
        return IntStream.range(0, images.columns())
                .map(column -> images.labels()[column])
                .mapToObj(label -> label < names.size() ? names.get(label) : Integer.toString(label))
                .toList();
    }

    // ---- Properties ----

    public ReadOnlyObjectProperty<@Nullable SampleGrid> generatedProperty() {
        return generated.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable SampleGrid> realProperty() {
        return real.getReadOnlyProperty();
    }

    /** Inputs of a translation; null for a generator of latents. */
    public ReadOnlyObjectProperty<@Nullable SampleGrid> inputProperty() {
        return input.getReadOnlyProperty();
    }

    /** Whether the real images beside a translation's outputs are those that belong to its inputs. */
    public ReadOnlyBooleanProperty pairedProperty() {
        return paired.getReadOnlyProperty();
    }

    /** Class name of each column; empty where columns have no class. */
    public ReadOnlyObjectProperty<List<String>> columnNamesProperty() {
        return columnNames.getReadOnlyProperty();
    }
}
