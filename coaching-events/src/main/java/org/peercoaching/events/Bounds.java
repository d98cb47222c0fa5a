package org.peercoaching.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The closed range a number in an event lies in, or the length of a list; it becomes {@code
 * minimum} and {@code maximum} of its JSON Schema, or {@code minItems} and {@code maxItems}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.TYPE_USE})
public @interface Bounds {

    /** The least value, inclusive. */
    long min() default 0;

    /** The greatest value, inclusive. */
    long max() default Integer.MAX_VALUE;
}
