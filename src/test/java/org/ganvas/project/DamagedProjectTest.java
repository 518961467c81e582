package org.ganvas.project;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import org.ganvas.data.SeededRandomStream;
import org.ganvas.data.SeededRandomStream.Purpose;
import org.junit.jupiter.api.Test;

/** Files that a disk, a network or another program damaged. */
class DamagedProjectTest extends CorruptProject {

    @Test
    void flippedBitsGiveTheSameRunOrASentence() throws Exception {
        SeededRandomStream random = new SeededRandomStream(2024, Purpose.TEST, 0);
        int refused = 0;
        for (int i = 0; i < 600; i++) {
            byte[] bad = good.clone();
            for (int flips = random.nextInt(3); flips >= 0; flips--) {
                bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            }
            refused += refusesOrEquals(bad, "mutation " + i);
        }
        assertTrue(refused > 300, "most of the file is covered by checksums, but only " + refused + " were refused");
    }

    @Test
    void flippedBytesOfTheDirectoryGiveTheSameRunOrASentence() throws Exception {
        int directory = new String(good, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        assertTrue(directory > 0);
        for (int at = directory; at < good.length; at++) {
            byte[] bad = good.clone();
            bad[at] ^= (byte) 0xff;
            refusesOrEquals(bad, "byte " + at);
        }
    }

    @Test
    void cutFilesAreRefused() throws Exception {
        SeededRandomStream random = new SeededRandomStream(2025, Purpose.TEST, 0);
        for (int i = 0; i < 200; i++) {
            Files.write(file, Arrays.copyOf(good, random.nextInt(good.length)));
            assertRefused("");
        }
        Files.write(file, Arrays.copyOf(good, good.length - 1));
        assertRefused("cut short");
    }

    @Test
    void filesOfOtherKindsAreRefused() throws Exception {
        Files.writeString(file, "");
        assertRefused("no zip");
        Files.writeString(file, "This is a letter and not a project at all, whatever its name says.");
        assertRefused("no zip");
        Files.write(file, Arrays.copyOf(good, good.length + 1));
        assertRefused("no zip");
    }

    @Test
    void anEmptyZipIsRefused() throws Exception {
        write(new LinkedHashMap<>());
        assertRefused("project.json is missing");
    }

    @Test
    void aProjectThatAnotherToolPackedAgainIsStillRead() throws Exception {
        write(parts());
        RunFixtures.assertSame(RunFixtures.tiny(), new ProjectStore().load(file));
    }
}
