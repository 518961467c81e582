package org.ganvas.app;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ganvas.cli.GanvasCli;
import org.ganvas.cli.support.CliLanguage;
import org.ganvas.cli.support.OpenFileLimit;
import org.ganvas.cli.support.StartProblems;
import org.ganvas.engine.spec.preset.PresetRegistry;
import org.ganvas.message.Message;
import org.ganvas.message.MessageBundles;
import org.ganvas.project.classifier.StoredFeatureNetworks;
import org.ganvas.session.PublishPolicy;
import org.ganvas.session.TrainingLoop;
import org.ganvas.session.background.DaemonThreads;
import org.ganvas.session.history.HistorySettings;
import org.ganvas.session.threads.ThreadPolicy;
import org.ganvas.viewmodel.train.DownloadsViewModel;

/**
 * Main class: the window without arguments, the command line with them. Must not extend Application, because JavaFX
 * would then require the module path.
 */
public final class Launcher {

    private static final double MOST_HISTORY_MB = 1 << 20;

    private static final System.Logger LOG = System.getLogger(Launcher.class.getName());

    private Launcher() {}

    public static void main(String[] args) {
        // AWT sets the texts of image files and needs no screen; on macOS it would get in the way of JavaFX.
        System.setProperty("java.awt.headless", "true");
        try {
            start(args);
        } catch (LinkageError e) {
            System.err.println(
                    OpenFileLimit.isReached()
                            ? "Ganvas may not open as many files as it consists of; allow more, for example with"
                                    + " 'ulimit -n 1024', and start again."
                            : "Ganvas is incomplete or does not fit this system: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void start(String[] args) {
        if (GanvasCli.isCommand(args)) {
            SettingsFile settings = new SettingsFile(AppPaths.settingsFile());
            Locale language = CliLanguage.of(args, Locale.getDefault(Locale.Category.DISPLAY));
            startProblems(settings).forEach(problem -> System.err.println(MessageBundles.text(problem, language)));
            System.exit(GanvasCli.run(args, AppPaths.cacheFolder(), dataFolder(settings), System.out, System.err));
        }
        UnattendedStart.reached("main");
        // A sixth of what the FX thread would do up to the first frame; the toolkit starts meanwhile.
        DaemonThreads.start("presets", PresetRegistry::all);
        try {
            GanvasApp.open(Launcher::newSession, args);
        } catch (UnsupportedOperationException e) {
            System.err.println("Ganvas cannot open a window here (" + e.getMessage()
                    + "); start it on a desktop, or use the command line: ganvas --help.");
            System.exit(1);
        }
    }

    private static HistorySettings historySettings() {
        double megabytes = new SettingsFile(AppPaths.settingsFile())
                .get(
                        "history.memory",
                        HistorySettings.DEFAULT_MEMORY_MB,
                        HistorySettings.MIN_MEMORY_MB,
                        MOST_HISTORY_MB);
        return HistorySettings.ofWindow(AppPaths.stateFolder().resolve("history"), (long) megabytes);
    }

    private static Path dataFolder(SettingsFile settings) {
        String usual = AppPaths.dataFolder().toString();
        try {
            return Path.of(settings.get(DownloadsViewModel.FOLDER, usual));
        } catch (InvalidPathException e) {
            LOG.log(System.Logger.Level.DEBUG, "The folder of the settings is no path.", e);
            return Path.of(usual);
        }
    }

    /** What is wrong around the program without keeping it from starting. */
    static List<Message> startProblems(SettingsFile settings) {
        List<Message> problems = new ArrayList<>();
        if (!AppPaths.homeHasAName()) {
            problems.add(StartProblems.unnamedHome(AppPaths.home()));
        }
        settings.problem().ifPresent(problems::add);
        return problems;
    }

    /** The session of the window, with doctor, evaluation and history. FX thread or before it. */
    public static TrainingLoop newSession() {
        TrainingLoop session =
                new TrainingLoop(PublishPolicy.SCREEN, ThreadPolicy.window(ThreadPolicy.AUTOMATIC), historySettings());
        session.startAnalysis(new StoredFeatureNetworks(AppPaths.cacheFolder().resolve("classifiers")));
        return session;
    }
}
