package org.ganvas.data.download;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Server on loopback that answers as a test wants, also wrongly. One thread for each connection. */
final class MirrorServer implements AutoCloseable {

    /** Request of a client: a path and the first byte wanted. */
    record Request(String path, long from, List<String> lines) {}

    /** Answer to a request, to the last byte. */
    @FunctionalInterface
    interface Answer {
        void to(Request request, OutputStream out) throws IOException;
    }

    private final ServerSocket socket;
    private final Answer answer;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    MirrorServer(Answer answer) throws IOException {
        this.answer = answer;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::accept, "mirror");
        thread.setDaemon(true);
        thread.start();
    }

    String address() {
        return "http://127.0.0.1:" + socket.getLocalPort() + "/";
    }

    int port() {
        return socket.getLocalPort();
    }

    List<Request> requests() {
        return requests;
    }

    /** Blocks an answer until the test is over. */
    void stall() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (true) {
            try {
                Socket client = socket.accept();
                Thread thread = new Thread(() -> serve(client), "mirror connection");
                thread.setDaemon(true);
                thread.start();
            } catch (SocketException over) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            List<String> lines =
                    reader.lines().takeWhile(line -> !line.isEmpty()).toList();
            if (!lines.isEmpty()) {
                Request request = new Request(lines.get(0).split(" ")[1], from(lines), lines);
                requests.add(request);
                answer.to(request, client.getOutputStream());
                client.getOutputStream().flush();
            }
        } catch (IOException gone) {
            // The client closed the connection, as many of these tests want.
            requests.add(new Request("gone: " + gone.getMessage(), 0, List.of()));
        }
    }

    private static long from(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("Range: bytes="))
                .mapToLong(line ->
                        Long.parseLong(line.substring("Range: bytes=".length()).replace("-", "")))
                .findFirst()
                .orElse(0);
    }

    static void head(OutputStream out, String status, String... headers) throws IOException {
        String head = "HTTP/1.1 " + status + "\r\nConnection: close\r\n";
        for (String header : headers) {
            head += header + "\r\n";
        }
        out.write((head + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** Correct answer: the whole file, or the rest from a position on. */
    static void good(Request request, OutputStream out, byte[] content) throws IOException {
        int from = Math.toIntExact(request.from());
        if (from >= content.length) {
            head(out, "416 Range Not Satisfiable", "Content-Length: 0");
            return;
        }
        if (from > 0) {
            head(
                    out,
                    "206 Partial Content",
                    "Content-Length: " + (content.length - from),
                    "Content-Range: bytes " + from + "-" + (content.length - 1) + "/" + content.length);
        } else {
            head(out, "200 OK", "Content-Length: " + content.length);
        }
        out.write(Arrays.copyOfRange(content, from, content.length));
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
    }
}
