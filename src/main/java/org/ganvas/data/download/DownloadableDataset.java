package org.ganvas.data.download;

import java.util.List;

/**
 * A data set that can be downloaded. Immutable; any thread.
 *
 * @param id what the command line calls it, and the name of its folder
 * @param name what people call it
 * @param licence under which it may be used
 * @param homepage the page of its authors
 * @param mirrors addresses of folders that hold the files, the first one is tried first
 * @param files what is fetched
 * @param archive whether the one file is an archive that holds the four files of the set
 */
public record DownloadableDataset(
        String id,
        String name,
        String licence,
        String homepage,
        List<String> mirrors,
        List<RemoteFile> files,
        boolean archive) {

    public DownloadableDataset {
        mirrors = List.copyOf(mirrors);
        files = List.copyOf(files);
    }

    /** How much comes over the network. */
    public long bytes() {
        return files.stream().mapToLong(RemoteFile::bytes).sum();
    }

    /** The same set from another place. */
    public DownloadableDataset withMirror(String address) {
        String folder = address.endsWith("/") ? address : address + "/";
        return new DownloadableDataset(id, name, licence, homepage, List.of(folder), files, archive);
    }
}
