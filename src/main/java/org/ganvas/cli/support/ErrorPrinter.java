package org.ganvas.cli.support;

import java.io.PrintWriter;
import org.ganvas.message.HasMessage;
import org.ganvas.message.Message;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Printer of failures on standard error, in the language of the command line: never a stack trace. */
public final class ErrorPrinter {

    private final CliContext context;

    public ErrorPrinter(CliContext context) {
        this.context = context;
    }

    /**
     * Prints that the arguments could not be parsed: the mistake, the nearest right word, and how the command is used.
     *
     * @return the exit status
     */
    public int parsingFailed(ParameterException e, String[] args) {
        context.printError(mistake(e));
        UnmatchedArgumentException.printSuggestions(e, e.getCommandLine().getErr());
        return printUsage(e.getCommandLine());
    }

    private static Message mistake(ParameterException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof UsageException usage) {
                return usage.message();
            }
        }
        return Message.of("cli.usage.notParsed", String.valueOf(e.getMessage()));
    }

    /**
     * Prints in one line why a command failed; after wrong use also how it is used.
     *
     * @return the exit status
     */
    public int commandFailed(Exception e, CommandLine command, ParseResult parsed) {
        context.printError(e instanceof HasMessage foreseen ? foreseen.message() : unforeseen(e));
        return e instanceof UsageException
                ? printUsage(command)
                : command.getCommandSpec().exitCodeOnExecutionException();
    }

    private int printUsage(CommandLine command) {
        Help help = command.getHelp();
        PrintWriter writer = command.getErr();
        writer.print(help.synopsisHeading() + help.synopsis(help.synopsisHeadingLength()));
        writer.flush();
        context.printError(Message.of("cli.usage.more", command.getCommandSpec().qualifiedName()));
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static Message unforeseen(Exception e) {
        String name = e.getClass().getSimpleName();
        return e.getMessage() == null
                ? Message.of("cli.error.internal", name)
                : Message.of(
                        "cli.error.internalDetail",
                        name,
                        e.getMessage().lines().findFirst().orElse(""));
    }
}
