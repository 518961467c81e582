package org.ganvas.viewmodel.translate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import org.ganvas.data.DataException;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.ganvas.data.image.ImageFolderIndex;
import org.ganvas.data.image.SingleImageReader;
import org.ganvas.project.io.ProjectException;
import org.ganvas.project.media.ContactSheetStyle;
import org.ganvas.project.media.ImageExport;
import org.ganvas.session.render.LatentRenderer;
import org.ganvas.session.render.LatentRequest;
import org.ganvas.session.run.SampleGrid;
import org.ganvas.session.translation.TranslationInput;
import org.ganvas.viewmodel.support.FrameListener;
import org.ganvas.viewmodel.support.FrameTasks;
import org.ganvas.viewmodel.support.UserPrompts;
import org.ganvas.viewmodel.text.Messages;
import org.ganvas.viewmodel.window.NoticesViewModel;
import org.jspecify.annotations.Nullable;

/**
 * Translation of all images of a folder into a new folder, with the generator as it is at each image. FX thread; images are
 * read and written on a thread of its own.
 */
public final class FolderTranslationViewModel implements FrameListener {

    private final LatentRenderer renderer;
    private final UserPrompts prompts;
    private final NoticesViewModel notices;
    private final FrameTasks tasks;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private @Nullable TranslationInput input;
    private BooleanSupplier averaged = () -> true;

    // Written by the thread of the task.
    private volatile double done;
    private volatile boolean cancelled;

    public FolderTranslationViewModel(
            LatentRenderer renderer, UserPrompts prompts, NoticesViewModel notices, Executor thread) {
        this.renderer = renderer;
        this.prompts = prompts;
        this.notices = notices;
        tasks = new FrameTasks(thread, notices::reportInternalError);
    }

    /** Takes the translation of another run, which ends what is under way; null for a run that translates nothing. */
    void setInput(@Nullable TranslationInput other, BooleanSupplier averagedWeights) {
        cancelled = true;
        input = other;
        averaged = averagedWeights;
    }

    @Override
    public void onFrame(long nanos) {
        tasks.runFinished();
        progress.set(done);
    }

    // ---- Properties ----

    /** Share of the images that are done. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return tasks.busyProperty();
    }

    // ---- Commands ----

    /** Asks for a folder of images and for the name of a new folder, and translates one into the other. */
    public void choose() {
        prompts.chooseFolder(Messages.text("translate.folder.choose"), this::choose);
    }

    /** Asks for the name of a new folder, and translates a folder into it. */
    void choose(Path from) {
        prompts.chooseExport("translated", to -> translate(from, to));
    }

    /** Translates all images of a folder. */
    public void translate(Path from, Path to) {
        TranslationInput now = input;
        if (now != null && !busyProperty().get()) {
            cancelled = false;
            done = 0;
            boolean averagedNow = averaged.getAsBoolean();
            tasks.run(() -> work(now, averagedNow, from, to));
        }
    }

    public void cancel() {
        cancelled = true;
    }

    private Runnable work(TranslationInput now, boolean averagedNow, Path from, Path to) {
        try {
            requireEmpty(to);
            List<Path> files = ImageFolderIndex.of(from, ProgressListener.NONE).files();
            int written = 0;
            for (int i = 0; i < files.size() && !cancelled; i++) {
                written += translateOne(now, averagedNow, from, files.get(i), to, i) ? 1 : 0;
                done = (i + 1.0) / files.size();
            }
            int count = written;
            int unread = files.size() - written;
            if (cancelled) {
                return () -> notices.showRemark(Messages.text("translate.folder.cancelled", count, to.getFileName()));
            }
            return () -> notices.showSaved(
                    unread == 0
                            ? Messages.text("translate.folder.done", count, to.getFileName())
                            : Messages.text("translate.folder.doneBut", count, to.getFileName(), unread),
                    to);
        } catch (DataException e) {
            return () -> notices.report(Messages.text(e.message()));
        } catch (ProjectException e) {
            return () -> notices.report(Messages.text(e.message()));
        } catch (IOException e) {
            return () -> notices.report(Messages.text("translate.folder.notNew", to));
        } catch (CompletionException | CancellationException e) {
            // Another run took the place of the one that translated.
            return () -> notices.report(Messages.text("translate.folder.otherRun"));
        }
    }

    /** A folder that holds something already is left as it is. */
    private static void requireEmpty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> entries = Files.list(folder)) {
                if (entries.findAny().isPresent()) {
                    throw new IOException("not empty");
                }
            }
        }
        Files.createDirectories(folder);
    }

    /** False for a file that cannot be read. */
    private boolean translateOne(TranslationInput now, boolean averagedNow, Path from, Path file, Path to, int number)
            throws ProjectException {
        float[] image;
        try {
            image = SingleImageReader.read(file, now.shape());
        } catch (DataException unreadable) {
            return false;
        }
        float[] given = now.given(image, new SeededRandomStream(number, Purpose.EVALUATION, 3));
        SampleGrid made = renderer.render(new LatentRequest(List.of(given), List.of(0), averagedNow))
                .join();
        Path place = to.resolve(nameOf(from, file) + ".png");
        if (Files.exists(place)) {
            // Two files differ in their ending alone: it becomes a part of the name.
            place = to.resolve(
                    from.relativize(file).toString().replace('\\', '-').replace('/', '-') + ".png");
        }
        ImageExport.save(made, new ContactSheetStyle(1, 0), Map.of(), place);
        return true;
    }

    /** Path within the folder as one name without its ending. */
    private static String nameOf(Path from, Path file) {
        String name = from.relativize(file).toString().replace('\\', '-').replace('/', '-');
        int ending = name.lastIndexOf('.');
        return ending > 0 ? name.substring(0, ending) : name;
    }
}
