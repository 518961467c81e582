package org.ganvas.dist;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Icon files of Windows and macOS, containers of the program's PNG files. */
final class IconFiles {

    private static final int[] SIZES = {32, 64, 128, 256};
    private static final int ICO_HEADER = 6;
    private static final int ICO_ENTRY = 16;

    private final Path folder;

    /** @param folder of the files {@code ganvas-SIZE.png} */
    IconFiles(Path folder) {
        this.folder = folder;
    }

    Path png(int size) {
        return folder.resolve("ganvas-" + size + ".png");
    }

    /** Icon file of an operating system. */
    Path of(BuildMachine machine, Path target) throws IOException {
        return switch (machine) {
            case LINUX -> png(256);
            case WINDOWS -> Files.write(target.resolve("ganvas.ico"), ico());
            case MAC -> Files.write(target.resolve("ganvas.icns"), icns());
        };
    }

    byte[] ico() throws IOException {
        ByteBuffer head =
                ByteBuffer.allocate(ICO_HEADER + ICO_ENTRY * SIZES.length).order(ByteOrder.LITTLE_ENDIAN);
        ByteArrayOutputStream icons = new ByteArrayOutputStream();
        head.putShort((short) 0).putShort((short) 1).putShort((short) SIZES.length);
        for (int size : SIZES) {
            byte[] png = Files.readAllBytes(png(size));
            byte side = (byte) size; // 256 is written as 0
            head.put(side)
                    .put(side)
                    .put((byte) 0)
                    .put((byte) 0)
                    .putShort((short) 1)
                    .putShort((short) 32);
            head.putInt(png.length).putInt(head.capacity() + icons.size());
            icons.write(png);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(head.array());
        icons.writeTo(all);
        return all.toByteArray();
    }

    byte[] icns() throws IOException {
        Map<String, Integer> kinds = new TreeMap<>(Map.of("ic07", 128, "ic08", 256, "ic11", 32, "ic12", 64));
        ByteArrayOutputStream icons = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(icons);
        for (Map.Entry<String, Integer> kind : kinds.entrySet()) {
            byte[] png = Files.readAllBytes(png(kind.getValue()));
            out.writeBytes(kind.getKey());
            out.writeInt(png.length + 8);
            out.write(png);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        DataOutputStream head = new DataOutputStream(all);
        head.writeBytes("icns");
        head.writeInt(icons.size() + 8);
        icons.writeTo(head);
        return all.toByteArray();
    }
}
