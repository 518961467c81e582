package org.ganvas.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Every exception that explains itself to the user does so in both languages. */
class ExceptionMessagesTest {

    private static final Message EXAMPLE = Message.list(List.of(Message.verbatim("first"), Message.verbatim("second")));

    @Test
    void everyExceptionWithAMessageSpeaksBothLanguages() throws ReflectiveOperationException {
        List<JavaClass> types = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.ganvas").stream()
                        .filter(type -> type.isAssignableTo(HasMessage.class)
                                && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .toList();
        assertTrue(types.size() >= 4, "found " + types.size());
        for (JavaClass type : types) {
            Exception thrown = create(type.reflect());
            assertEquals("first, second", thrown.getMessage(), type.getName());
            Message message = ((HasMessage) thrown).message();
            assertEquals("first, second", MessageBundles.text(message, Locale.ENGLISH), type.getName());
            assertEquals("first，second", MessageBundles.text(message, Locale.SIMPLIFIED_CHINESE), type.getName());
        }
    }

    /** With the constructor that takes a message; what else it takes is false, zero or null. */
    private static Exception create(Class<?> type) throws ReflectiveOperationException {
        Constructor<?> constructor = Arrays.stream(type.getDeclaredConstructors())
                .filter(each -> Arrays.asList(each.getParameterTypes()).contains(Message.class))
                .min(Comparator.comparingInt(Constructor::getParameterCount))
                .orElseThrow(() -> new AssertionError(type + " has no constructor that takes a message"));
        constructor.setAccessible(true);
        Object[] arguments = Arrays.stream(constructor.getParameterTypes())
                .map(ExceptionMessagesTest::argument)
                .toArray();
        return (Exception) constructor.newInstance(arguments);
    }

    private static Object argument(Class<?> type) {
        if (type == Message.class) {
            return EXAMPLE;
        }
        if (type == boolean.class) {
            return false;
        }
        return type.isPrimitive() ? 0 : null;
    }
}
