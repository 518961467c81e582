package org.ganvas.data.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.ganvas.data.DataException;
import org.ganvas.data.DataFailure;
import org.ganvas.data.ProgressListener;
import org.ganvas.data.registry.DatasetRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatasetDownloaderTest {

    private static final int TIMEOUT_MILLIS = 60_000;
    private static final DownloadListener NO_LISTENER = new DownloadListener() {
        @Override
        public void onProgress(long done, long of) {
            // progress is ignored
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    @TempDir
    private Path folder;

    private SmallDataset small;
    private final DatasetDownloader downloader = DatasetDownloader.withTimeout(Map.of(), TIMEOUT_MILLIS);

    @BeforeEach
    void makeFiles() throws IOException {
        small = new SmallDataset();
    }

    private void good(MirrorServer.Request request, java.io.OutputStream out) throws IOException {
        MirrorServer.good(request, out, small.content(request.path()));
    }

    private Path get(String... mirrors) throws DataException {
        return downloader.download(small.at(mirrors), folder, NO_LISTENER);
    }

    /** Message of a failed download that leaves no dataset; the next attempt, with a good server, succeeds. */
    private String failsThenRecovers(MirrorServer.Answer answer) throws Exception {
        try (MirrorServer bad = new MirrorServer(answer);
                MirrorServer good = new MirrorServer(this::good)) {
            String sentence = DataFailure.messageOf(() -> get(bad.address()));
            assertFalse(Files.exists(folder.resolve("small")), "nothing half lies where a set is looked for");
            assertTrue(small.isComplete(get(good.address())));
            return sentence;
        }
    }

    @Test
    void aDownloadedDatasetIsCompleteAndCanBeOpened() throws Exception {
        try (MirrorServer server = new MirrorServer(this::good)) {
            AtomicLong last = new AtomicLong();
            Path home = downloader.download(small.at(server.address()), folder, new DownloadListener() {
                @Override
                public void onProgress(long done, long of) {
                    assertTrue(done >= last.get() && done <= of, done + " of " + of);
                    last.set(done);
                }

                @Override
                public boolean isCancelled() {
                    return false;
                }
            });
            assertTrue(small.isComplete(home));
            assertEquals(small.at().bytes(), last.get());
            assertEquals(
                    40,
                    DatasetRegistry.open(home.toString(), ProgressListener.NONE).size());
            assertEquals(
                    10,
                    DatasetRegistry.openTest(home.toString(), ProgressListener.NONE)
                            .orElseThrow()
                            .size());
            assertEquals(4, server.requests().size());
            get(server.address());
            assertEquals(4, server.requests().size(), "what is there is not fetched again");
            try (var left = Files.list(folder)) {
                assertEquals(1, left.count(), "nothing but the set");
            }
        }
    }

    @Test
    void aBrokenConnectionIsResumedWhereItBroke() throws Exception {
        AtomicInteger cuts = new AtomicInteger();
        try (MirrorServer server = new MirrorServer((request, out) -> {
            byte[] content = small.content(request.path());
            if (SmallDataset.isFirst(request) && cuts.incrementAndGet() == 1) {
                MirrorServer.head(out, "200 OK", "Content-Length: " + content.length);
                out.write(content, 0, content.length / 2);
            } else {
                MirrorServer.good(request, out, content);
            }
        })) {
            assertTrue(small.isComplete(get(server.address())));
            assertTrue(
                    server.requests().stream().anyMatch(request -> SmallDataset.isFirst(request) && request.from() > 0),
                    "the second request asks for the rest");
        }
    }

    @Test
    void aLaterAttemptResumesAnEarlierOne() throws Exception {
        try (MirrorServer cut = new MirrorServer((request, out) -> {
            byte[] content = small.content(request.path());
            MirrorServer.head(out, "200 OK", "Content-Length: " + content.length);
            out.write(content, 0, 1000);
        })) {
            DataException broken = assertThrows(DataException.class, () -> get(cut.address()));
            assertTrue(broken.getMessage().contains("broke off"), broken.getMessage());
        }
        try (MirrorServer good = new MirrorServer(this::good)) {
            assertTrue(small.isComplete(get(good.address())));
            assertTrue(good.requests().get(0).from() >= 1000, "what had come is not fetched again");
        }
    }

    @Test
    void aServerThatIgnoresTheRangeRestartsTheFile() throws Exception {
        Path begun = Files.createDirectories(folder.resolve(".small.part"));
        Files.write(begun.resolve("t10k-images-idx3-ubyte.gz.part"), new byte[777]);
        try (MirrorServer server = new MirrorServer((request, out) -> {
            byte[] content = small.content(request.path());
            MirrorServer.head(out, "200 OK", "Content-Length: " + content.length);
            out.write(content);
        })) {
            assertTrue(small.isComplete(get(server.address())));
        }
    }

    @Test
    void aPartOfAnotherFileIsFoundByTheChecksum() throws Exception {
        Path begun = Files.createDirectories(folder.resolve(".small.part"));
        Files.write(begun.resolve("t10k-images-idx3-ubyte.gz.part"), new byte[777]);
        try (MirrorServer server = new MirrorServer(this::good)) {
            assertTrue(small.isComplete(get(server.address())), "the second try starts at the first byte");
        }
    }

    @Test
    void aRangeBeyondTheEndRestartsTheFile() throws Exception {
        Path begun = Files.createDirectories(folder.resolve(".small.part"));
        byte[] content = small.content("t10k-images-idx3-ubyte.gz");
        Files.write(begun.resolve("t10k-images-idx3-ubyte.gz.part"), new byte[content.length + 5]);
        try (MirrorServer server = new MirrorServer(this::good)) {
            assertTrue(small.isComplete(get(server.address())));
        }
    }

    @Test
    void aRangeFromAnotherPositionIsNotAppended() throws Exception {
        Path begun = Files.createDirectories(folder.resolve(".small.part"));
        Files.write(
                begun.resolve("t10k-images-idx3-ubyte.gz.part"),
                Arrays.copyOf(small.content("t10k-images-idx3-ubyte.gz"), 500));
        String sentence = failsThenRecovers((request, out) -> {
            byte[] content = small.content(request.path());
            MirrorServer.head(out, "206 Partial Content", "Content-Range: bytes 0-9/" + content.length);
            out.write(content);
        });
        assertTrue(sentence.contains("answered 206"), sentence);
    }

    @Test
    void aStallingServerIsAbandonedForTheNextMirror() throws Exception {
        DatasetDownloader impatient = DatasetDownloader.withTimeout(Map.of(), 3000);
        MirrorServer[] self = new MirrorServer[1];
        try (MirrorServer silent = new MirrorServer((request, out) -> {
                    MirrorServer.head(out, "200 OK", "Content-Length: 5000");
                    out.write(1);
                    out.flush();
                    self[0].stall();
                });
                MirrorServer good = new MirrorServer(this::good)) {
            self[0] = silent;
            String sentence =
                    DataFailure.messageOf(() -> impatient.download(small.at(silent.address()), folder, NO_LISTENER));
            assertTrue(sentence.contains("sent nothing for 3 seconds"), sentence);
            assertTrue(
                    small.isComplete(
                            impatient.download(small.at(silent.address(), good.address()), folder, NO_LISTENER)),
                    "the next mirror serves");
        }
    }

    @Test
    void aFileWithOtherContentIsRefused() throws Exception {
        String sentence = failsThenRecovers((request, out) -> {
            byte[] content = small.content(request.path()).clone();
            content[content.length / 2] ^= 1;
            MirrorServer.good(request, out, content);
        });
        assertTrue(sentence.contains("checksum"), sentence);
    }

    @Test
    void aWrongLengthIsFoundInBothDirections() throws Exception {
        String early = failsThenRecovers((request, out) -> {
            byte[] content = small.content(request.path());
            MirrorServer.head(out, "200 OK", "Content-Length: " + (content.length + 9));
            out.write(content);
        });
        assertTrue(early.contains("broke off") || early.contains("checksum"), early);
    }

    @Test
    void tooMuchContentIsRefused() throws Exception {
        String announced = failsThenRecovers((request, out) -> {
            MirrorServer.head(out, "200 OK", "Content-Length: 99999999999");
            out.write(1);
        });
        assertTrue(announced.contains("far more"), announced);
    }

    @Test
    void tooMuchContentOfUnknownLengthIsRefused() throws Exception {
        String sentence = failsThenRecovers((request, out) -> {
            MirrorServer.head(out, "200 OK");
            byte[] block = new byte[1 << 16];
            for (int i = 0; i < 4000; i++) {
                out.write(block);
            }
        });
        assertTrue(sentence.contains("far more"), sentence);
    }

    @Test
    void errorsOfTheServerAreReported() throws Exception {
        for (String status : new String[] {"404 Not Found", "500 Internal Server Error", "403 Forbidden"}) {
            try (MirrorServer server =
                    new MirrorServer((request, out) -> MirrorServer.head(out, status, "Content-Length: 0"))) {
                String sentence = DataFailure.messageOf(() -> get(server.address()));
                assertTrue(sentence.contains("answered " + status.substring(0, 3)), sentence);
                assertTrue(sentence.contains("127.0.0.1"), sentence);
            }
        }
    }

    @Test
    void redirectsAreFollowed() throws Exception {
        try (MirrorServer good = new MirrorServer(this::good);
                MirrorServer moved = new MirrorServer((request, out) -> MirrorServer.head(
                        out,
                        "302 Found",
                        "Location: " + good.address() + request.path().substring(1)))) {
            assertTrue(small.isComplete(get(moved.address())));
        }
    }

    @Test
    void aCircularRedirectIsRefused() throws Exception {
        String sentence =
                failsThenRecovers((request, out) -> MirrorServer.head(out, "301 Moved", "Location: " + request.path()));
        assertTrue(sentence.contains("circle"), sentence);
    }

    @Test
    void aRedirectToALocalFileIsRefused() throws Exception {
        String sentence = failsThenRecovers(
                (request, out) -> MirrorServer.head(out, "302 Found", "Location: file:///etc/hostname"));
        assertTrue(sentence.contains("no web address (file)"), sentence);
    }

    @Test
    void cancellingKeepsTheDownloadedPart() throws Exception {
        try (MirrorServer server = new MirrorServer(this::good)) {
            assertThrows(
                    CancellationException.class,
                    () -> downloader.download(small.at(server.address()), folder, new DownloadListener() {
                        private long seen;

                        @Override
                        public void onProgress(long done, long of) {
                            seen = done;
                        }

                        @Override
                        public boolean isCancelled() {
                            return seen > 8000;
                        }
                    }));
            int before = server.requests().size();
            assertFalse(Files.exists(folder.resolve("small")));
            assertTrue(small.isComplete(get(server.address())));
            assertTrue(server.requests().size() - before < 4, "the first file is not fetched again");
        }
    }

    @Test
    void anUnreachableServerIsReported() throws Exception {
        String nowhere;
        try (MirrorServer server = new MirrorServer(this::good)) {
            nowhere = server.address();
        }
        String sentence = DataFailure.messageOf(() -> get(nowhere));
        assertTrue(sentence.contains("cannot be reached"), sentence);
        assertTrue(DataFailure.messageOf(() -> get("nonsense")).contains("no web address"));
    }

    @Test
    void aProxyOfTheEnvironmentIsUsedExceptForItsExceptions() throws Exception {
        try (MirrorServer proxy = new MirrorServer(this::good)) {
            DatasetDownloader through = DatasetDownloader.withTimeout(
                    Map.of("http_proxy", "http://127.0.0.1:" + proxy.port()), TIMEOUT_MILLIS);
            Path home = through.download(small.at("http://data.example/"), folder, NO_LISTENER);
            assertTrue(small.isComplete(home));
            assertTrue(proxy.requests().get(0).path().startsWith("http://data.example/"), "asked as a proxy is asked");

            HttpConnectionFactory excepted = new HttpConnectionFactory(
                    Map.of("HTTP_PROXY", "127.0.0.1:" + proxy.port(), "no_proxy", "localhost,.example"), 1);
            assertEquals(java.net.Proxy.NO_PROXY, excepted.proxyFor(java.net.URI.create("http://data.example/x")));
            assertEquals(
                    java.net.Proxy.Type.HTTP,
                    excepted.proxyFor(java.net.URI.create("http://example.org/x"))
                            .type());
        }
    }

    @Test
    void theCatalogueIsComplete() {
        assertEquals(4, DownloadCatalog.all().size());
        for (DownloadableDataset set : DownloadCatalog.all()) {
            assertFalse(set.mirrors().isEmpty(), set.id());
            assertEquals(set.archive() ? 1 : 4, set.files().size(), set.id());
            set.files().forEach(file -> assertTrue(file.md5().matches("[0-9a-f]{32}"), file.name()));
            assertEquals(
                    "http://elsewhere/x/",
                    set.withMirror("http://elsewhere/x").mirrors().get(0));
        }
    }
}
