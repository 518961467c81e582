package org.ganvas.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where MNIST's four files lie on this machine: system property {@code ganvas.mnist}, or environment variable
 * {@code GANVAS_MNIST}, or {@code ../shared/data/mnist}.
 */
public final class MnistLocation {

    public static final String MISSING = "MNIST is not on this machine: set -Dganvas.mnist=FOLDER to test with it";

    private MnistLocation() {}

    public static Optional<Path> find() {
        String named = System.getProperty("ganvas.mnist", System.getenv("GANVAS_MNIST"));
        Path folder = named == null ? Path.of("..", "shared", "data", "mnist") : Path.of(named);
        return Optional.of(folder).filter(Files::isDirectory);
    }
}
