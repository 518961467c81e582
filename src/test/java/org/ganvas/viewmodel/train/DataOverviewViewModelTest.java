package org.ganvas.viewmodel.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.ganvas.data.Dataset;
import org.ganvas.data.DatasetEntry;
import org.ganvas.data.ImageShape;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.decode.ImageTestFiles;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.session.TrainingSession;
import org.ganvas.session.TrainingSnapshot;
import org.ganvas.session.run.DatasetOverview;
import org.ganvas.viewmodel.text.Messages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataOverviewViewModelTest {

    @TempDir
    private Path folder;

    private @Nullable Dataset data;
    private Locale before = Locale.ENGLISH;

    private final DataOverviewViewModel model = new DataOverviewViewModel((TrainingSession) Proxy.newProxyInstance(
            TrainingSession.class.getClassLoader(),
            new Class<?>[] {TrainingSession.class},
            (proxy, method, args) -> method.getName().equals("data") ? data : null));

    @BeforeEach
    void english() {
        before = Messages.locale();
        Messages.setLanguage(Locale.ENGLISH);
    }

    @AfterEach
    void restore() {
        Messages.setLanguage(before);
    }

    @Test
    void ownImagesAreShownWithWhatWasUnderstoodAndLeftOut() throws Exception {
        ImageTestFiles.plain(folder.resolve("cats/1.png"), 4, 4, 0);
        ImageTestFiles.plain(folder.resolve("dogs/1.png"), 4, 4, 0xFFFFFF);
        Files.write(folder.resolve("dogs/2.jpg"), new byte[0]);
        data = DatasetRegistry.open(folder.toString(), new ImageShape(1, 4, 4), ProgressListener.NONE);
        model.onSnapshot(TrainingSnapshot.EMPTY);
        assertTrue(model.sentences().contains("2 classes: cats (1), dogs (1)."), model.sentences());
        assertEquals(List.of("dogs/2.jpg is empty"), model.leftOut());
        assertNotNull(model.samplesProperty().get());
        assertEquals(2, model.stripProperty().get().count());
        assertEquals(1, model.stripProperty().get().pixels()[31]);
    }

    @Test
    void theOverviewIsMadeOnceForEachDataset() throws Exception {
        model.onSnapshot(TrainingSnapshot.EMPTY);
        assertNull(model.overviewProperty().get());
        data = DatasetRegistry.open("builtin:ring", ProgressListener.NONE);
        model.onSnapshot(TrainingSnapshot.EMPTY);
        DatasetOverview first = model.overviewProperty().get();
        model.onSnapshot(TrainingSnapshot.EMPTY);
        assertSame(first, model.overviewProperty().get());
    }

    @Test
    void builtInImagesHaveADescriptionInsteadOfAStrip() throws Exception {
        data = DatasetRegistry.open(DatasetEntry.DOODLES, ProgressListener.NONE);
        model.onSnapshot(TrainingSnapshot.EMPTY);
        assertNull(model.stripProperty().get());
        assertEquals(48, model.samplesProperty().get().count());
        assertTrue(model.leftOut().isEmpty());
    }
}
