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
                    NetworkSettings.ALL, TrainingSettings.ALL, RegularizerSettings.ALL)
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
