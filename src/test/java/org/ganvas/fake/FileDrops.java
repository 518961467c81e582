package org.ganvas.fake;

import com.sun.javafx.tk.TKClipboard;
import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;

/** Drags of files and text over a window, without a drag of the system. FX thread. */
public final class FileDrops {

    private FileDrops() {}

    /** Drops a file on the content of a scene. */
    public static void drop(Scene scene, File file) {
        over(scene.getRoot(), file);
        drop(scene.getRoot(), file);
    }

    /** Drops files on a node. */
    public static void drop(Node node, File... files) {
        fire(node, DragEvent.DRAG_DROPPED, board(DataFormat.FILES, List.of(files)));
    }

    /**
     * Moves files over a node.
     *
     * @return whether they could be dropped there
     */
    public static boolean over(Node node, File... files) {
        return fire(node, DragEvent.DRAG_OVER, board(DataFormat.FILES, List.of(files)));
    }

    /**
     * Moves text over a node.
     *
     * @return whether it could be dropped there
     */
    public static boolean over(Node node, String text) {
        return fire(node, DragEvent.DRAG_OVER, board(DataFormat.PLAIN_TEXT, text));
    }

    /** Takes a drag away from a node. */
    public static void leave(Node node) {
        fire(node, DragEvent.DRAG_EXITED_TARGET, board(DataFormat.FILES, List.of()));
    }

    private static boolean fire(Node node, EventType<DragEvent> type, Dragboard board) {
        Scene scene = node.getScene();
        double x = scene.getWidth() / 2;
        double y = scene.getHeight() / 2;
        DragEvent event = new DragEvent(
                type, board, x, y, x, y, TransferMode.COPY, scene, null, new PickResult(scene.getRoot(), x, y));
        Event.fireEvent(node, event);
        return event.isAccepted();
    }

    /** Dragboard with one content; its constructor is not public. */
    private static Dragboard board(DataFormat format, Object content) {
        Object clipboard = Proxy.newProxyInstance(
                FileDrops.class.getClassLoader(),
                new Class<?>[] {TKClipboard.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "hasContent" -> format.equals(arguments[0]);
                    case "getContent" -> format.equals(arguments[0]) ? content : null;
                    case "getContentTypes" -> Set.of(format);
                    case "getTransferModes" -> Set.of(TransferMode.COPY);
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    default -> null;
                });
        try {
            Constructor<Dragboard> constructor = Dragboard.class.getDeclaredConstructor(TKClipboard.class);
            constructor.setAccessible(true);
            return constructor.newInstance(clipboard);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("JavaFX has changed its dragboard.", e);
        }
    }
}
