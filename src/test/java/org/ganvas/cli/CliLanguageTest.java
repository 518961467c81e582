package org.ganvas.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.RunFixtures;
import org.ganvas.session.SessionNotice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The language of messages: {@code --lang}, else the system's, else English; text for machines stays as it is. */
class CliLanguageTest {

    private final CliRunner shell = new CliRunner();

    @TempDir
    private Path folder;

    @Test
    void aTrainingRunSpeaksEnglish() {
        String out = path("run.ganvas");
        shell.succeeds("train", "--steps", "1000", "--out", out, "--lang", "en");
        assertEquals(
                "Done at step 1,000 after 500.0 s of training, saved to " + out
                        + ": D 0.001 G 0.002 D(x) 0.75 D(G(z)) 0.25.\n",
                shell.out());
        List<String> lines = shell.err().lines().toList();
        assertEquals("Training 'minute' on Fake data (100 images), seed 1, from step 0 to 1,000.", lines.get(0));
        assertEquals("Computing with 1 thread.", lines.get(1));
        assertEquals(
                " 2% step 21/1,000 8:10 left 2/s D 0.048 G 0.095 D(x) 0.75 D(G(z)) 0.25",
                lines.get(2).substring(1));
    }

    @Test
    void aTrainingRunSpeaksChinese() {
        String out = path("run.ganvas");
        shell.succeeds("--lang", "zh", "train", "--steps", "1000", "--out", out);
        assertEquals(
                "训练完成：第 1,000 步，训练用时 500.0 秒，已保存到 " + out + "：D 0.001 G 0.002 D(x) 0.75 D(G(z)) 0.25。\n", shell.out());
        List<String> lines = shell.err().lines().toList();
        assertEquals("正在用“Fake data”（100 张图像）训练“minute”：种子 1，从第 0 步到第 1,000 步。", lines.get(0));
        assertEquals("使用 1 个线程计算。", lines.get(1));
        assertEquals(
                " 2% 第 21/1,000 步 剩余 8:10 2/s D 0.048 G 0.095 D(x) 0.75 D(G(z)) 0.25",
                lines.get(2).substring(1));
    }

    @Test
    void failuresSpeakBothLanguages() throws Exception {
        String missing = path("no/x.ganvas");
        shell.fails(
                "There is no folder " + folder.resolve("no") + " for --out; make it first.", "train", "--out", missing);
        shell.fails("--out 的文件夹 " + folder.resolve("no") + " 不存在；请先创建它。", "train", "--out", missing, "--lang=zh");
        shell.environment.prepare = session -> {
            throw new IllegalStateException("one\ntwo");
        };
        shell.fails("由于程序内部错误（IllegalStateException：one），命令未能完成；此前写出的文件是完整的。", "train", "--lang", "zh");
        shell.environment.prepare = session -> {
            throw new OutOfMemoryError();
        };
        shell.fails("内存不足；请以更多内存启动，例如 java -Xmx4g。", "train", "--lang", "zh");
    }

    @Test
    void aRunThatFailsNamesTheCopyInChinese() {
        shell.environment.prepare = session -> session.failsAt = 33;
        shell.fails(
                "The numbers blew up at step 33.到那里为止的训练已保存到 " + path("run-failed.ganvas") + "。",
                "train",
                "--steps",
                "100",
                "--out",
                path("run.ganvas"),
                "--lang",
                "zh");
    }

    @Test
    void wrongUsageIsExplainedInBothLanguages() {
        shell.refuses("--steps takes at least 1.", "train", "--steps", "0");
        shell.refuses("--steps 至少为 1。", "train", "--steps", "0", "--lang", "zh");
        shell.refuses("--threads 的取值范围是 1 到 256，而不是 0。", "--lang", "zh", "train", "--threads", "0");
        shell.refuses(
                "--out 的文件名须以 .gif 或 .png 或 .mp4 结尾，而不是 x.txt。",
                chinese("interpolate", "x", "--seeds", "1,2", "--out", "x.txt"));
        shell.refuses("要执行哪个命令？请从 presets, ", "--lang", "zh");
        shell.refuses("没有设置“training.speed”", chinese("train", "--set", "training.speed=1"));
        // The language counts even where the mistake comes before it.
        shell.refuses("用法有误：", "train", "--steps", "many", "--lang", "zh");
        assertTrue(shell.err().contains("更多说明：ganvas train --help"), shell.err());
    }

    @Test
    void anUnknownLanguageIsWrongUsage() {
        shell.refuses("--lang takes en or zh, not fr.", "presets", "--lang", "fr");
        shell.refuses("--lang takes en or zh, not fr.", "--lang", "fr", "presets");
        shell.refuses("--lang", "presets", "--lang");
        shell.environment.locale = Locale.SIMPLIFIED_CHINESE;
        shell.refuses("--lang 的取值为 en 或 zh，而不是 fr。", "presets", "--lang=fr");
    }

    @Test
    void withoutTheOptionTheSystemsLanguageIsUsed() {
        shell.environment.locale = Locale.TRADITIONAL_CHINESE;
        shell.refuses("--steps 至少为 1。", "train", "--steps", "0");
        shell.refuses("--steps takes at least 1.", "train", "--steps", "0", "--lang", "en");
        shell.environment.locale = Locale.GERMANY;
        shell.refuses("--steps takes at least 1.", "train", "--steps", "0");
    }

    @Test
    void textForMachinesDoesNotDependOnTheLanguage() throws Exception {
        shell.succeeds("train", "--steps", "50", "--log", path("en.csv"));
        shell.succeeds(chinese("train", "--steps", "50", "--log", path("zh.csv")));
        assertEquals(Files.readString(folder.resolve("en.csv")), Files.readString(folder.resolve("zh.csv")));
        for (String list : List.of("presets", "datasets", "--version")) {
            shell.succeeds(list);
            String english = shell.out();
            shell.succeeds(chinese(list));
            assertEquals(english, shell.out());
        }
    }

    @Test
    void evaluationsPrintTheSameJsonInEveryLanguage() throws Exception {
        shell.succeeds("train", "--preset", "ring", "--steps", "1", "--out", path("ring.ganvas"));
        shell.succeeds("eval", path("ring.ganvas"));
        String english = shell.out();
        shell.succeeds(chinese("eval", path("ring.ganvas")));
        assertEquals(english, shell.out());
        assertTrue(new ObjectMapper().readTree(english).has("metrics"), english);
    }

    @Test
    void remarksOfTheSessionArePrintedInEveryLanguage() {
        shell.environment.prepare = session -> session.say(SessionNotice.Kind.INFO, "2 images were left out.");
        shell.succeeds(chinese("train", "--steps", "1"));
        assertTrue(shell.err().contains("2 images were left out."), shell.err());
        assertTrue(shell.err().contains("没有指定 --out FILE.ganvas，因此不会保存任何内容。"), shell.err());
    }

    @Test
    void exportsSpeakChinese() throws Exception {
        new ProjectStore().save(RunFixtures.tiny(), folder.resolve("tiny.ganvas"));
        shell.succeeds(chinese("export", path("tiny.ganvas"), "--to", "npz", "--out", path("w.npz")));
        assertEquals(path("w.npz") + "：9 个数组，第 100 步。\n", shell.out());
        shell.succeeds(chinese("sample", path("tiny.ganvas"), "--rows", "3", "--out", path("grid.png")));
        assertTrue(shell.out().startsWith(path("grid.png") + "：3 行，每行 2 张图像（"), shell.out());
    }

    private static String[] chinese(String... args) {
        String[] all = Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--lang";
        all[args.length + 1] = "zh";
        return all;
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }
}
