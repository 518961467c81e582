package org.ganvas.project.io;

import java.io.IOException;
import java.nio.file.Path;
import org.ganvas.message.Message;

/** Writing of exported files, completely or not at all, with one kind of error message. Any thread. */
public final class ExportFileWriter {

    private ExportFileWriter() {}

    public static void save(Path file, AtomicFileWriter.Content content) throws ProjectException {
        try {
            AtomicFileWriter.write(file, content);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /** Writes a file of a format that changes bytes written before. */
    public static void saveSeekable(Path file, AtomicFileWriter.SeekableContent content) throws ProjectException {
        try {
            AtomicFileWriter.writeSeekable(file, content);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    public static ProjectException failure(Path file, IOException e) {
        return new ProjectException(Message.of("project.export.notWritten", file, IoErrorText.of(e)), e);
    }
}
