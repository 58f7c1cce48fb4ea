package org.motorpool.dispatch.bench.booking;

import java.util.SplittableRandom;
import java.util.UUID;
import org.apache.hc.core5.http.Method;
import org.jspecify.annotations.Nullable;

/** One of the people of a random walk, whoever they are at the moment: calls the platform, and judges what it answers. */
final class Person {

    private static final int SUCCESS = 300;
    private static final int FAILURE = 500;

    final SplittableRandom random;
    private final Calls calls;
    private final Tally tally;

    Person(Calls calls, Tally tally, long seed) {
        this.calls = calls;
        this.tally = tally;
        this.random = new SplittableRandom(seed);
    }

    /** Once in so many times. */
    boolean onceIn(int times) {
        return random.nextInt(times) == 0;
    }

    static boolean isDone(Calls.Answer answer) {
        return answer.status() < SUCCESS;
    }

    /** With the version that was read, no version, or an old one, which must be refused. */
    Calls.Answer act(String token, String path, @Nullable String version, String body) throws InterruptedException {
        boolean stale = version != null && onceIn(20);
        String ifMatch = stale ? "\"-1\"" : version == null || random.nextBoolean() ? null : "\"" + version + "\"";
        Calls.Head head = new Calls.Head(UUID.randomUUID().toString(), ifMatch);
        Calls.Answer answer = judge(calls.call(Method.POST, token, path, head, body));
        require(!stale || !isDone(answer), "a stale version was taken", answer);
        return answer;
    }

    /** Under a key of the caller. */
    Calls.Answer post(String token, String path, @Nullable String key, String body) throws InterruptedException {
        return judge(calls.post(token, path, key, body));
    }

    Calls.Answer put(String token, String path, String body) throws InterruptedException {
        return judge(calls.call(Method.PUT, token, path, new Calls.Head(null, null), body));
    }

    Calls.Answer patch(String token, String path, String body) throws InterruptedException {
        return judge(calls.call(Method.PATCH, token, path, new Calls.Head(null, null), body));
    }

    Calls.Answer get(String token, String path) throws InterruptedException {
        return judge(calls.call(Method.GET, token, path, new Calls.Head(null, null), ""));
    }

    /** Anything but a success or a refusal that says why is a failure. */
    private Calls.Answer judge(Calls.Answer answer) {
        if (isDone(answer)) {
            tally.did(answer.path());
        } else {
            tally.refused();
            require(answer.status() < FAILURE && !answer.code().isEmpty(), "the platform failed", answer);
        }
        return answer;
    }

    void require(boolean holds, String otherwise, Calls.Answer answer) {
        if (!holds) {
            tally.failed("%s, %s".formatted(otherwise, answer.status()), answer.toString());
        }
    }
}
