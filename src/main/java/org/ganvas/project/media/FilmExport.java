package org.ganvas.project.media;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.ganvas.project.io.ExportFileWriter;
import org.ganvas.project.io.ProjectException;
import org.ganvas.session.run.SampleGrid;
import org.jcodec.common.io.FileChannelWrapper;

/**
 * Export of films as files that other programs open. A film that is cancelled with
 * {@link java.util.concurrent.CancellationException} or cannot be written leaves nothing behind. Takes up to minutes:
 * call it on a thread that may be busy so long.
 */
public final class FilmExport {

    private FilmExport() {}

    /**
     * Writes a film, completely or not at all.
     *
     * @param framesPerSecond up to {@link FilmFormat#maxFramesPerSecond}
     * @param texts by keyword, for the formats that carry such, as {@link ImageProvenance} gives them
     * @throws ProjectException if it cannot be written
     */
    public static void save(
            FilmFrames film, FilmFormat format, double framesPerSecond, Map<String, String> texts, Path file)
            throws ProjectException {
        if (!(framesPerSecond > 0 && framesPerSecond <= format.maxFramesPerSecond())) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s shows up to %s frames per second, not %s.",
                    format,
                    format.maxFramesPerSecond(),
                    framesPerSecond));
        }
        switch (format) {
            case GIF -> ExportFileWriter.save(file, out -> AnimatedGifExport.write(film, framesPerSecond, out));
            case APNG -> ExportFileWriter.save(file, out -> AnimatedPngExport.write(film, framesPerSecond, texts, out));
            case MP4 ->
                ExportFileWriter.saveSeekable(
                        file, channel -> Mp4FilmExport.write(film, framesPerSecond, new FileChannelWrapper(channel)));
        }
    }

    /**
     * Writes every frame of a film as a PNG into a new folder, completely or not at all.
     *
     * @throws ProjectException if it cannot be written or something is there already
     */
    public static void saveFrames(FilmFrames film, Map<String, String> texts, Path folder) throws ProjectException {
        try {
            PngFrameFolder.write(film, texts, folder);
        } catch (IOException e) {
            throw ExportFileWriter.failure(folder, e);
        }
    }

    /**
     * Writes a contact sheet: images of a film side by side in reading order.
     *
     * @param sheet the images, arranged
     * @throws ProjectException if it cannot be written
     */
    public static void saveContactSheet(SampleGrid sheet, ContactSheetStyle style, Map<String, String> texts, Path file)
            throws ProjectException {
        ImageExport.save(sheet, style, texts, file);
    }
}
