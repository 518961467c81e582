package org.ganvas.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import org.ganvas.fixture.ZipParts;
import org.ganvas.project.io.ProjectLimits;
import org.ganvas.session.run.Keyframe;
import org.ganvas.session.run.KeyframeEasing;
import org.ganvas.session.run.LatentFilm;
import org.ganvas.session.run.LatentPoint;
import org.ganvas.session.run.RunBookmarks;
import org.ganvas.session.run.RunCapture;
import org.junit.jupiter.api.Test;

/** Files that were made to do harm, or edited badly. */
class HostileProjectTest extends CorruptProject {

    @Test
    void missingAndExtraPartsAreRefused() throws Exception {
        Map<String, byte[]> parts = parts();
        parts.remove(WEIGHT);
        write(parts);
        assertRefused(WEIGHT + " is missing");
        parts = parts();
        parts.put("arrays/more.npy", new byte[3]);
        write(parts);
        assertRefused("does not list");
    }

    @Test
    void namesThatLeaveTheZipAreRefused() throws Exception {
        for (String name : new String[] {"../evil", "/tmp/evil", "a\\..\\b", "a/../../b", "C:evil"}) {
            Map<String, byte[]> parts = parts();
            parts.put(name, new byte[3]);
            write(parts);
            assertRefused("forbidden name");
        }
        rewrite(json -> json.replace("\"generator/0.dense/bias\"", "\"../../bias\""));
        assertRefused("an array has a forbidden name");
        rewrite(json -> json.replace("arrays/generator/0.dense/bias.npy", "arrays/generator/0.dense/weight.npy"));
        assertRefused("not where it belongs");
    }

    @Test
    void twoPartsOfOneNameAreRefused() throws Exception {
        Map<String, byte[]> parts = parts();
        parts.put("arrays/generator/0.dense/weighu.npy", parts.get(WEIGHT));
        write(parts);
        byte[] twice = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                .replace("weighu", "weight")
                .getBytes(StandardCharsets.ISO_8859_1);
        Files.write(file, twice);
        assertRefused("twice");
    }

    @Test
    void listsThatNameAPartTwiceAreRefused() throws Exception {
        rewrite(json -> json.replace("generator/0.dense/bias", "generator/0.dense/weight"));
        assertRefused("twice");
        rewrite(json -> json.replace("\"GENERATOR_LOSS\"", "\"DISCRIMINATOR_LOSS\""));
        assertRefused("a curve twice");
    }

    @Test
    void contentsThatDoNotMatchTheirChecksumAreRefused() throws Exception {
        Map<String, byte[]> parts = parts();
        byte[] weight = parts.get(WEIGHT);
        weight[weight.length - 1] ^= 1;
        write(parts);
        assertRefused("not what was saved");
    }

    @Test
    void settingsThatDoNotMatchTheirChecksumAreRefused() throws Exception {
        String readable = new String(ZipParts.zip(parts(), Deflater.NO_COMPRESSION), StandardCharsets.ISO_8859_1);
        assertTrue(readable.contains("\"seed\" : -7"));
        Files.writeString(file, readable.replace("\"seed\" : -7", "\"seed\" : -8"), StandardCharsets.ISO_8859_1);
        assertRefused("the checksum of project.json is wrong");
    }

    @Test
    void arraysOfOtherShapesAndTypesAreRefused() throws Exception {
        rewrite(json -> json.replace("\"shape\" : [ 5, 6 ]", "\"shape\" : [ 6, 5 ]"));
        assertRefused("another shape");
        replaceArray("'<f4'", "'>f4'");
        assertRefused("'<f4'");
        replaceArray("'<f4'", "'<f8'");
        assertRefused("another type");
        Map<String, byte[]> parts = parts();
        parts.put(WEIGHT, Arrays.copyOf(parts.get(WEIGHT), parts.get(WEIGHT).length + 4));
        write(parts);
        assertRefused("another length");
    }

    @Test
    void shapesThatTheSettingsDoNotExplainAreRefusedBeforeMemoryIsTaken() throws Exception {
        for (String shape :
                new String[] {"2000000000", "46000, 46000", "65536, 65536", "-1", "-5, -6", "99999999999"}) {
            rewrite(json -> json.replace("\"shape\" : [ 5, 6 ]", "\"shape\" : [ " + shape + " ]"));
            assertRefused(shape.startsWith("2000") || shape.startsWith("46") ? "explain" : "impossible shape");
        }
    }

