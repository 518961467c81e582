package org.ganvas.viewmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ganvas.data.DataException;
import org.ganvas.data.Datasets;
import org.ganvas.data.Progress;
import org.ganvas.engine.spec.Presets;
import org.ganvas.engine.spec.SpecException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SaidTest {

    /** Whoever throws these speaks to the person at the screen. */
    private static final Pattern SPEAKS = Pattern.compile(
            "new (?:Spec|Data|Project|Divergence)Exception\\(|SpecException\\.require\\(|new IOException\\(");

    /** These speak to programmers, or to those who read logs. */
    private static final Pattern INTERNAL = Pattern.compile(
            "(?:new (?:IllegalArgument|IllegalState|UncheckedIO|Cancellation|UnsupportedOperation)Exception|LOG\\.log)"
                    + "\\((?:[^()]++|\\((?:[^()]++|\\([^()]*+\\))*+\\))*+\\)");

    /** Built-in data has names of its own, and a log and a kept classifier are the command line's, which speaks English. */
    private static final Set<String> ELSEWHERE = Set.of("Datasets.java", "CsvExport.java", "ClassifierStore.java");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]++|\\\\.)*+)\"");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);

    @BeforeEach
    void speakChinese() {
        Messages.speak(Locale.SIMPLIFIED_CHINESE);
    }

    @AfterEach
    void speakEnglish() {
        Messages.speak(Locale.ENGLISH);
    }

    @Test
    void aSentenceOfTheDataIsSaidInChinese() {
        DataException refusal =
                assertThrows(DataException.class, () -> Datasets.open("/nowhere/pictures", Progress.NONE));
        assertEquals(
                "/nowhere/pictures 不存在：请检查路径，或选择一个图片文件夹（JPEG、PNG、GIF、BMP），或含 train-images-idx3-ubyte 的文件夹（MNIST 之类）。",
                Said.here(refusal.getMessage()));
    }

    @Test
    void aReasonInsideASentenceIsSaidInChinese() {
        assertEquals(
                "项目无法保存到 /a/b.ganvas：磁盘空间已满；那里的旧文件没有改动，请另存到别处。",
                Said.here(
                        "The project could not be saved to /a/b.ganvas: No space left on device; an older file there is"
                                + " untouched, so save it somewhere else."));
    }

    @Test
    void aListOfReasonsIsSaidPartByPart() {
        assertEquals(
                "pets 中有 3 张图片 无法使用，已略过：2 张已损坏, 1 张大于 5000 万像素。",
                Said.here("3 pictures in pets could not be used and were left out: 2 damaged, 1 larger than 50"
                        + " megapixels."));
    }

    @Test
    void aRefusalOfTheGameIsSaidInChinese() {
        SpecException refusal = assertThrows(
                SpecException.class,
                () -> Presets.get("minute").spec().training().withBatch(1));
        assertEquals("一批有 2 到 4096 张图片，而不是 1 张。", Said.here(refusal.getMessage()));
    }

    @Test
    void whatNobodyKnowsStaysAsItIs() {
        assertEquals("disk quota exceeded", Said.here("disk quota exceeded"));
    }

    @Test
    void englishStaysEnglish() {
        Messages.speak(Locale.ENGLISH);
        assertEquals("access was denied", Said.here("access was denied"));
    }

    @Test
    void everySentenceFromBelowHasItsPattern() throws IOException {
        String known = String.join(
                "\n",
                TextFiles.english("said").values().stream().map(Said::plain).toList());
        Set<String> unknown = new TreeSet<>();
        for (String folder : List.of("data", "engine", "project", "session")) {
            for (Path source : TextFiles.sources(folder)) {
                String code = COMMENT.matcher(Files.readString(source)).replaceAll("");
                boolean heard = !ELSEWHERE.contains(source.getFileName().toString());
                if (heard && SPEAKS.matcher(code).find()) {
                    collect(source, INTERNAL.matcher(code).replaceAll(""), known, unknown);
                }
            }
        }
        assertEquals(Set.of(), unknown);
    }

    private static void collect(Path source, String code, String known, Set<String> unknown) {
        Matcher literal = LITERAL.matcher(code);
        while (literal.find()) {
            for (String piece : literal.group(1).split("%[-,.\\d]*[a-z]")) {
                String words = piece.strip();
                boolean sentence = words.matches("(?s).*\\p{L}{2,} \\p{L}+ \\p{L}.*");
                if (sentence && !known.contains(words)) {
                    unknown.add(source.getFileName() + ": " + words);
                }
            }
        }
    }
}
