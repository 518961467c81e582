package org.ganvas.engine.spec.setting;

import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A component of nested records, by the names on the way to it, which are the names in their JSON. Pure functions, any
 * thread.
 *
 * @param names from the outermost record to the component, at least one
 */
record RecordPath(List<String> names) {

    static RecordPath of(String dotted) {
        return new RecordPath(List.of(dotted.split("\\.")));
    }

    /**
     * Checks the component's type.
     *
     * @param wanted never primitive
     * @throws IllegalArgumentException if the record has no such component or one of another type
     */
    void requireType(Class<? extends Record> record, Class<?> wanted) {
        Class<?> type = record;
        for (String name : names) {
            type = component(type, name).getType();
        }
        if (MethodType.methodType(type).wrap().returnType() != wanted) {
            throw new IllegalArgumentException(names + " is a " + type + ", not a " + wanted);
        }
    }

    Object get(Record record) {
        Object value = record;
        for (String name : names) {
            value = read(component(value.getClass(), name), value);
        }
        return value;
    }

    /**
     * A copy of the record with another value of the component.
     *
     * @throws org.ganvas.engine.spec.base.SpecException if a record on the way refuses the value
     */
    <R extends Record> R with(R record, Object value) {
        @SuppressWarnings("unchecked")
        Class<R> type = (Class<R>) record.getClass();
        return type.cast(copy(record, 0, value));
    }

    private Object copy(Object record, int depth, Object value) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = read(components[i], record);
            if (components[i].getName().equals(names.get(depth))) {
                values[i] = depth == names.size() - 1 ? value : copy(values[i], depth + 1, value);
            }
        }
        try {
            return record.getClass()
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new))
                    .newInstance(values);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException refusal ? refusal : new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RecordComponent component(Class<?> record, String name) {
        return Arrays.stream(Optional.ofNullable(record.getRecordComponents()).orElse(new RecordComponent[0]))
                .filter(component -> component.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(record.getSimpleName() + " has no " + name));
    }

    private static Object read(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
