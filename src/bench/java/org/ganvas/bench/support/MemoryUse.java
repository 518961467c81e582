package org.ganvas.bench.support;

import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.ganvas.engine.probe.ProcessMemoryUsage;

/**
 * Memory of this process as it is, without a collection before. In bytes. Readable on any thread.
 *
 * @param resident by the operating system
 * @param peak most that was ever resident; 0 where unknown
 * @param files part of resident that maps files: libraries and jars; 0 where unknown
 * @param heapUsed live objects and garbage
 * @param heapCommitted what the collector holds
 * @param classes classes and compiled code
 * @param direct direct buffers
 */
public record MemoryUse(
        long resident,
        long peak,
        long files,
        long heapUsed,
        long heapCommitted,
        long classes,
        long direct) {

    private static final Path STATUS = Path.of("/proc/self/status");

    public static MemoryUse now() throws IOException {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        Map<String, Long> status = Files.isReadable(STATUS) ? status() : Map.of();
        return new MemoryUse(
                ProcessMemoryUsage.residentBytes(),
                status.getOrDefault("VmHWM", 0L),
                status.getOrDefault("RssFile", 0L),
                heap.getUsed(),
                heap.getCommitted(),
                ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage().getCommitted(),
                ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                        .mapToLong(BufferPoolMXBean::getMemoryUsed)
                        .sum());
    }

    private static Map<String, Long> status() throws IOException {
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.endsWith(" kB"))
                .map(line -> line.split(":\\s+| kB"))
                .collect(Collectors.toMap(words -> words[0], words -> Long.parseLong(words[1]) << 10));
    }
}
