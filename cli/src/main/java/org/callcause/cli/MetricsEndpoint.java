package org.callcause.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Serves figures at {@code /metrics}. */
final class MetricsEndpoint implements AutoCloseable {

    private static final int THREADS = 2;

    private final HttpServer server;
    private final ExecutorService threads;
    private final Supplier<String> text;

    MetricsEndpoint(InetSocketAddress address, Supplier<String> text) throws IOException {
        this.text = text;
        try {
            this.server = HttpServer.create(address, 0);
        } catch (IOException failed) {
            throw new IOException("--metrics " + address.getPort() + ": " + failed.getMessage(), failed);
        }
        this.threads = Executors.newFixedThreadPool(THREADS, MetricsEndpoint::thread);
        server.setExecutor(threads);
        server.createContext("/metrics", this::answer);
        server.start();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "callcause-metrics");
        thread.setDaemon(true);
        return thread;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = text.get().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    InetSocketAddress address() {
        return server.getAddress();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
