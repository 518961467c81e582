package org.ganvas.viewmodel.train;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetEntry;
import org.ganvas.message.Message;
import org.ganvas.message.MessageBundles;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.DatasetOverview;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.support.SnapshotListener;
import org.ganvas.viewmodel.text.Messages;
import org.jspecify.annotations.Nullable;

/** Overview of the data of the run: what was understood, samples, and what was left out. FX thread. */
public final class DataOverviewViewModel implements SnapshotListener {

    private static final int ROWS = 4;
    private static final int COLUMNS = 12;
    private static final int STRIP = 6;

    private final TrainingSession session;
    private final ReadOnlyObjectWrapper<@Nullable DatasetOverview> overview = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> samples = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SampleGrid> strip = new ReadOnlyObjectWrapper<>();
    private @Nullable Dataset shown;

    public DataOverviewViewModel(TrainingSession session) {
        this.session = session;
    }

    @Override
    public void onSnapshot(TrainingSnapshot snapshot) {
        Dataset data = session.data();
        if (data != null && data != shown) {
            shown = data;
            DatasetOverview now = DatasetOverview.of(data, ROWS, COLUMNS);
            samples.set(now.samples());
            boolean own = !data.id().startsWith(DatasetEntry.BUILT_IN)
                    && !data.shape().isPoint();
            strip.set(own ? DatasetOverview.of(data, 1, STRIP).samples() : null);
            overview.set(now);
        }
    }

    // ---- Properties ----

    /** Overview of the loaded data; null before the first. */
    public ReadOnlyObjectProperty<@Nullable DatasetOverview> overviewProperty() {
        return overview.getReadOnlyProperty();
    }

    /** Samples of the loaded data. */
    public ReadOnlyObjectProperty<@Nullable SampleGrid> samplesProperty() {
        return samples.getReadOnlyProperty();
    }

    /** A row of samples of the user's own images; null for built-in data and for points. */
    public ReadOnlyObjectProperty<@Nullable SampleGrid> stripProperty() {
        return strip.getReadOnlyProperty();
    }

    /** Sentences about the data, in the language of the window. */
    public String sentences() {
        DatasetOverview now = overview.get();
        return now == null ? "" : lines(now.sentences());
    }

    /** One line for each file that was left out; empty where none was. */
    public List<String> leftOut() {
        DatasetOverview now = overview.get();
        return now == null
                ? List.of()
                : now.leftOut().stream().map(DataOverviewViewModel::text).toList();
    }

    private static String lines(List<Message> messages) {
        return String.join(
                "\n", messages.stream().map(DataOverviewViewModel::text).toList());
    }

    private static String text(Message message) {
        return MessageBundles.text(message, Messages.locale());
    }
}
