package org.ganvas.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import org.ganvas.cli.support.CliContext;
import org.ganvas.cli.support.CliEnvironment;
import org.ganvas.cli.support.CliLanguage;
import org.ganvas.cli.support.ErrorPrinter;
import org.ganvas.cli.support.OpenFileLimit;
import org.ganvas.cli.support.PathArgument;
import org.ganvas.cli.support.PrintStreamWriter;
import org.ganvas.cli.support.StopSignal;
import org.ganvas.cli.support.SystemEnvironment;
import org.ganvas.message.Message;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** The command line. Called on a thread that may take as long as the command takes. */
public final class GanvasCli {

    private static final int FAILED = 1;
    private static final int USAGE_WIDTH = 100;

    private final CliEnvironment environment;
    private final PrintStream out;
    private final PrintStream err;

    GanvasCli(CliEnvironment environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    /**
     * Whether these arguments are for the command line; if not, they ask for a window, empty or with a project.
     *
     * @param args the program's arguments
     */
    public static boolean isCommand(String[] args) {
        return args.length > 0
                && !(args.length == 1 && args[0].toLowerCase(Locale.ROOT).endsWith(".ganvas"));
    }

    /**
     * Runs one command.
     *
     * @param cache folder for files that can be made again; created when the first is written
     * @return the exit status: 0, or 1 if it failed, or 2 if it was used wrongly
     */
    public static int run(String[] args, Path cache, PrintStream out, PrintStream err) {
        return run(args, cache, cache.resolve("data"), out, err);
    }

    /**
     * The same.
     *
     * @param data folder of downloaded datasets
     */
    public static int run(String[] args, Path cache, Path data, PrintStream out, PrintStream err) {
        return new GanvasCli(new SystemEnvironment(cache, data), out, err).run(args);
    }

    int run(String... args) {
        Locale language = CliLanguage.of(args, environment.locale());
        // Closed last: Ctrl+C ends the program only after all output.
        try (StopSignal stop = new StopSignal(environment)) {
            CliContext context = new CliContext(environment, out, err, language, stop);
            int status = execute(context, args);
            // Flushes; a full disk or a closed pipe shows only here.
            boolean lost = out.checkError();
            if (lost && status == 0) {
                context.printError(Message.of("cli.error.output"));
            }
            err.flush();
            return lost && status == 0 ? FAILED : status;
        }
    }

    private static int execute(CliContext context, String... args) {
        try {
            return commandLine(context).execute(args);
        } catch (OutOfMemoryError e) {
            context.printError(Message.of("cli.error.outOfMemory"));
        } catch (LinkageError e) {
            context.printError(
                    OpenFileLimit.isReached()
                            ? Message.of("cli.error.tooManyFiles")
                            : Message.of("cli.error.incompleteProgram", String.valueOf(e.getMessage())));
        }
        return FAILED;
    }

    static CommandLine commandLine(CliContext context) {
        CommandLine line = new CommandLine(new GanvasCommand())
                .addSubcommand(new PresetsCommand(context))
                .addSubcommand(new DatasetsCommand(context))
                .addSubcommand(new DownloadCommand(context))
                .addSubcommand(new TrainCommand(context))
                .addSubcommand(new ResumeCommand(context))
                .addSubcommand(new SampleCommand(context))
                .addSubcommand(new InterpolateCommand(context))
                .addSubcommand(new LabCommand(context))
                .addSubcommand(new DreamCommand(context))
                .addSubcommand(new StyliseCommand(context))
                .addSubcommand(new AnomalyCommand(context))
                .addSubcommand(new EvalCommand(context))
                .addSubcommand(new ExportCommand(context))
                .addSubcommand(new ImportCommand(context));
        line.setOut(PrintStreamWriter.over(context.out()));
        line.setErr(PrintStreamWriter.over(context.err()));
        line.setUsageHelpWidth(USAGE_WIDTH);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.registerConverter(Path.class, PathArgument::of);
        line.setColorScheme(Help.defaultColorScheme(context.environment().terminal() ? Help.Ansi.AUTO : Help.Ansi.OFF));
        ErrorPrinter errors = new ErrorPrinter(context);
        line.setParameterExceptionHandler(errors::parsingFailed);
        line.setExecutionExceptionHandler(errors::commandFailed);
        return line;
    }
}
