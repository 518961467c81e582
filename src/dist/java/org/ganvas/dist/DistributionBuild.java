package org.ganvas.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Build of the application image and the installer of this system from Maven's output: {@code mvn -Pdist package}. The
 * lists of libraries, modules and options are in {@code jpackage/}.
 */
public final class DistributionBuild {

    /** First Java version that warns about native access and Unsafe unless options allow them. */
    private static final int WARNS = 24;

    private final Path templates;
    private final Path work;
    private final Path jdk;
    private final String version;
    private final BuildMachine machine = BuildMachine.here();

    private DistributionBuild(Path templates, Path work, Path jdk, String version) {
        this.templates = templates;
        this.work = work;
        this.jdk = jdk;
        this.version = version;
    }

    /**
     * @param args project folder, JDK of the runtime, version
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path project = Path.of(args[0]);
        // Installers accept only numeric versions.
        String version = args[2].replace("-SNAPSHOT", "");
        new DistributionBuild(project.resolve("jpackage"), project.resolve("target/dist"), Path.of(args[1]), version)
                .make(project.resolve("target"), project.resolve("src/main/resources/icons"));
    }

    private void make(Path built, Path iconFolder) throws IOException, InterruptedException {
        DebPackage.clear(work);
        Files.createDirectories(work);
        LibraryParts parts = LibraryParts.read(templates.resolve("parts.txt"));
        Path libraries = work.resolve("libraries");
        Set<String> names =
                new LibraryFolder(parts, machine, libraries).copy(built.resolve("ganvas.jar"), built.resolve("lib"));
        RuntimeImage runtime = new RuntimeImage(jdk, machine);
        runtime.link(ListFile.of(templates.resolve("modules.txt")), work.resolve("runtime"));

        IconFiles icons = new IconFiles(iconFolder);
        AppImage.Order order = new AppImage.Order(
                jdk,
                libraries,
                "ganvas.jar",
                work.resolve("runtime"),
                icons.of(machine, work),
                version,
                templates.resolve("association.properties"));
        List<String> options = options(runtime.version());
        AppImage image = AppImage.make(machine, order, options, work.resolve("image"));
        new LicenceList(parts, templates.resolve("licences"), templates.resolveSibling("LICENSE"))
                .write(names, image.licences());
        new StartArchive(image, machine, runtime.isModern(), options).make();
        if (machine == BuildMachine.LINUX) {
            writeScripts(image, runtime.isModern());
        }
        runtime.removeCommands(image.runtime());
        SizeReport.print(image.root());
        new InstallerBuilder(machine, image, order, work)
                .make(new DebPackage(templates.resolve("linux"), icons, work.resolve("deb")));
    }

    private void writeScripts(AppImage image, boolean modern) throws IOException, InterruptedException {
        LinuxScripts scripts = new LinuxScripts(image, templates.resolve("linux"));
        scripts.writeLauncher();
        if (!modern) {
            // For the image in its build folder; the installer repeats it at the place of installation.
            BuildMachine.run(scripts.writeRemember());
        }
    }

    private List<String> options(int javaVersion) throws IOException {
        List<String> options = new ArrayList<>(ListFile.of(templates.resolve("options.txt")));
        if (javaVersion >= WARNS) {
            options.addAll(ListFile.of(templates.resolve("options-24.txt")));
        }
        return options;
    }
}
