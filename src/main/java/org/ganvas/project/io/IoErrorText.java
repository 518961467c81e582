package org.ganvas.project.io;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;

/** What went wrong with a file, as a part of a sentence without its full stop. Pure functions, any thread. */
public final class IoErrorText {

    private IoErrorText() {}

    public static String of(Exception e) {
        if (e instanceof AccessDeniedException) {
            return "access was denied";
        }
        if (e instanceof ZipException) {
            return "it is damaged (" + e.getMessage() + ")";
        }
        if (e instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        if (e instanceof NoSuchFileException) {
            return "the folder does not exist";
        }
        if (e.getMessage() == null) {
            return "it is damaged";
        }
        String message = e.getMessage().strip();
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }
}
