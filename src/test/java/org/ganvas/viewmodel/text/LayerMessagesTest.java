package org.ganvas.viewmodel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.ganvas.message.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Messages of other layers in the language of the window. */
class LayerMessagesTest {

    private static final Message REFUSED =
            Message.of("project.open.refused", "a.ganvas", Message.of("project.check.step"));

    @AfterEach
    void speakEnglish() {
        Messages.setLanguage(Locale.ENGLISH);
    }

    @Test
    void messagesFollowTheLanguageOfTheWindow() {
        assertEquals(
                "a.ganvas cannot be opened: its step is negative; the file was left as it is.", Messages.text(REFUSED));
        Messages.setLanguage(Locale.SIMPLIFIED_CHINESE);
        assertEquals("无法打开 a.ganvas：其步数为负；文件保持原样。", Messages.text(REFUSED));
    }

    @Test
    void namesOfFilesStayAsTheyAre() {
        Messages.setLanguage(Locale.SIMPLIFIED_CHINESE);
        assertEquals("没有文件 access was denied。", Messages.text(Message.of("project.open.noFile", "access was denied")));
    }
}
