package org.ganvas.project.io;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Durability of a folder's list of names (fsync of a directory). Any thread. */
public final class DirectorySync {

    private static final System.Logger LOG = System.getLogger(DirectorySync.class.getName());

    private DirectorySync() {}

    /** Forces the list to the disk. Does nothing on Windows, which has no such call and keeps the list in its journal. */
    public static void force(Path folder) {
        if (File.separatorChar == '\\') {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // The file is in its place already; some network file systems do not support the call.
            LOG.log(System.Logger.Level.DEBUG, "The folder " + folder + " cannot be forced to the disk.", e);
        }
    }
}
