package org.ganvas.viewmodel.explore;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.ganvas.project.io.ProjectException;
import org.ganvas.project.media.ContactSheetStyle;
import org.ganvas.project.media.ImageExport;
import org.ganvas.project.media.ImageProvenance;
import org.ganvas.session.render.GeneratorSource;
import org.ganvas.session.run.RunInfo;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.viewmodel.support.FrameTasks;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.window.NoticesViewModel;

/** Single images of any grid as PNG files, written on the thread of files. FX thread. */
public final class SampleImageFiles {

    /** Magnifications to choose from. */
    public static final List<Integer> SCALES = List.of(1, 4, 8, 16);

    private final GeneratorSourceViewModel source;
    private final UserPrompts prompts;
    private final NoticesViewModel notices;
    private final FrameTasks tasks;

    SampleImageFiles(GeneratorSourceViewModel source, UserPrompts prompts, NoticesViewModel notices, Executor io) {
        this.source = source;
        this.prompts = prompts;
        this.notices = notices;
        tasks = new FrameTasks(io, notices::reportInternalError);
    }

    void onFrame() {
        tasks.runFinished();
    }

    /**
     * Saves an image where the user chooses.
     *
     * @param image one image, or a grid that is saved as one
     * @param scale pixels of the file for each pixel of the image, one of {@link #SCALES}
     */
    public void save(SampleGrid image, int scale) {
        String name = image.step() > 0 ? "image-step-" + image.step() : "image";
        Map<String, String> texts = provenance(image);
        prompts.chooseExport(name + ".png", file -> tasks.run(() -> write(image, scale, texts, file)));
    }

    /** What made the image; nothing for real images, which have no step. */
    private Map<String, String> provenance(SampleGrid image) {
        RunInfo run = source.run();
        if (image.step() <= 0) {
            return Map.of();
        }
        boolean foreign = source.foreignProperty().get();
        return foreign && source.sourceProperty().get() instanceof GeneratorSource.Frozen frozen
                ? ImageProvenance.of(frozen)
                : run == null ? Map.of() : ImageProvenance.of(run, image.step());
    }

    private Runnable write(SampleGrid image, int scale, Map<String, String> texts, Path file) {
        try {
            ImageExport.save(image, new ContactSheetStyle(scale, 0), texts, file);
            return () -> notices.showSaved(Messages.text("explore.cell.saved", file.getFileName()), file);
        } catch (ProjectException e) {
            return () -> notices.report(Messages.text(e.message()));
        }
    }
}
