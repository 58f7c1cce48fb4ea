package org.motorpool.planner.bench.day;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.motorpool.planner.contract.DayAnswerApi;
import org.motorpool.planner.contract.DayApi;
import org.motorpool.planner.search.day.DayFacts;

/**
 * {@code bench planner --http}: recommendations into a made day asked of a started planner over HTTP at a fixed rate, each with a reason
 * for every vehicle. A time counts from when the question was due, also when those before it were late.
 */
public final class HttpBench {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private static final String SNAPSHOT = "bench";
    private static final int BEST = 5;
    private static final int STEPS = 2_000;
    private static final int WARM_UP_S = 10;
    private static final int QUESTIONS = 500;
    private static final double MILLISECOND_NS = 1e6;
    private static final int OK = 200;

    private final HttpOptions options;
    private final DayFacts facts;
    private final URI day;
    private final String authorization;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger found = new AtomicInteger();

    private HttpBench(HttpOptions options, int port, String token) {
        this.options = options;
        this.facts = MadeDay.of(options.rides(), options.vehicles(), options.seed());
        this.day = URI.create("http://127.0.0.1:%d%s/bench".formatted(port, DayApi.ROOT));
        this.authorization = "Bearer " + token;
    }

    /**
     * The last line of the benchmark.
     *
     * @param environment QUARKUS_HTTP_PORT, MOTORPOOL_JWT_PRIVATE_KEY and MOTORPOOL_BENCH_LOG, as the launcher sets them
     */
    public static ObjectNode run(HttpOptions options, Map<String, String> environment)
            throws IOException, InterruptedException, GeneralSecurityException {
        if (options.command().isEmpty()) {
            return JsonNodeFactory.instance.objectNode().put("bench", "planner-http");
        }
        int port = Integer.parseInt(environment.getOrDefault("QUARKUS_HTTP_PORT", "8082"));
        String token = ServiceToken.of(Path.of(environment.getOrDefault("MOTORPOOL_JWT_PRIVATE_KEY", "private.pem")));
        Path log = Path.of(environment.getOrDefault("MOTORPOOL_BENCH_LOG", "planner.log"));
        try (PlannerProcess _ =
                PlannerProcess.start(options.command(), new InetSocketAddress("127.0.0.1", port), log)) {
            return new HttpBench(options, port, token).measure();
        }
    }

    private ObjectNode measure() throws IOException, InterruptedException {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("bench", "planner-http");
        json.put("day", options.rides() + "x" + options.vehicles()).put("seed", options.seed());
        json.put("rate", options.rate()).put("seconds", options.seconds());
        long start_ns = System.nanoTime();
        DayAnswerApi.State state = put();
        json.put("put_ms", DayBench.round((System.nanoTime() - start_ns) / MILLISECOND_NS));
        json.put("served", state.served()).put("rides", state.rides());
        System.err.printf("the day is there: %d of %d rides served%n", state.served(), state.rides());
        List<byte[]> questions = questions();
        ask(questions, WARM_UP_S);
        failures.set(0);
        found.set(0);
        List<Long> times_ns = ask(questions, options.seconds());
        Percentiles.put(json, "recommend", times_ns);
        json.put("max_ms", DayBench.round(Collections.max(times_ns) / MILLISECOND_NS));
        return json.put("requests", times_ns.size())
                .put("failures", failures.get())
                .put("recommended", found.get());
    }

    private DayAnswerApi.State put() throws IOException, InterruptedException {
        byte[] body = JSON.writeValueAsBytes(new DayOnWire(facts).facts(SNAPSHOT, STEPS));
        HttpResponse<byte[]> answer =
                client.send(request(day).PUT(BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != OK) {
            throw new IllegalStateException("the planner refuses the day: %d %s"
                    .formatted(answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8)));
        }
        return JSON.readValue(answer.body(), DayAnswerApi.State.class);
    }

    private List<byte[]> questions() throws IOException {
        DayOnWire wire = new DayOnWire(facts);
        List<byte[]> questions = new ArrayList<>();
        for (DayFacts.Ride ride : MadeDay.more(facts, QUESTIONS, options.seed() + 1)) {
            questions.add(JSON.writeValueAsBytes(new DayApi.WantedRecommendation(SNAPSHOT, wire.ride(ride), BEST)));
        }
        return questions;
    }

    private HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri)
                .header("Authorization", authorization)
                .header("Content-Type", "application/json");
    }

    private List<Long> ask(List<byte[]> questions, int seconds) {
        int count = seconds * options.rate();
        List<Long> times_ns = Collections.synchronizedList(new ArrayList<>(count));
        List<CompletableFuture<Void>> answers = new ArrayList<>(count);
        long start_ns = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due_ns = start_ns + i * 1_000_000_000L / options.rate();
            while (System.nanoTime() < due_ns) {
                LockSupport.parkNanos(due_ns - System.nanoTime());
            }
            answers.add(ask(questions.get(i % questions.size())).thenAccept(answer -> {
                times_ns.add(System.nanoTime() - due_ns);
                check(answer);
            }));
        }
        answers.forEach(CompletableFuture::join);
        return times_ns;
    }

    private CompletableFuture<HttpResponse<byte[]>> ask(byte[] question) {
        URI recommendations = URI.create(day + "/recommendations");
        return client.sendAsync(
                request(recommendations)
                        .POST(BodyPublishers.ofByteArray(question))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    /** Every vehicle is among the best, or has its reason. */
    private void check(HttpResponse<byte[]> answer) {
        try {
            if (answer.statusCode() != OK
                    || !isComplete(JSON.readValue(answer.body(), DayAnswerApi.Recommendation.class))) {
                failures.incrementAndGet();
            }
        } catch (IOException _) {
            failures.incrementAndGet();
        }
    }

    private boolean isComplete(DayAnswerApi.Recommendation recommendation) {
        found.addAndGet(recommendation.best().isEmpty() ? 0 : 1);
        int refused = recommendation.refused().stream()
                .mapToInt(group -> group.vehicles().size())
                .sum();
        return recommendation.best().size() + recommendation.dearer().size() + refused == options.vehicles();
    }
}
