package org.ganvas.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Makes the program's folder and this system's installer from what Maven has built: {@code mvn -Pdist package}. The list
 * of what goes in, of modules and of options is in {@code jpackage/}.
 */
public final class DistributionBuild {

    /** The first version that warns about native access and Unsafe unless told otherwise. */
    private static final int WARNS = 24;

    private final Path recipe;
    private final Path work;
    private final Path jdk;
    private final String version;
    private final BuildMachine machine = BuildMachine.here();

    private DistributionBuild(Path recipe, Path work, Path jdk, String version) {
        this.recipe = recipe;
        this.work = work;
        this.jdk = jdk;
        this.version = version;
    }

    /**
     * @param args the project's folder, the JDK that the runtime comes from, the version
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path project = Path.of(args[0]);
        // Installers know no versions with words in them.
        String version = args[2].replace("-SNAPSHOT", "");
        new DistributionBuild(project.resolve("jpackage"), project.resolve("target/dist"), Path.of(args[1]), version)
                .make(project.resolve("target"), project.resolve("src/main/resources/icons"));
    }

    private void make(Path built, Path pictures) throws IOException, InterruptedException {
        DebPackage.clear(work);
        Files.createDirectories(work);
        LibraryParts parts = LibraryParts.read(recipe.resolve("parts.txt"));
        Path libraries = work.resolve("libraries");
        Set<String> names =
                new LibraryFolder(parts, machine, libraries).copy(built.resolve("ganvas.jar"), built.resolve("lib"));
        RuntimeImage runtime = new RuntimeImage(jdk, machine);
        runtime.link(ListFile.of(recipe.resolve("modules.txt")), work.resolve("runtime"));

        IconFiles icons = new IconFiles(pictures);
        AppImage.Order order = new AppImage.Order(
                jdk,
                libraries,
                "ganvas.jar",
                work.resolve("runtime"),
                icons.of(machine, work),
                version,
                recipe.resolve("association.properties"));
        List<String> options = options(runtime.version());
        AppImage image = AppImage.make(machine, order, options, work.resolve("image"));
        new LicenceList(parts, recipe.resolve("licences"), recipe.resolveSibling("LICENSE"))
                .write(names, image.licences());
        new StartArchive(image, machine, runtime.isModern(), options).make();
        if (machine == BuildMachine.LINUX) {
            writeScripts(image, runtime.isModern());
        }
        runtime.removeCommands(image.runtime());
        SizeReport.print(image.root());
        new InstallerBuilder(machine, image, order, work)
                .make(new DebPackage(recipe.resolve("linux"), icons, work.resolve("deb")));
    }

    private void writeScripts(AppImage image, boolean modern) throws IOException, InterruptedException {
        LinuxScripts scripts = new LinuxScripts(image, recipe.resolve("linux"));
        scripts.writeLauncher();
        if (!modern) {
            // For the image where it lies; an installer does the same where it is put.
            BuildMachine.run(scripts.writeRemember());
        }
    }

    private List<String> options(int javaVersion) throws IOException {
        List<String> options = new ArrayList<>(ListFile.of(recipe.resolve("options.txt")));
        if (javaVersion >= WARNS) {
            options.addAll(ListFile.of(recipe.resolve("options-24.txt")));
        }
        return options;
    }
}
