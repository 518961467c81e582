package org.ganvas.fake;

import com.sun.javafx.tk.TKClipboard;
import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;

/** Files dropped on a window, without a drag of the system. FX thread. */
public final class FileDrops {

    private FileDrops() {}

    /** Drops a file on the content of a scene. */
    public static void drop(Scene scene, File file) {
        Dragboard board = board(file);
        Event.fireEvent(scene.getRoot(), event(scene, DragEvent.DRAG_OVER, board));
        Event.fireEvent(scene.getRoot(), event(scene, DragEvent.DRAG_DROPPED, board));
    }

    private static DragEvent event(Scene scene, javafx.event.EventType<DragEvent> type, Dragboard board) {
        double x = scene.getWidth() / 2;
        double y = scene.getHeight() / 2;
        return new DragEvent(
                type, board, x, y, x, y, TransferMode.COPY, scene, null, new PickResult(scene.getRoot(), x, y));
    }

    /** Dragboard that contains one file; its constructor is not public. */
    private static Dragboard board(File file) {
        Object clipboard = Proxy.newProxyInstance(
                FileDrops.class.getClassLoader(),
                new Class<?>[] {TKClipboard.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "hasContent" -> DataFormat.FILES.equals(arguments[0]);
                    case "getContent" -> DataFormat.FILES.equals(arguments[0]) ? List.of(file) : null;
                    case "getContentTypes" -> Set.of(DataFormat.FILES);
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
