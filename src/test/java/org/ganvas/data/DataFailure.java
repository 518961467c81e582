package org.ganvas.data;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.regex.Pattern;
import org.ganvas.message.MessageBundles;
import org.junit.jupiter.api.function.Executable;

/** Expected failure to read data, whose message must be complete in both languages. */
public final class DataFailure {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private DataFailure() {}

    /** English message of the {@link DataException} that an action throws. */
    public static String messageOf(Executable action) {
        DataException failure = assertThrows(DataException.class, action);
        String english = failure.getMessage();
        String chinese = MessageBundles.text(failure.message(), Locale.SIMPLIFIED_CHINESE);
        assertFalse(HAN.matcher(english).find(), english);
        assertTrue(HAN.matcher(chinese).find(), chinese);
        for (String text : new String[] {english, chinese}) {
            assertFalse(text.contains("{"), () -> "an argument is missing: " + text);
        }
        return english;
    }
}
