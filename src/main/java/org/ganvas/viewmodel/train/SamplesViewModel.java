package org.ganvas.viewmodel.train;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.jspecify.annotations.Nullable;

/** The grid of fixed latents and the real pictures beside it; nothing where a run is about points. FX thread. */
public final class SamplesViewModel implements SnapshotListener {

    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> generated = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> real = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<String>> heads = new ReadOnlyObjectWrapper<>(List.of());

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        SampleGrid pictures = onlyPictures(snapshot.generated());
        heads.set(headsOf(snapshot.run(), pictures));
        generated.set(pictures);
        real.set(onlyPictures(snapshot.real()));
    }

    private static @Nullable SampleGrid onlyPictures(@Nullable SampleGrid grid) {
        return grid == null || grid.shape().isPoint() ? null : grid;
    }

    private static List<String> headsOf(@Nullable RunInfo run, @Nullable SampleGrid pictures) {
        if (run == null || pictures == null || !run.spec().conditional() || pictures.labels().length == 0) {
            return List.of();
        }
        List<String> names = run.classNames();
        return IntStream.range(0, pictures.columns())
                .map(column -> pictures.labels()[column])
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

    /** Name of the class in each column; empty where columns have no class. */
    public ReadOnlyObjectProperty<List<String>> headsProperty() {
        return heads.getReadOnlyProperty();
    }
}
