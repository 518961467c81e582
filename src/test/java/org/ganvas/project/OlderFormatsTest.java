package org.ganvas.project;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Projects of older programs. Each golden file was written by the program whose format it has. */
class OlderFormatsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void aGoldenFileOpensToTheLastBit(int version) throws Exception {
        Path golden = golden(version);
        RunFixtures.assertSame(RunFixtures.tiny(), new ProjectStore().load(golden));
        ProjectSummary summary = new ProjectStore().summary(golden);
        assertEquals("minute", summary.presetId());
        assertEquals(100, summary.step());
        assertArrayEquals(new byte[0], summary.thumbnail());
    }

    @Test
    void thereIsAGoldenFileForEveryOlderFormat() {
        for (int version = 1; version < ProjectMigrations.NEWEST; version++) {
            assertNotNull(getClass().getResource("/projects/format-" + version + ".ganvas"), "format " + version);
        }
    }

    @Test
    void savingAnOlderProjectAgainGivesThePresentFormat() throws Exception {
        Path file = folder.resolve("run.ganvas");
        new ProjectStore().save(new ProjectStore().load(golden(1)), file);
        Path fresh = folder.resolve("fresh.ganvas");
        new ProjectStore().save(RunFixtures.tiny(), fresh);
        assertArrayEquals(Files.readAllBytes(fresh), Files.readAllBytes(file));
    }

    @Test
    void everyStepLeadsToTheNextVersion() throws Exception {
        for (int version = 1; version <= ProjectMigrations.NEWEST; version++) {
            JsonNode upgraded = ProjectMigrations.upgrade(
                    JsonNodeFactory.instance.objectNode().put("formatVersion", version));
            assertEquals(
                    ProjectMigrations.NEWEST, upgraded.path("formatVersion").intValue());
        }
        assertTrue(
                ProjectMigrations.upgrade(JsonNodeFactory.instance.objectNode().put("formatVersion", 1))
                        .path("pictures")
                        .isArray());
    }

    private Path golden(int version) throws Exception {
        Path copy = folder.resolve("format-" + version + ".ganvas");
        try (var in = getClass().getResourceAsStream("/projects/format-" + version + ".ganvas")) {
            Files.copy(in, copy);
        }
        return copy;
    }
}
