package org.ganvas.project.io;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;
import org.ganvas.message.HasMessage;
import org.ganvas.message.Message;

/** Reasons of failed input and output as message parts without a full stop. Pure functions, any thread. */
public final class IoErrorText {

    private IoErrorText() {}

    /** The reason that an exception carries, or what the operating system says. */
    public static Message of(Exception e) {
        if (e instanceof HasMessage known) {
            return known.message();
        }
        if (e instanceof AccessDeniedException) {
            return Message.of("project.io.accessDenied");
        }
        if (e instanceof ZipException) {
            return Message.of("project.io.damagedZip", String.valueOf(e.getMessage()));
        }
        if (e instanceof FileSystemException system && system.getReason() != null) {
            return ofSystem(system.getReason());
        }
        if (e instanceof NoSuchFileException) {
            return Message.of("project.io.noFolder");
        }
        if (e instanceof FileAlreadyExistsException) {
            return Message.of("project.io.nameTaken");
        }
        return e.getMessage() == null ? Message.of("project.io.damaged") : ofSystem(e.getMessage());
    }

    /** Messages for the usual failures by their text on Linux and macOS (strerror); any other text as it is. */
    private static Message ofSystem(String text) {
        String reason = text.strip();
        return switch (reason) {
            case "No space left on device" -> Message.of("project.io.diskFull");
            case "Read-only file system" -> Message.of("project.io.readOnly");
            case "File name too long" -> Message.of("project.io.nameTooLong");
            case "Permission denied" -> Message.of("project.io.permissionDenied");
            default -> Message.verbatim(reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason);
        };
    }
}
