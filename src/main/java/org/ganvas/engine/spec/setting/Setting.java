package org.ganvas.engine.spec.setting;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.ganvas.engine.spec.GanSpec;

/**
 * A hyper-parameter: how it is read from a spec and replaced, what it may be, when it matters. Immutable, any thread.
 *
 * @param <T> type of its values: Double, Integer, Long, Boolean or an enum
 */
public final class Setting<T> {

    private final String id;
    private final String key;
    private final SpecPart part;
    private final SettingRange range;
    private final SettingAccess<T> access;
    private final Predicate<GanSpec> condition;
    private final Function<GanSpec, String> display;

    private Setting(
            String id,
            String key,
            SpecPart part,
            SettingRange range,
            SettingAccess<T> access,
            Predicate<GanSpec> condition,
            Function<GanSpec, String> display) {
        this.id = id;
        this.key = key;
        this.part = part;
        this.range = range;
        this.access = access;
        this.condition = condition;
        this.display = display;
    }

    /**
     * A setting that always matters.
     *
     * @param id distinguishes it from all others; see {@link #id()}
     * @param key of its name; see {@link #key()}
     */
    static <T> Setting<T> of(String id, String key, SpecPart part, SettingRange range, SettingAccess<T> access) {
        return new Setting<>(
                id,
                key,
                part,
                range,
                access,
                spec -> true,
                spec -> access.find(spec).or(access::none).map(String::valueOf).orElse(""));
    }

    /** The same setting where it matters only for specs that meet a condition. */
    Setting<T> when(Predicate<GanSpec> met) {
        return new Setting<>(id, key, part, range, access, met, display);
    }

    /** The same setting with its value written differently. */
    Setting<T> shownAs(Function<GanSpec, String> text) {
        return new Setting<>(id, key, part, range, access, condition, text);
    }

    /**
     * Names of record components separated by dots, as {@code --set} and JSON have them. Of a regularizer, which JSON
     * numbers, the name of its type stands in place of the number; {@link #path} has the number.
     */
    public String id() {
        return id;
    }

    /** End of the text key of its name; stands in project files for settings that were changed while training. */
    public String key() {
        return key;
    }

    public SpecPart part() {
        return part;
    }

    public SettingRange range() {
        return range;
    }

    /** Whether it matters for a spec: where it does not, it is absent, ignored or refused. */
    public boolean appliesTo(GanSpec spec) {
        return condition.test(spec)
                && (access.find(spec).isPresent() || access.none().isPresent());
    }

    /** Whether a run under the spec takes a change between two steps; otherwise a change needs a new start. */
    public boolean isLive(GanSpec spec) {
        return part.live() && (part != SpecPart.AVERAGE || spec.training().averagesWeights());
    }

    /**
     * The value in a spec; of a regularizer that it lacks, the value that means absence.
     *
     * @throws IllegalArgumentException if the spec has no such value
     */
    public T get(GanSpec spec) {
        return access.find(spec)
                .or(access::none)
                .orElseThrow(() -> new IllegalArgumentException("No " + id + " in this spec"));
    }

    /** The value that the spec holds; empty where it lacks the regularizer. */
    Optional<T> find(GanSpec spec) {
        return access.find(spec);
    }

    /** The value in a spec as it is noted beside the curves; empty where there is none. */
    String display(GanSpec spec) {
        return display.apply(spec);
    }

    /**
     * The spec with another value.
     *
     * @throws org.ganvas.engine.spec.base.SpecException if the value does not fit the spec, with the reason
     * @throws IllegalArgumentException if the setting is of a regularizer that the spec lacks and cannot add it
     */
    public GanSpec with(GanSpec spec, T value) {
        return access.with(spec, value);
    }

    /** The spec with the value of another one, which has it. */
    GanSpec copied(GanSpec source, GanSpec target) {
        T value = get(source);
        return appliesTo(target) && value.equals(get(target)) ? target : with(target, value);
    }

    /** The spec with a number as the value; whole numbers lose their fraction. */
    public GanSpec withNumber(GanSpec spec, double number) {
        Object value = access.type() == Integer.class
                ? (Object) (int) number
                : access.type() == Long.class ? (Object) (long) number : (Object) number;
        return access.with(spec, access.type().cast(value));
    }

    /** Path of the value in the spec's JSON, as {@code --set} takes it; empty where the JSON has no field for it. */
    public Optional<String> path(GanSpec spec) {
        return access.path(spec);
    }

    @Override
    public String toString() {
        return id;
    }
}
