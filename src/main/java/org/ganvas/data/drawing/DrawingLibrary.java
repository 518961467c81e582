package org.ganvas.data.drawing;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ganvas.data.DataException;
import org.ganvas.message.Message;

/**
 * The drawings that were used or came with a project since the program started, by the ids of their data. An id follows
 * from the strokes, so no entry is ever replaced by another. Any thread.
 */
public final class DrawingLibrary {

    private static final Map<String, Drawing> DRAWINGS = new ConcurrentHashMap<>();

    private DrawingLibrary() {}

    /** Keeps a drawing, so that its data can be opened by id. */
    public static void keep(Drawing drawing) {
        DRAWINGS.putIfAbsent(drawing.id(), drawing);
    }

    /** Whether an id is that of drawn data. */
    public static boolean isDrawn(String id) {
        return id.startsWith(Drawing.PREFIX);
    }

    /** The drawing of an id; empty where it is not known. */
    public static Optional<Drawing> find(String id) {
        return Optional.ofNullable(DRAWINGS.get(id));
    }

    /** Training set of an id. */
    public static DrawnDataset open(String id) throws DataException {
        return DrawnDataset.of(known(id));
    }

    /** Independent points of an id's drawing. */
    public static DrawnDataset openTest(String id) throws DataException {
        return DrawnDataset.test(known(id));
    }

    private static Drawing known(String id) throws DataException {
        return find(id).orElseThrow(() -> new DataException(Message.of("data.drawing.unknown", id)));
    }

    /** Forgets a drawing, as a new start of the program does. */
    static void forget(String id) {
        DRAWINGS.remove(id);
    }
}
