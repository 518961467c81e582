package org.ganvas.data.image;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ganvas.data.DataException;
import org.ganvas.data.DatasetReport;
import org.ganvas.data.DatasetReport.LeftOutFile;
import org.ganvas.data.ProgressListener;
import org.ganvas.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * Layout of a folder of images: folders named train and test are the two parts of a dataset; else, where two or more
 * subfolders hold nearly all images, those are the classes. Immutable.
 *
 * @param folder the folder that the user named
 * @param base folder whose subfolders are classes or parts: below any single folders that hold everything
 * @param listing of the folder
 */
record FolderLayout(Path folder, Path base, FolderListing listing) {

    private static final Set<String> TRAIN = Set.of("train", "training", "trainset", "train_set");
    private static final Set<String> TEST = Set.of("test", "testing", "testset", "test_set");
    private static final Set<String> VALIDATION = Set.of("val", "valid", "validation", "dev");

    /** Images beside class folders are strays if they are fewer than one of this many. */
    private static final int STRAY_SHARE = 10;

    static FolderLayout of(Path folder, ProgressListener progress) throws DataException {
        FolderListing listing = FolderListing.of(folder, progress);
        Path base = folder;
        while (true) {
            Set<String> tops = topFolders(base, listing.found());
            if (tops.size() != 1 || tops.contains("")) {
                return new FolderLayout(folder, base, listing);
            }
            base = base.resolve(tops.iterator().next());
        }
    }

    /** Names of the folders directly below one that hold images; empty for the folder itself. */
    private static Set<String> topFolders(Path base, List<Path> files) {
        Set<String> names = new TreeSet<>();
        for (Path file : files) {
            names.add(top(base, file));
        }
        return names;
    }

    private static String top(Path base, Path file) {
        return base.equals(file.getParent())
                ? ""
                : base.relativize(file).getName(0).toString();
    }

    private Optional<String> part(Set<String> names) {
        return topFolders(base, listing.found()).stream()
                .filter(name -> names.contains(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** Folder of the part that is for training, if every folder is a part. */
    private @Nullable String trainingPart() {
        boolean all = topFolders(base, listing.found()).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .allMatch(name -> TRAIN.contains(name) || TEST.contains(name) || VALIDATION.contains(name));
        return all && testPart() != null ? part(TRAIN).orElse(null) : null;
    }

    private @Nullable String testPart() {
        return part(TEST).or(() -> part(VALIDATION)).orElse(null);
    }

    ImageFolderIndex training() {
        String train = trainingPart();
        String test = testPart();
        if (train == null || test == null) {
            return index(base, listing.found(), List.of(), null);
        }
        List<Message> unusual = new ArrayList<>();
        unusual.add(Message.of("data.folder.parts", train, test));
        List<String> others = topFolders(base, listing.found()).stream()
                .filter(name -> !name.equals(train) && !name.equals(test))
                .toList();
        if (!others.isEmpty()) {
            unusual.add(Message.of("data.folder.otherPart", others.get(0)));
        }
        return index(base.resolve(train), inside(train), unusual, null);
    }

    /** Images for testing, in the classes of the training images. */
    ImageFolderIndex test() {
        String train = trainingPart();
        String test = testPart();
        if (train == null || test == null) {
            return new ImageFolderIndex(folder, base, List.of(), List.of(), List.of(), DatasetReport.NONE);
        }
        List<String> classes = training().classNames();
        return index(base.resolve(test), inside(test), List.of(), classes);
    }

    private List<Path> inside(String part) {
        return listing.found().stream()
                .filter(file -> top(base, file).equals(part))
                .toList();
    }

    /**
     * @param known classes that the files must be in; null to find them
     */
    private ImageFolderIndex index(Path root, List<Path> files, List<Message> notes, @Nullable List<String> known) {
        List<Message> unusual = new ArrayList<>(notes);
        List<LeftOutFile> leftOut = new ArrayList<>(known == null ? listing.leftOut() : List.of());
        List<String> classes = known != null ? known : classes(root, files, unusual);
        if (known == null && !classes.isEmpty()) {
            noteClasses(root, classes, unusual);
        }
        List<Path> used = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (Path file : files) {
            int label = classes.indexOf(top(root, file));
            if (classes.isEmpty() || label >= 0) {
                used.add(file);
                labels.add(Math.max(0, label));
            } else {
                leftOut.add(new LeftOutFile(ImageFolderIndex.name(folder, file), Message.of("data.reason.noClass")));
            }
        }
        List<Message> understood = new ArrayList<>();
        understood.add(
                used.size() == 1
                        ? Message.of("data.folder.oneImageFile")
                        : Message.of("data.folder.imageFiles", used.size()));
        if (!classes.isEmpty()) {
            understood.add(Message.of("data.folder.classes"));
        } else if (!used.isEmpty()) {
            understood.add(Message.of("data.folder.noClasses"));
        }
        understood.addAll(unusual);
        return new ImageFolderIndex(
                folder, root, used, classes, labels, new DatasetReport(understood, unusual, leftOut));
    }

    /** Notes folders that are no classes, and classes that are perhaps one. */
    private void noteClasses(Path root, List<String> classes, List<Message> unusual) {
        listing.empty().stream()
                .filter(empty -> root.equals(empty.getParent()))
                .forEach(empty ->
                        unusual.add(Message.of("data.folder.emptyClass", ImageFolderIndex.name(folder, empty))));
        Map<String, String> known = new HashMap<>();
        for (String name : classes) {
            String other = known.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
            if (other != null) {
                unusual.add(Message.of("data.folder.sameClass", other, name));
            }
        }
    }

    private static List<String> classes(Path root, List<Path> files, List<Message> unusual) {
        List<String> folders =
                topFolders(root, files).stream().filter(name -> !name.isEmpty()).toList();
        long strays =
                files.stream().filter(file -> root.equals(file.getParent())).count();
        if (folders.size() < 2) {
            return List.of();
        }
        if (strays * STRAY_SHARE >= files.size()) {
            unusual.add(Message.of("data.folder.besideFolders", strays));
            return List.of();
        }
        return folders;
    }
}
