package org.ganvas.engine.spec.setting;

import java.util.Optional;
import org.ganvas.engine.spec.GanSpec;

/** Reading and replacing of one value in a spec. Pure functions, any thread. */
interface SettingAccess<T> {

    /** The type of the values, never primitive. */
    Class<T> type();

    /** The value that the spec holds; empty where it lacks the record that would hold it. */
    Optional<T> find(GanSpec spec);

    /** The value that means absence; empty where there is none. */
    default Optional<T> none() {
        return Optional.empty();
    }

    /**
     * The spec with another value.
     *
     * @throws org.ganvas.engine.spec.base.SpecException if the value does not fit the spec
     */
    GanSpec with(GanSpec spec, T value);

    /** Path of the value in the spec's JSON; empty where the JSON has no field for it. */
    Optional<String> path(GanSpec spec);
}
