package org.ganvas.data.decode;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** ImageMagick, where it is installed: an independent writer and reader of images. */
public record ReferenceReader(Path program) {

    static final String MISSING =
            "ImageMagick (convert or magick) is not installed, so nothing can be compared with it.";

    public static Optional<ReferenceReader> find() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> Stream.of(Path.of(folder, "magick"), Path.of(folder, "convert")))
                // Windows has a program of the same name, for file systems.
                .filter(file -> Files.isExecutable(file) && isImageMagick(file))
                .findFirst()
                .map(ReferenceReader::new);
    }

    /** Kinds of files: name, largest difference allowed, options of ImageMagick to write it. */
    public static List<String> files() throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ReferenceReader.class.getResourceAsStream("/decode/reference-files.txt")),
                StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        }
    }

    private static boolean isImageMagick(Path file) {
        try {
            return new String(run(List.of(file.toString(), "-version")), java.nio.charset.StandardCharsets.ISO_8859_1)
                    .contains("ImageMagick");
        } catch (UncheckedIOException other) {
            return false;
        }
    }

    /** Writes a file from a source with options; a last option that ends with a colon is the format. */
    public void write(Path source, String options, Path file) {
        List<String> command = new ArrayList<>(List.of(program.toString(), source.toString()));
        String prefix = "";
        for (String word : Pattern.compile("\"[^\"]*\"|\\S+")
                .matcher(options)
                .results()
                .map(MatchResult::group)
                .toList()) {
            if (word.endsWith(":")) {
                prefix = word;
            } else {
                command.add(word.replace("\"", ""));
            }
        }
        command.add(prefix + file);
        run(command);
    }

    /** Red, green and blue of each pixel, transparent ones on white. */
    byte[] read(Path file) {
        return run(List.of(
                program.toString(),
                file.toString() + "[0]",
                "-colorspace",
                "sRGB",
                "-background",
                "white",
                "-alpha",
                "remove",
                "-alpha",
                "off",
                "-type",
                "TrueColor",
                "-depth",
                "8",
                "rgb:-"));
    }

    private static byte[] run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            try (InputStream out = process.getInputStream()) {
                return out.readAllBytes();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