    @Test
    void implausiblyLargeNetworksAreRefused() throws Exception {
        rewrite(json -> json.replace("\"units\" : 6", "\"units\" : 2000000000"));
        assertRefused("larger than this program accepts");
        rewrite(json -> json.replace("\"latentDim\" : 3", "\"latentDim\" : 30")
                .replace("\"units\" : 6", "\"units\" : 16000000"));
        assertRefused("larger than this program accepts");
        // 65537 x 65537 pixels are 131073 in an int: the spec alone would let it pass.
        rewrite(json -> json.replace("\"height\" : 2", "\"height\" : 65537")
                .replace("\"width\" : 2", "\"width\" : 65537")
                .replace("\"units\" : 4", "\"units\" : 131073"));
        assertRefused("larger than this program accepts");
    }

    @Test
    void implausiblyLargeConvolutionsAreRefused() throws Exception {
        String conv = "{ \"type\" : \"conv\", \"filters\" : %d, \"kernel\" : %d, \"stride\" : %d, \"padding\" : %d,"
                + " \"bias\" : true }, { \"type\" : \"dense\", \"units\" : 4 }, { \"type\" : \"tanh\" }";
        String back = conv.replace("conv", "convTranspose");
        for (String layer : new String[] {
            conv.formatted(2_000_000_000, 1, 1, 0),
            conv.formatted(1, 2_000_000_001, 1, 1_000_000_000),
            back.formatted(1, 100_000, 1, 0),
            back.formatted(1, 64, 100_000, 0),
            back.formatted(16_000, 64, 64, 0),
        }) {
            rewrite(json -> json.replaceFirst("\\{\\s*\"type\" : \"tanh\"\\s*}", layer));
            assertRefused("larger than this program accepts");
        }
        rewrite(json -> json.replaceFirst("\\{\\s*\"type\" : \"tanh\"\\s*}", conv.formatted(1, 3, 1, 0)));
        assertRefused("Layer 5 (conv 1 of 3x3, stride 1) cannot take 4: a window of 3x3 does not fit");
    }

    @Test
    void aSmallFileThatClaimsToHoldMuchIsRefused() throws Exception {
        rewrite(json -> json.replace("\"units\" : 6", "\"units\" : 1000000")
                .replace("\"shape\" : [ 5, 6 ]", "\"shape\" : [ 40000000 ]"));
        assertRefused("larger than the file can hold");
    }

    @Test
    void aProjectJsonThatGrowsWithoutEndIsRefused() throws Exception {
        rewrite(json -> json + " ".repeat(ProjectLimits.MAX_JSON_BYTES));
        assertRefused("too long");
    }

    @Test
    void aZipOfTooManyPartsIsRefused() throws Exception {
        Map<String, byte[]> parts = parts();
        for (int i = 0; i <= ProjectLimits.MAX_ENTRIES; i++) {
            parts.put("arrays/a" + i + ".npy", new byte[0]);
        }
        write(parts);
        assertRefused("too many parts");
    }

    @Test
    void jsonThatIsNoProjectIsRefused() throws Exception {
        for (String json : new String[] {
            "",
            "{",
            "[]",
            "null",
            "42",
            "\"text\"",
            "{}",
            "{\"formatVersion\":1}",
            "{\"formatVersion\":\"1\"}",
            "{\"formatVersion\":0}",
            "{\"formatVersion\":1.5}",
            "{\"formatVersion\":99999999999}",
            "\u0000\u0001"
        }) {
            rewrite(old -> json);
            assertRefused("project.json is damaged");
        }
    }

    @Test
    void jsonThatIsTooDeepIsRefused() throws Exception {
        rewrite(json -> "[".repeat(100_000));
        assertRefused("project.json is damaged");
        rewrite(json -> "{\"formatVersion\":1,\"spec\":" + "{\"a\":".repeat(50_000));
        assertRefused("project.json is damaged");
    }

    @Test
    void jsonWithMissingOrStrangeValuesIsRefused() throws Exception {
        String[][] changes = {
            {"\"seed\"", "\"sead\""},
            {"\"seed\" : -7", "\"seed\" : null"},
            {"\"step\" : 100", "\"step\" : \"many\""},
            {"\"NON_SATURATING\"", "\"UNHEARD_OF\""},
            {"\"type\" : \"dense\"", "\"type\" : \"java.lang.Runtime\""},
            {"\"classNames\" : [ \"eins\"", "\"classNames\" : [ null"},
            {"\"shape\" : [ 5, 6 ]", "\"shape\" : [ 5, null ]"},
            {"\"metric\" : \"GENERATOR_LOSS\"", "\"metric\" : null"},
        };
        for (String[] change : changes) {
            rewrite(json -> json.replace(change[0], change[1]));
            assertRefused("project.json is damaged");
        }
    }

