package org.motorpool.mobile;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Stands in for dispatch, another system, and for whoever issues tokens: a key pair of its own. */
public class FakeDispatch implements QuarkusTestResourceLifecycleManager {

    /** One call dispatch received. */
    record Call(String method, String uri, String authorization, String body) {}

    /** What dispatch answers next. */
    record Answer(int status, String body) {}

    static final Queue<Call> CALLS = new ConcurrentLinkedQueue<>();
    private static volatile Answer answer = new Answer(200, "{}");
    private static volatile boolean down;
    private static KeyPair keys;

    private HttpServer server;
    private Path publicKey;

    static void answers(int status, String body) {
        CALLS.clear();
        down = false;
        answer = new Answer(status, body);
    }

    /** Dispatch hangs up without an answer. */
    static void isDown() {
        CALLS.clear();
        down = true;
    }

    static String token(Instant expiresAt, String role) {
        return Jwt.issuer("motorpool")
                .subject("00000000-0000-0000-0000-000000000001")
                .upn("driver")
                .groups(Set.of(role))
                .issuedAt(expiresAt.minusSeconds(3600))
                .expiresAt(expiresAt)
                .sign(keys.getPrivate());
    }

    @Override
    public Map<String, String> start() {
        try {
            return start(KeyPairGenerator.getInstance("RSA"));
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalStateException("the double of dispatch does not start", failure);
        }
    }

    private Map<String, String> start(KeyPairGenerator generator) throws IOException {
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        publicKey = Files.createTempFile("motorpool-test", ".pem");
        String encoded = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(keys.getPublic().getEncoded());
        Files.writeString(publicKey, "-----BEGIN PUBLIC KEY-----\n" + encoded + "\n-----END PUBLIC KEY-----\n");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", FakeDispatch::handle);
        server.start();
        return Map.of(
                "motorpool.mobile.dispatch-url",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "mp.jwt.verify.publickey.location",
                publicKey.toUri().toString());
    }

    private static void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (down) {
                return;
            }
            CALLS.add(new Call(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            String type = answer.status() < 400 ? "application/json" : "application/problem+json";
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void stop() {
        server.stop(0);
        try {
            Files.deleteIfExists(publicKey);
        } catch (IOException failure) {
            throw new IllegalStateException("%s cannot be deleted".formatted(publicKey), failure);
        }
    }
}
