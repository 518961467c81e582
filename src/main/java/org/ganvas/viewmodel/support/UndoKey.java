package org.ganvas.viewmodel.support;

import org.ganvas.engine.spec.setting.Setting;

/**
 * Identity of an undoable change: changes with equal keys in quick succession, as a dragged slider makes them, are one.
 * Immutable, any thread.
 *
 * @param textKey of the name of what was changed, for the menu
 * @param subject what was changed, compared by equals
 */
public record UndoKey(String textKey, Object subject) {

    /** Changes of a setting of the spec. */
    public static UndoKey of(Setting<?> setting) {
        return new UndoKey("change." + setting.key(), setting);
    }
}
