package org.ganvas.dist;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Folder of the libraries: jars without unneeded entries, native libraries unpacked beside them. */
final class LibraryFolder {

    /** Unneeded native libraries: JNI of LAPACK, which nothing calls, and graphics pipelines of other systems. */
    private static final Pattern UNUSED = Pattern.compile(
            "libjniopenblas_full\\..*|jniopenblas_full\\..*|libglassgtk2\\..*|lib(gstreamer|jfx|fxplugins|av).*");

    private static final FileTime FIXED = FileTime.fromMillis(1_767_225_600_000L);

    private final LibraryParts parts;
    private final BuildMachine machine;
    private final Path target;
    private final Set<String> kept = new TreeSet<>();
    private final Map<String, Long> times = new HashMap<>();

    LibraryFolder(LibraryParts parts, BuildMachine machine, Path target) {
        this.parts = parts;
        this.machine = machine;
        this.target = target;
    }

    /** Copies the needed entries; returns the names of the libraries. */
    Set<String> copy(Path program, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(target);
        List<Path> jars = new ArrayList<>(List.of(program));
        try (Stream<Path> others = Files.list(folder)) {
            others.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(jars::add);
        }
        for (Path jar : jars) {
            if (parts.keeps(jar)) {
                kept.add(LibraryParts.name(jar));
                copyJar(jar);
            }
        }
        strip();
        return kept;
    }

    private void copyJar(Path jar) throws IOException {
        Path copy = target.resolve(String.valueOf(jar.getFileName()));
        boolean empty = true;
        try (ZipFile zip = new ZipFile(jar.toFile());
                ZipOutputStream out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(copy)))) {
            out.setLevel(Deflater.BEST_COMPRESSION);
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String name = entry.getName();
                if (entry.isDirectory() || !parts.keepsEntry(name) || name.endsWith("module-info.class")) {
                    continue;
                }
                try (InputStream in = zip.getInputStream(entry)) {
                    if (machine.isLibrary(name)) {
                        unpack(in, name.substring(name.lastIndexOf('/') + 1), entry.getTime());
                    } else if (!isForCompilers(name)) {
                        out.putNextEntry(new ZipEntry(name).setLastModifiedTime(FIXED));
                        in.transferTo(out);
                        empty &= name.startsWith("META-INF/");
                    }
                }
            }
        }
        if (empty) {
            Files.delete(copy);
        }
    }

    /** Whether an entry is a header or an import library shipped with the natives. */
    private static boolean isForCompilers(String name) {
        return name.contains("/include/") || name.endsWith(".cmake") || name.endsWith(".a") || name.endsWith(".lib");
    }

    /** Unpacks a native library; of two with one name, such as OpenMP's in several jars, the newer one stays. */
    private void unpack(InputStream in, String name, long time) throws IOException {
        if (!UNUSED.matcher(name).matches() && time > times.getOrDefault(name, Long.MIN_VALUE)) {
            times.put(name, time);
            Path file = target.resolve(name);
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            if (machine != BuildMachine.WINDOWS && !file.toFile().setExecutable(true)) {
                throw new IOException(file + " cannot be made executable.");
            }
        }
    }

    /** Strips debug symbols (36 MB) from the native libraries. */
    private void strip() throws IOException, InterruptedException {
        if (machine == BuildMachine.LINUX && machine.has("strip")) {
            try (Stream<Path> files = Files.list(target)) {
                for (Path file : files.filter(file -> machine.isLibrary(file.toString()) && !Files.isSymbolicLink(file))
                        .toList()) {
                    BuildMachine.run("strip", "--strip-unneeded", file);
                }
            }
        }
    }
}
