package org.ganvas.cli.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ganvas.data.DataPair;
import org.ganvas.message.Message;
import org.ganvas.message.NumberText;
import org.ganvas.project.ProjectStore;
import org.ganvas.project.ProjectSummary;
import org.ganvas.project.io.IoErrorText;
import org.ganvas.project.io.OutputCheck;
import org.ganvas.project.io.ProjectException;
import org.jspecify.annotations.Nullable;

/**
 * Outputs of one command, checked before its work: none is an input or another output, each can be written, and what is
 * replaced is what the user named. Used by the command's own thread.
 */
public final class CommandOutputs {

    private static final System.Logger LOG = System.getLogger(CommandOutputs.class.getName());

    private final CliContext context;
    private final Map<String, Path> inputs = new LinkedHashMap<>();
    private final Map<String, Path> outputs = new LinkedHashMap<>();

    public CommandOutputs(CliContext context) {
        this.context = context;
    }

    /**
     * Adds an input.
     *
     * @param name what the user knows it by
     * @param file a file or a folder; null for none
     */
    public CommandOutputs input(String name, @Nullable Path file) {
        if (file != null) {
            inputs.put(name, file);
        }
        return this;
    }

    /** Adds a dataset by its id; a built-in one is no file, and one that cannot be a path is refused by its reader. */
    public CommandOutputs data(String name, String id) {
        Optional<DataPair> pair = DataPair.parse(id);
        if (pair.isPresent()) {
            Stream.of(pair.get().inputs(), pair.get().outputs())
                    .filter(part -> !part.isEmpty())
                    .forEach(part -> data(name + " " + part, part));
            return this;
        }
        try {
            return DataOption.isBuiltIn(id) ? this : input(name, Path.of(id));
        } catch (InvalidPathException e) {
            LOG.log(System.Logger.Level.DEBUG, "The dataset " + id + " is no path.", e);
            return this;
        }
    }

    /**
     * Checks the place of a project. A project that is there is replaced only with {@code --force}, because it may be the
     * work of hours.
     *
     * @param option that named it
     * @throws CliException if it cannot be saved there
     */
    public void requireProject(String option, Path file, boolean force) throws CliException {
        requireNew(option, file);
        requireWritable(option, file);
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            if (!force) {
                throw new CliException(taken(file));
            }
            context.printError(Message.of("cli.output.replaced", file));
        }
    }

    /**
     * Checks the place of a project that the command itself was given and continues.
     *
     * @throws CliException if it cannot be saved there
     */
    public void requireSameProject(String option, Path file) throws CliException {
        outputs.put(option, file);
        requireWritable(option, file);
    }

    private static Message taken(Path file) {
        try {
            ProjectSummary summary = new ProjectStore().summary(file);
            return Message.of("cli.output.holdsRun", file, NumberText.grouped(summary.step()), summary.dataName());
        } catch (ProjectException noProject) {
            return Message.of("cli.output.exists", file);
        }
    }

    /**
     * Checks the place of a file; one that is there is replaced, after a line that says so.
     *
     * @param file null for none
     * @throws CliException if it cannot be written there
     */
    public void requireFile(String option, @Nullable Path file) throws CliException {
        if (file == null) {
            return;
        }
        requireNew(option, file);
        requireWritable(option, file);
        if (Files.isRegularFile(file)) {
            context.printError(Message.of("cli.output.replaced", file));
        }
    }

    /**
     * Checks the place of a log, which may also be a pipe or a terminal.
     *
     * @param file null for none
     * @param continued whether a log that is there is continued; if not, it is replaced, after a line that says so
     * @throws CliException if it cannot be written there
     */
    public void requireLog(String option, @Nullable Path file, boolean continued) throws CliException {
        if (file == null) {
            return;
        }
        requireNew(option, file);
        if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
            return;
        }
        try {
            OutputCheck.requireWritable(file);
        } catch (IOException e) {
            throw new CliException(Message.of("cli.output.notWritable", file, IoErrorText.of(e)), e);
        }
        if (Files.exists(file) && !continued) {
            context.printError(Message.of("cli.output.replaced", file));
        }
    }

    /**
     * Checks a folder for several files, and makes it where it does not exist.
     *
     * @param folder null for none
     * @throws CliException if nothing can be written in it
     */
    public void requireFolder(String option, @Nullable Path folder) throws CliException {
        if (folder == null) {
            return;
        }
        requireNew(option, folder);
        try {
            Files.createDirectories(folder);
            OutputCheck.requireWritable(folder.resolve("step-00000000.png"));
        } catch (IOException e) {
            throw new CliException(Message.of("cli.train.samplesFolder", folder, IoErrorText.of(e)), e);
        }
    }

    /** Inputs are never outputs, and no output is another one; a folder of data gets no further files. */
    private void requireNew(String option, Path file) throws CliException {
        for (Map.Entry<String, Path> input : inputs.entrySet()) {
            Path given = input.getValue();
            boolean inside = Files.isDirectory(given) && isInside(file, given) && !isNewFile(file);
            if (isSame(file, given) || inside) {
                throw new CliException(Message.of("cli.output.isInput", option, file, input.getKey()));
            }
        }
        for (Map.Entry<String, Path> other : outputs.entrySet()) {
            if (isSame(file, other.getValue())) {
                throw new CliException(Message.of("cli.output.twice", option, other.getKey(), file));
            }
        }
        outputs.put(option, file);
    }

    /** A file beside those of a dataset takes nothing away; a folder in it would be read as a class. */
    private static boolean isNewFile(Path file) {
        return !Files.exists(file) && String.valueOf(file.getFileName()).indexOf('.') > 0;
    }

    private static boolean isInside(Path file, Path folder) throws CliException {
        Path outer = real(folder);
        for (Path at = real(file); at != null; at = at.getParent()) {
            if (at.equals(outer)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSame(Path one, Path other) throws CliException {
        try {
            return Files.exists(one) && Files.exists(other)
                    ? Files.isSameFile(one, other)
                    : real(one).equals(real(other));
        } catch (IOException e) {
            throw new CliException(Message.of("cli.output.notWritable", one, IoErrorText.of(e)), e);
        }
    }

    /** A path without links, as far as it exists. */
    private static Path real(Path path) throws CliException {
        Path place = path.toAbsolutePath().normalize();
        Path parent = place.getParent();
        try {
            if (Files.exists(place)) {
                return place.toRealPath();
            }
            return parent == null ? place : real(parent).resolve(String.valueOf(place.getFileName()));
        } catch (IOException e) {
            throw new CliException(Message.of("cli.output.notWritable", path, IoErrorText.of(e)), e);
        }
    }

    private static void requireWritable(String option, Path file) throws CliException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new CliException(Message.of("cli.output.noFolder", String.valueOf(folder), option));
        }
        try {
            OutputCheck.requireWritable(file);
        } catch (IOException e) {
            throw new CliException(Message.of("cli.output.notWritable", file, IoErrorText.of(e)), e);
        }
    }
}
