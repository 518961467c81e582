package org.ganvas.engine.spec.base;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * JSON value of a record component that a file does not have: of a hyper-parameter that is younger than the file. A
 * component without it is required.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface AbsentDefault {

    /** The value as JSON, for example {@code 0.5}, {@code []} or {@code {"type":"..."}}. */
    String value();
}
