package org.ganvas.view.drop;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.ganvas.viewmodel.text.Messages;

/** Offers for the kinds of files that several targets take. Any thread. */
public final class FileOffers {

    private FileOffers() {}

    /**
     * Offer for the first image file.
     *
     * @param key sentence with the name of the file
     */
    public static Optional<DropOffer> image(DroppedFiles dropped, String key, Consumer<Path> open) {
        return dropped.image().map(file -> of(key, file, open));
    }

    /**
     * Offer for the first image file, or else for the first folder.
     *
     * @param key sentence with the name of the file
     * @param folderKey sentence with the name of the folder
     */
    public static Optional<DropOffer> imageOrFolder(
            DroppedFiles dropped, String key, String folderKey, Consumer<Path> open) {
        return image(dropped, key, open).or(() -> dropped.folder().map(folder -> of(folderKey, folder, open)));
    }

    /**
     * Offer for one file.
     *
     * @param key sentence with the name of the file
     */
    public static DropOffer of(String key, Path file, Consumer<Path> open) {
        return DropOffer.accept(Messages.text(key, DroppedFiles.name(file)), () -> open.accept(file));
    }
}
