package org.ganvas.data.image;

import java.nio.file.Path;
import java.util.Locale;
import org.ganvas.message.Message;

/** What is said of a file that holds data, but in a format that is not read. Pure functions; any thread. */
final class ForeignDataFile {

    private ForeignDataFile() {}

    /**
     * Message about a file that is no IDX file.
     *
     * @param first its first byte
     * @param second its second byte
     */
    static Message message(Path file, int first, int second) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return switch (first << 8 | second) {
            case 0x934E -> Message.of("data.idx.foreign", file, "NumPy");
            case 0x8948 -> Message.of("data.idx.foreign", file, "HDF5");
            case 'P' << 8 | 'A' -> Message.of("data.idx.foreign", file, "Parquet");
            case 0x8002, 0x8003, 0x8004, 0x8005 -> Message.of("data.idx.foreign", file, "Python pickle");
            case 'P' << 8 | 'K' -> ofZip(file, name);
            case '7' << 8 | 'z', 'R' << 8 | 'a', 'B' << 8 | 'Z', 0xFD37, 0x28B5 -> Message.of("data.idx.archive", file);
            default ->
                name.endsWith(".gz") || name.endsWith(".tar")
                        ? Message.of("data.idx.archive", file)
                        : Message.of("data.idx.noMagicNumber", file);
        };
    }

    private static Message ofZip(Path file, String name) {
        if (name.endsWith(".npz")) {
            return Message.of("data.idx.foreign", file, "NumPy");
        }
        return name.endsWith(".xlsx") || name.endsWith(".ods")
                ? Message.of("data.idx.foreign", file, "spreadsheet")
                : Message.of("data.idx.archive", file);
    }
}
