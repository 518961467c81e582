package org.ganvas.viewmodel.dream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.ganvas.data.DataException;
import org.ganvas.data.ProgressListener;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.RunRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FeatureLoaderTest {

    @Test
    void aSingleImageIsTooFewForAClassifier(@TempDir Path images) throws IOException {
        ImageIO.write(
                new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB),
                "png",
                images.resolve("a.png").toFile());
        RunRequest request =
                new RunRequest("own-colour", PresetRegistry.get("own-colour").spec(), images.toString(), 1);
        RunInfo run = new RunInfo(1, request, "one", 1, List.of());
        DataException refused = assertThrows(
                DataException.class,
                () -> FeatureLoader.classifier(run, images.resolve("classifiers"), ProgressListener.NONE));
        assertEquals("project.classifier.singleImage", refused.message().key());
    }
}
