package org.ganvas.cli.support;

import java.io.PrintStream;
import java.io.PrintWriter;
import org.ganvas.data.DataException;
import org.ganvas.engine.spec.SpecException;
import org.ganvas.project.io.ProjectException;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said when a command cannot do its work: never a stack trace. */
public final class ErrorPrinter {

    private final PrintStream err;

    public ErrorPrinter(PrintStream err) {
        this.err = err;
    }

    /** The mistake, the nearest right word, and how the command is used, in as few lines as it takes. */
    public int wrongUse(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        err.println(e.getMessage());
        PrintWriter writer = command.getErr();
        UnmatchedArgumentException.printSuggestions(e, writer);
        Help help = command.getHelp();
        writer.print(help.synopsisHeading() + help.synopsis(help.synopsisHeadingLength()));
        writer.println("More: " + command.getCommandSpec().qualifiedName() + " --help");
        writer.flush();
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    /** One line that says why. */
    public int failure(Exception e, CommandLine command, ParseResult parsed) {
        boolean foreseen = e instanceof CliException
                || e instanceof ProjectException
                || e instanceof DataException
                || e instanceof SpecException;
        err.println(foreseen ? e.getMessage() : unforeseen(e));
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    private static String unforeseen(Exception e) {
        String detail = e.getMessage() == null
                ? ""
                : ": " + e.getMessage().lines().findFirst().orElse("");
        return "The command failed because of an error inside the program (%s%s); files written before are complete."
                .formatted(e.getClass().getSimpleName(), detail);
    }
}
