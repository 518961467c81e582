package org.ganvas.view.prompt;

import java.util.Locale;

/** Kinds of files that users keep in different folders. Any thread. */
enum FileKind {
    PROJECT,
    /** Single images, and folders of them that the program writes. */
    IMAGE,
    FILM,
    /** Curves, figures and points as text or numbers. */
    TABLE,
    /** Folders of images and files of points to train on. */
    DATA,
    /** Networks in the formats of other programs. */
    MODEL;

    /** Key of the folder in the preferences. */
    String key() {
        return "folder." + name().toLowerCase(Locale.ROOT);
    }

    /** Kind of an export by its file name; a name without an ending is a folder of images. */
    static FileKind ofExport(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0
                ? IMAGE
                : switch (name.substring(dot)) {
                    case ".png" -> IMAGE;
                    case ".gif", ".apng", ".mp4", ".frames" -> FILM;
                    case ".csv", ".json" -> TABLE;
                    default -> MODEL;
                };
    }
}
