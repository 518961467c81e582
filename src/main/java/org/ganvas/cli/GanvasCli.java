package org.ganvas.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import org.ganvas.cli.support.CliContext;
import org.ganvas.cli.support.CliEnvironment;
import org.ganvas.cli.support.ErrorPrinter;
import org.ganvas.cli.support.PrintStreamWriter;
import org.ganvas.cli.support.StopSignal;
import org.ganvas.cli.support.SystemEnvironment;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** The command line. Call it on the thread that may take as long as the command takes. */
public final class GanvasCli {

    private static final int FAILED = 1;
    private static final int USAGE_WIDTH = 100;

    private final CliEnvironment backstage;
    private final PrintStream out;
    private final PrintStream err;

    GanvasCli(CliEnvironment backstage, PrintStream out, PrintStream err) {
        this.backstage = backstage;
        this.out = out;
        this.err = err;
    }

    /**
     * Whether these arguments are for the command line; if not, a window is wanted, empty or with a project.
     *
     * @param args as the program got them
     */
    public static boolean isCommand(String[] args) {
        return args.length > 0
                && !(args.length == 1 && args[0].toLowerCase(Locale.ROOT).endsWith(".ganvas"));
    }

    /**
     * Runs one command.
     *
     * @param cache where files are kept that can be made again; made when the first is put into it
     * @return the exit status: 0, or 1 if it failed, or 2 if it was used wrongly
     */
    public static int run(String[] args, Path cache, PrintStream out, PrintStream err) {
        return run(args, cache, cache.resolve("data"), out, err);
    }

    /**
     * The same.
     *
     * @param data where downloaded data sets are kept
     */
    public static int run(String[] args, Path cache, Path data, PrintStream out, PrintStream err) {
        return new GanvasCli(new SystemEnvironment(cache, data), out, err).run(args);
    }

    int run(String... args) {
        // Closed last: Ctrl+C ends the program only when everything is said.
        try (StopSignal stop = new StopSignal(backstage)) {
            int status = execute(new CliContext(backstage, out, err, stop), args);
            out.flush();
            err.flush();
            return status;
        }
    }

    private static int execute(CliContext context, String... args) {
        try {
            return commandLine(context).execute(args);
        } catch (OutOfMemoryError e) {
            context.err().println("There is not enough memory for this; start with more, for example java -Xmx4g.");
        } catch (LinkageError e) {
            context.err().println("The program is incomplete or does not fit this system: " + e.getMessage());
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
                .addSubcommand(new EvalCommand(context))
                .addSubcommand(new ExportCommand(context))
                .addSubcommand(new ImportCommand(context));
        line.setOut(PrintStreamWriter.over(context.out()));
        line.setErr(PrintStreamWriter.over(context.err()));
        line.setUsageHelpWidth(USAGE_WIDTH);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setColorScheme(Help.defaultColorScheme(context.backstage().terminal() ? Help.Ansi.AUTO : Help.Ansi.OFF));
        line.setParameterExceptionHandler(new ErrorPrinter(context.err())::wrongUse);
        line.setExecutionExceptionHandler(new ErrorPrinter(context.err())::failure);
        return line;
    }
}
