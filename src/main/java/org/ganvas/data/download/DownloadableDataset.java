package org.ganvas.data.download;

import java.util.List;

/**
 * Description of a downloadable dataset. Immutable; any thread.
 *
 * @param id name on the command line and of its folder
 * @param name display name
 * @param licence terms of use
 * @param homepage page of its authors
 * @param mirrors addresses of folders with the files, in the order in which they are tried
 * @param files the files to download
 * @param archive whether the single file is an archive of the dataset's four files
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

    /** Size of the download in bytes. */
    public long bytes() {
        return files.stream().mapToLong(RemoteFile::bytes).sum();
    }

    /** Same dataset from another mirror. */
    public DownloadableDataset withMirror(String address) {
        String folder = address.endsWith("/") ? address : address + "/";
        return new DownloadableDataset(id, name, licence, homepage, List.of(folder), files, archive);
    }
}
