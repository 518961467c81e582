package org.ganvas.project.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipException;
import org.ganvas.data.FileException;
import org.ganvas.message.Message;
import org.ganvas.message.MessageBundles;
import org.junit.jupiter.api.Test;

/** Reasons of failures are parts of messages in both languages. */
class IoErrorTextTest {

    private static void assertReason(String english, String chinese, Exception e) {
        assertEquals(english, IoErrorText.of(e).english());
        assertEquals(chinese, MessageBundles.text(IoErrorText.of(e), Locale.SIMPLIFIED_CHINESE));
    }

    @Test
    void usualFailuresHaveATextInBothLanguages() {
        assertReason("access was denied", "没有访问权限", new AccessDeniedException("/a"));
        assertReason("the folder does not exist", "文件夹不存在", new NoSuchFileException("/a"));
        assertReason(
                "it is damaged (invalid LOC header)",
                "它已损坏（invalid LOC header）",
                new ZipException("invalid LOC header"));
        assertReason("it is damaged", "它已损坏", new IOException());
        assertReason("No space left on device", "磁盘空间已满", new IOException("No space left on device"));
        assertReason("Read-only file system", "文件系统只读", new FileSystemException("/a", null, "Read-only file system"));
    }

    @Test
    void anExceptionWithAMessageKeepsIt() {
        assertReason("it is a folder", "它是一个文件夹", new FileException(Message.of("project.io.isFolder")));
    }

    @Test
    void otherTextOfTheSystemStaysWithoutItsFullStop() {
        assertReason("disk quota exceeded", "disk quota exceeded", new IOException(" disk quota exceeded. "));
    }

    @Test
    void aFailedExportNamesFileAndReasonInBothLanguages() {
        ProjectException failure =
                ExportFileWriter.failure(Path.of("a.png"), new IOException("No space left on device"));
        assertEquals(
                "a.png could not be written: No space left on device; choose another place.", failure.getMessage());
        assertEquals("无法写入 a.png：磁盘空间已满；请换一个位置。", MessageBundles.text(failure.message(), Locale.SIMPLIFIED_CHINESE));
    }
}