    @Test
    void valuesThatMakeNoSenseAreRefused() throws Exception {
        String[][] changes = {
            {"\"step\" : 100", "\"step\" : -1", "step is negative"},
            {"\"step\" : 100", "\"step\" : 99", "runs ahead"},
            {"\"trainedSeconds\" : 12.25", "\"trainedSeconds\" : -1.0", "training time"},
            {"\"trainedSeconds\" : 12.25", "\"trainedSeconds\" : \"NaN\"", "training time"},
            {"\"threads\" : 0", "\"threads\" : -1", "number of threads"},
            {"\"threads\" : 0", "\"threads\" : 257", "number of threads"},
            {"\"size\" : 1000", "\"size\" : 0", "no images"},
            {"\"batch\" : 8", "\"batch\" : 1", "A batch holds 2 to 4096 images, not 1"},
            {"\"buckets\" : 100", "\"buckets\" : 1000000000", "impossible length"},
            {"\"buckets\" : 100", "\"buckets\" : -100", "impossible length"},
            {"\"buckets\" : 100", "\"buckets\" : 50", "another shape"},
            {"\"span\" : 1,", "\"span\" : 3,", "span of 3"},
            {"\"id\" : \"builtin:doodles\"", "\"id\" : \"" + "x".repeat(5000) + "\"", "too long"},
        };
        for (String[] change : changes) {
            rewrite(json -> json.replace(change[0], change[1]));
            assertRefused(change[2]);
        }
    }

    @Test
    void aFileWithoutFilmsHasNone() throws Exception {
        rewrite(json -> {
            assertTrue(json.contains("\"films\" : [ ],"), json);
            return json.replace("\"films\" : [ ],", "");
        });
        assertTrue(new ProjectStore().load(file).bookmarks().film().isEmpty());
    }

    @Test
    void aNewerFormatIsDistinguishedFromADamagedOne() throws Exception {
        int newer = ProjectMigrations.NEWEST + 1;
        rewrite(json -> "{\"formatVersion\":" + newer + ",\"somethingNew\":true}");
        assertRefused("a newer version of this program wrote it (format " + newer + ", and this one reads up to "
                + ProjectMigrations.NEWEST + ")");
    }

    @Test
    void filmsThatCannotPlayAreRefused() throws Exception {
        Keyframe keyframe =
                new Keyframe(new LatentPoint(new float[3], new float[] {0.25f, 0.75f}, 1), 7, 2, KeyframeEasing.SMOOTH);
        RunCapture run = RunFixtures.tiny();
        RunBookmarks bookmarks =
                new RunBookmarks(List.of(), List.of(), LatentFilm.EMPTY.withKeyframes(List.of(keyframe)));
        new ProjectStore()
                .save(
                        new RunCapture(
                                run.info(),
                                run.state(),
                                run.trainedSeconds(),
                                run.scalars(),
                                run.metrics(),
                                run.threads(),
                                run.sampleGrid(),
                                bookmarks),
                        file);
        good = Files.readAllBytes(file);
        String duration = "\"hold\" : 7.0,\\s*\"seconds\" : 2.0";
        rewrite(json -> json.replaceFirst(duration, "\"hold\" : -1.0, \"seconds\" : 2.0"));
        assertRefused("a keyframe lasts longer or shorter than it can");
        rewrite(json -> json.replaceFirst(duration, "\"hold\" : 7.0, \"seconds\" : 0.0"));
        assertRefused("a keyframe lasts longer or shorter than it can");
        Pattern list = Pattern.compile("(\"frames\" : \\[\\s*)(\\{[^{}]*\\})");
        String most = "$1" + "$2,".repeat(LatentFilm.MAX_KEYFRAMES - 1) + "$2";
        rewrite(json -> list.matcher(json).replaceFirst(most));
        assertEquals(
                LatentFilm.MAX_KEYFRAMES,
                new ProjectStore().load(file).bookmarks().film().keyframes().size());
        rewrite(json -> list.matcher(json).replaceFirst("$1$2," + most.substring(2)));
        assertRefused("more keyframes than there can be");
    }
}
