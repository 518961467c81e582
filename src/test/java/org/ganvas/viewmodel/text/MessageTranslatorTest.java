package org.ganvas.viewmodel.text;

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
import org.ganvas.data.Progress;
import org.ganvas.data.registry.DatasetRegistry;
import org.ganvas.engine.spec.GanSpec;
import org.ganvas.engine.spec.SpecException;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.engine.spec.setting.SpecDiff;
import org.ganvas.message.MessageBundles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class MessageTranslatorTest {

    /** Whoever throws these speaks to the person at the screen. */
    private static final Pattern SPEAKS = Pattern.compile(
            "new (?:Spec|Data|Project|Divergence)Exception\\(|SpecException\\.require\\(|new IOException\\(");

    /** These speak to programmers, or to those who read logs. */
    private static final Pattern INTERNAL = Pattern.compile(
            "(?:new (?:IllegalArgument|IllegalState|UncheckedIO|Cancellation|UnsupportedOperation)Exception|LOG\\.log)"
                    + "\\((?:[^()]++|\\((?:[^()]++|\\([^()]*+\\))*+\\))*+\\)");

    /**
     * Built-in data has names of its own, a log and a kept classifier are the command line's, which speaks English, and
     * the script is Python.
     */
    private static final Set<String> ELSEWHERE =
            Set.of("DatasetRegistry.java", "StepCsvExport.java", "ClassifierStore.java", "TorchScript.java");

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
                assertThrows(DataException.class, () -> DatasetRegistry.open("/nowhere/pictures", Progress.NONE));
        assertEquals(
                "/nowhere/pictures 不存在：请检查路径，或选择一个图片文件夹（JPEG、PNG、GIF、BMP），或含 train-images-idx3-ubyte 的文件夹（MNIST 之类）。",
                MessageTranslator.here(refusal.getMessage()));
    }

    @Test
    void aReasonInsideASentenceIsSaidInChinese() {
        assertEquals(
                "项目无法保存到 /a/b.ganvas：磁盘空间已满；那里的旧文件没有改动，请另存到别处。",
                MessageTranslator.here(
                        "The project could not be saved to /a/b.ganvas: No space left on device; an older file there is"
                                + " untouched, so save it somewhere else."));
    }

    @Test
    void aListOfReasonsIsSaidPartByPart() {
        assertEquals(
                "pets 中有 3 张图片 无法使用，已略过：2 张已损坏, 1 张大于 5000 万像素。",
                MessageTranslator.here(
                        "3 pictures in pets could not be used and were left out: 2 damaged, 1 larger than 50"
                                + " megapixels."));
    }

    @Test
    void aRefusalOfTheGameIsSaidInChinese() {
        SpecException refusal = assertThrows(
                SpecException.class,
                () -> PresetRegistry.get("minute").spec().training().withBatch(1));
        assertEquals("一批有 2 到 4096 张图像，而不是 1 张。", MessageBundles.text(refusal.message(), Locale.SIMPLIFIED_CHINESE));
    }

    @Test
    void aStepThatBreaksOffIsSaidInChinese() {
        assertEquals(
                "第 41 步时，判别器的梯度变成了无穷大。训练已暂停在最后一个正常的第 40 步，没有丢失任何内容：请回退几步，降低学习率，再继续训练。",
                MessageTranslator.here(
                        "At step 41 the discriminator's gradient became infinite. Training is paused at step 40, the"
                                + " last good one, and nothing is lost: go back some steps, lower the learning rates, then go"
                                + " on."));
    }

    @Test
    void whatCannotChangeInARunIsSaidInWords() {
        GanSpec spec = PresetRegistry.get("minute").spec();
        GanSpec wanted =
                spec.withTraining(spec.training().withBatch(spec.training().batch() + 2));
        SpecException refusal = assertThrows(SpecException.class, () -> SpecDiff.require(spec, wanted));
        assertEquals("What needs a new start cannot change while a run goes on: the batch size.", refusal.getMessage());
        assertEquals("训练进行中不能改变需要重新开始的设置：批大小。", MessageBundles.text(refusal.message(), Locale.SIMPLIFIED_CHINESE));
    }

    @Test
    void theReasonOfADownloadThatFailedIsSaidInChinese() {
        assertEquals(
                "MNIST 未能下载：example.org 的答复是 404。已下载的部分会保留，下次从那里继续；请检查网络连接，或在设置中换一个地址。",
                MessageTranslator.here(
                        "MNIST could not be downloaded: example.org answered 404. What has come is kept and the next"
                                + " try goes on there; check the connection, or give another address in the settings."));
    }

    @Test
    void whatNobodyKnowsStaysAsItIs() {
        assertEquals("disk quota exceeded", MessageTranslator.here("disk quota exceeded"));
    }

    @Test
    void englishStaysEnglish() {
        Messages.speak(Locale.ENGLISH);
        assertEquals("access was denied", MessageTranslator.here("access was denied"));
    }

    @Test
    void everySentenceFromBelowHasItsPattern() throws IOException {
        String known = String.join(
                "\n",
                BundleFiles.english("said").values().stream()
                        .map(MessageTranslator::plain)
                        .toList());
        Set<String> unknown = new TreeSet<>();
        for (String folder : List.of("data", "engine", "project", "session")) {
            for (Path source : BundleFiles.sources(folder)) {
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
