package org.ganvas.view.keys;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.event.EventHandler;
import javafx.scene.input.KeyEvent;

/**
 * All keys of one control. Immutable; handlers are for the FX thread.
 *
 * @param place key of the control's name
 */
public record ControlKeys(String place, List<KeyLine> lines) {

    static ControlKeys of(String place, KeyLine... lines) {
        return new ControlKeys(place, List.of(lines));
    }

    /**
     * Handler that carries the keys out and consumes them.
     *
     * @param actions one a line; a line without one would be listed but do nothing, and is refused
     */
    public EventHandler<KeyEvent> handler(Map<KeyLine, Consumer<KeyEvent>> actions) {
        return handlerIf(actions.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> event -> {
            entry.getValue().accept(event);
            return true;
        })));
    }

    /** The same for actions that are not always possible: each says whether it did something. */
    public EventHandler<KeyEvent> handlerIf(Map<KeyLine, Predicate<KeyEvent>> actions) {
        if (!actions.keySet().equals(Set.copyOf(lines))) {
            throw new IllegalArgumentException("each of " + lines + " needs an action");
        }
        return event -> {
            for (KeyLine line : lines) {
                if (line.matches(event)) {
                    if (actions.getOrDefault(line, none -> false).test(event)) {
                        event.consume();
                    }
                    return;
                }
            }
        };
    }
}
