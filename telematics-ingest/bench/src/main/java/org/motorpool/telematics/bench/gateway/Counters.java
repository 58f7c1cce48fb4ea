package org.motorpool.telematics.bench.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The gateway's counters, as a scraper reads them: with a token. */
final class Counters {
    private static final Pattern COUNTER =
            Pattern.compile("motorpool_telematics_gateway_([a-z_]+)_total(?:\\{(.*)})? ([0-9.E]+)");
    private static final Pattern REASON = Pattern.compile("reason=\"([^\"]*)\"");
    private static final Duration TOKEN_VALIDITY = Duration.ofMinutes(10);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final URI metrics;
    private final Path privateKey;

    Counters(int httpPort, Path privateKey) {
        this.metrics = URI.create("http://127.0.0.1:%d/q/metrics".formatted(httpPort));
        this.privateKey = privateKey;
    }

    /** Their values, by name and reason. */
    Map<String, Long> read() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(metrics)
                .header("Authorization", "Bearer " + token())
                .header("Accept", "text/plain")
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("%s answers %d".formatted(metrics, response.statusCode()));
            }
            return parse(response.body());
        }
    }

    static Map<String, Long> parse(String text) {
        Map<String, Long> counters = new TreeMap<>();
        for (Matcher line = COUNTER.matcher(text); line.find(); ) {
            Matcher reason = REASON.matcher(line.group(2) == null ? "" : line.group(2));
            String name = reason.find() ? line.group(1) + "." + reason.group(1) : line.group(1);
            counters.put(name, (long) Double.parseDouble(line.group(3)));
        }
        return counters;
    }

    /** What was counted between two readings, without what was not. */
    static Map<String, Long> between(Map<String, Long> before, Map<String, Long> after) {
        Map<String, Long> counted = new TreeMap<>();
        after.forEach((name, value) -> counted.put(name, value - before.getOrDefault(name, 0L)));
        counted.values().removeIf(value -> value == 0);
        return counted;
    }

    private String token() throws IOException {
        long issued_s = Instant.now().getEpochSecond();
        String claims = """
                {"iss":"motorpool","sub":"bench","upn":"bench","groups":["SERVICE"],"iat":%d,"exp":%d}""".formatted(issued_s, issued_s + TOKEN_VALIDITY.toSeconds());
        String payload = part("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + part(claims);
        return payload + "." + BASE64.encodeToString(signature(payload.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String part(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] signature(byte[] payload) throws IOException {
        String pem = Files.readString(privateKey).replaceAll("-----[A-Z ]+-----|\\s", "");
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem))));
            signature.update(payload);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign with %s".formatted(privateKey), e);
        }
    }
}
