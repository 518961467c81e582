package org.ganvas.engine.spec.setting;

import java.util.List;
import java.util.stream.Stream;
import org.ganvas.engine.spec.GanSpec;

/**
 * Every hyper-parameter of a spec that one value sets: a new one is a record component, a line in one of the lists here
 * and its words. Layers, image shape and number of classes are no settings: layers are edited as lists, the others
 * follow the data. Pure, any thread.
 */
public final class SettingRegistry {

    private static final List<Setting<?>> ALL = Stream.of(
                    NetworkSettings.ALL, TrainingSettings.ALL, GameSettings.ALL, RegularizerSettings.ALL)
            .<Setting<?>>flatMap(List::stream)
            .toList();

    private SettingRegistry() {}

    /**
     * A setting that differs between two specs.
     *
     * @param key of the setting's name
     * @param before value before, as numbers and names are written in code
     * @param after value after
     */
    public record Change(String key, String before, String after) {}

    /** All settings, grouped as a user looks for them. */
    public static List<Setting<?>> all() {
        return ALL;
    }

    /**
     * A spec with the values that another one has of the settings of one key.
     *
     * @throws org.ganvas.engine.spec.base.SpecException if they do not fit the spec
     */
    public static GanSpec withValuesOf(String key, GanSpec source, GanSpec target) {
        GanSpec changed = target;
        for (Setting<?> setting : ALL) {
            if (setting.key().equals(key) && setting.appliesTo(source)) {
                changed = setting.copied(source, changed);
            }
        }
        return changed;
    }

    /**
     * Settings that differ and are worth a mark beside the curves. The details of a regularizer are not, where it is
     * added or removed as a whole.
     */
    public static List<Change> changes(GanSpec old, GanSpec now) {
        return ALL.stream()
                .map(setting -> new Change(setting.key(), setting.display(old), setting.display(now)))
                .filter(change -> !change.before().equals(change.after()))
                .filter(change -> !change.before().isEmpty() && !change.after().isEmpty())
                .distinct()
                .toList();
    }
}
