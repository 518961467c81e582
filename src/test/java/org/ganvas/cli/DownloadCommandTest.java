package org.ganvas.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DownloadCommandTest {

    @TempDir
    private Path folder;

    private final CliRunner shell = new CliRunner();

    @Test
    void aDownloadedDatasetIsOnlyPrinted() throws IOException {
        Path there = Files.createDirectories(folder.resolve("mnist"));
        shell.succeeds("download", "mnist", "--to", folder.toString());
        assertEquals(there + System.lineSeparator(), shell.out());
        assertEquals("", shell.err());
    }

    @Test
    void sizeLicenceAndFolderArePrintedBeforeTheDownload() throws IOException {
        String nowhere;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nowhere = "http://127.0.0.1:" + free.getLocalPort() + "/";
        }
        shell.fails("could not be downloaded", "download", "kmnist", "--to", folder.toString(), "--from", nowhere);
        String first = shell.err().lines().findFirst().orElse("");
        assertTrue(first.contains("KMNIST: 21.2 MB from " + nowhere), first);
        assertTrue(
                first.contains("CC BY-SA 4.0")
                        && first.contains(folder.resolve("kmnist").toString()),
                first);
    }

    @Test
    void anUnknownDatasetIsWrongUsage() {
        shell.refuses("choose mnist, fashion-mnist, kmnist, emnist", "download", "cifar");
        shell.refuses("Missing required parameter: 'SET'", "download");
    }
}
