package org.ganvas.dist;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Builder of this system's installers: deb if dpkg-deb exists, rpm if rpmbuild exists, msi on Windows, dmg on macOS.
 */
final class InstallerBuilder {

    private final BuildMachine machine;
    private final AppImage image;
    private final AppImage.Order order;
    private final Path target;

    InstallerBuilder(BuildMachine machine, AppImage image, AppImage.Order order, Path target) {
        this.machine = machine;
        this.image = image;
        this.order = order;
        this.target = target;
    }

    void make(DebPackage deb) throws IOException, InterruptedException {
        switch (machine) {
            case LINUX -> {
                if (machine.has("dpkg-deb")) {
                    SizeReport.line(java.nio.file.Files.size(deb.make(image, order.version(), target)), "installer (deb)");
                }
                if (machine.has("rpmbuild")) {
                    jpackage("rpm", List.of("--linux-shortcut", "--linux-menu-group", "Education"));
                }
            }
            case WINDOWS ->
                jpackage(
                        "msi",
                        List.of("--win-menu", "--win-shortcut-prompt", "--win-per-user-install", "--win-dir-chooser"));
            case MAC -> jpackage("dmg", List.of());
        }
    }

    private void jpackage(String type, List<String> more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                machine.tool(order.jdk(), "jpackage").toString(),
                "--type",
                type,
                "--app-image",
                image.root().toString(),
                "--name",
                machine.programName(),
                "--app-version",
                order.version(),
                "--dest",
                target.toString()));
        if (machine != BuildMachine.MAC) {
            command.addAll(List.of("--file-associations", order.association().toString()));
        }
        command.addAll(more);
        BuildMachine.run(command);
    }
}
