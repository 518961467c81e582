package org.ganvas.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a folder of colour images lies on this machine: system property {@code ganvas.pictures}, or environment
 * variable {@code GANVAS_PICTURES}, or {@code ../shared/data/cifar10-jpg}.
 */
public final class CifarLocation {

    public static final String MISSING =
            "No folder with CIFAR-10's automobiles and horses is on this machine: set -Dganvas.pictures=FOLDER";

    private CifarLocation() {}

    public static Optional<Path> find() {
        String named = System.getProperty("ganvas.pictures", System.getenv("GANVAS_PICTURES"));
        Path folder = named == null ? Path.of("..", "shared", "data", "cifar10-jpg") : Path.of(named);
        return Optional.of(folder).filter(Files::isDirectory);
    }
}
