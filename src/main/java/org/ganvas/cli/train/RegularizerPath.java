package org.ganvas.cli.train;

import java.math.BigDecimal;
import java.util.Optional;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.base.SpecException;
import org.ganvas.engine.spec.setting.Setting;
import org.ganvas.engine.spec.setting.SettingRange;
import org.ganvas.engine.spec.setting.SettingRegistry;
import org.ganvas.message.Message;

/** Settings of regularizers by the name of their type, whether a spec has them or not. Pure functions. */
final class RegularizerPath {

    private static final String PREFIX = "regularizers.";

    private RegularizerPath() {}

    /** Whether a path names a setting of a regularizer by its type. */
    static boolean isOne(String path) {
        return find(path).isPresent();
    }

    private static Optional<Setting<?>> find(String path) {
        return SettingRegistry.all().stream()
                .filter(setting -> path.startsWith(PREFIX) && setting.id().equals(path))
                .findFirst();
    }

    /**
     * The spec with another value of a setting that {@link #isOne} knows.
     *
     * @throws SpecException if the value is not allowed
     */
    static GanSpec apply(GanSpec spec, String path, String value) {
        Setting<?> setting = find(path).orElseThrow();
        try {
            return setting.range() instanceof SettingRange.Flag
                    ? withFlag(spec, setting, path, value)
                    : withNumber(spec, setting, path, value);
        } catch (IllegalArgumentException absent) {
            String regularizer = path.substring(0, path.lastIndexOf('.') + 1);
            String example = SettingRegistry.all().stream()
                    .map(Setting::id)
                    .filter(id -> id.startsWith(regularizer))
                    .findFirst()
                    .orElse(regularizer);
            throw new SpecException(Message.of("cli.set.absent", path, example), absent);
        }
    }

    private static GanSpec withNumber(GanSpec spec, Setting<?> setting, String path, String value) {
        SpecException.require(SpecPathEditor.NUMBER.matcher(value).matches(), "cli.set.refused", path, value);
        double number = new BigDecimal(value).doubleValue();
        boolean whole = setting.range() instanceof SettingRange.Whole;
        SpecException.require(
                !whole || number == Math.rint(number) && Math.abs(number) <= Integer.MAX_VALUE,
                "cli.set.refused",
                path,
                value);
        return setting.withNumber(spec, number);
    }

    @SuppressWarnings("unchecked")
    private static GanSpec withFlag(GanSpec spec, Setting<?> setting, String path, String value) {
        SpecException.require(value.equals("true") || value.equals("false"), "cli.set.refused", path, value);
        return ((Setting<Boolean>) setting).with(spec, Boolean.valueOf(value));
    }
}
