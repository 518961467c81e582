package org.ganvas;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaConstructor;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.text.DateFormat;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.text.SimpleDateFormat;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Formatter;
import java.util.Locale;
import java.util.Map;
import java.util.Scanner;
import java.util.Set;

/** The JDK's methods that take the system's locale where none is given. */
final class LocaleDependence {

    private static final Map<Class<?>, Set<String>> METHODS = Map.of(
            String.class, Set.of("format", "formatted", "toLowerCase", "toUpperCase"),
            PrintStream.class, Set.of("printf", "format"),
            PrintWriter.class, Set.of("printf", "format"),
            NumberFormat.class,
                    Set.of(
                            "getInstance",
                            "getNumberInstance",
                            "getIntegerInstance",
                            "getPercentInstance",
                            "getCurrencyInstance",
                            "getCompactNumberInstance"),
            DateFormat.class, Set.of("getInstance", "getDateInstance", "getTimeInstance", "getDateTimeInstance"),
            DecimalFormatSymbols.class, Set.of("getInstance"),
            MessageFormat.class, Set.of("format"),
            DateTimeFormatter.class, Set.of("ofPattern"),
            DateTimeFormatterBuilder.class, Set.of("toFormatter"));

    private static final Set<Class<?>> TYPES = Set.of(
            DecimalFormat.class,
            DecimalFormatSymbols.class,
            MessageFormat.class,
            SimpleDateFormat.class,
            Formatter.class,
            Scanner.class);

    /** Calls of and references to what takes no locale although it could. */
    static final DescribedPredicate<JavaAccess<?>> OF_AN_ACCESS =
            DescribedPredicate.describe("its text depends on the system's locale", LocaleDependence::isDependent);

    private LocaleDependence() {}

    private static boolean isDependent(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target)
                || takes(target, Locale.class)
                || takes(target, DecimalFormatSymbols.class)) {
            return false;
        }
        boolean constructor = target.getName().equals(JavaConstructor.CONSTRUCTOR_NAME);
        return constructor
                ? TYPES.stream().anyMatch(type -> target.getOwner().isEquivalentTo(type))
                : METHODS.entrySet().stream()
                        .anyMatch(entry -> target.getOwner().isEquivalentTo(entry.getKey())
                                && entry.getValue().contains(target.getName())
                                && !isFormatWithLocale(target));
    }

    /** {@code format(Object)} of a {@link MessageFormat} that was made with its locale. */
    private static boolean isFormatWithLocale(AccessTarget.CodeUnitAccessTarget target) {
        return target.getOwner().isEquivalentTo(MessageFormat.class)
                && target.getRawParameterTypes().size() != 2;
    }

    private static boolean takes(AccessTarget.CodeUnitAccessTarget target, Class<?> type) {
        return target.getRawParameterTypes().stream().anyMatch(each -> each.isEquivalentTo(type));
    }
}
