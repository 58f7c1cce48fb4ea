package org.motorpool.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PushTest {

    private static final Set<String> DISPATCHER = Set.of("DISPATCHER");

    private final Push push = new Push();

    @Test
    void losesNothingThatTwoThreadsTellAtOnce() {
        AssertSubscriber<Push.Change> reader = listen(DISPATCHER, Long.MAX_VALUE);
        CompletableFuture<Void> one = CompletableFuture.runAsync(() -> tell(1000));
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> tell(1000));
        CompletableFuture.allOf(one, other).join();
        assertThat(reader.getItems()).hasSize(2000);
    }

    @Test
    void keepsWhatAReaderHasNotTakenYet() {
        AssertSubscriber<Push.Change> reader = listen(DISPATCHER, 0);
        tell(1000);
        reader.request(1000);
        assertThat(reader.getItems()).hasSize(1000);
    }

    @Test
    void endsTheStreamOfAReaderThatFallsTooFarBehind() {
        AssertSubscriber<Push.Change> reader = listen(DISPATCHER, 0);
        tell(5000);
        reader.request(Long.MAX_VALUE);
        assertThat(reader.getFailure()).isNotNull();
    }

    @Test
    void tellsOnlyTheRolesThatMayRead() {
        AssertSubscriber<Push.Change> requester = listen(Set.of("REQUESTER"), Long.MAX_VALUE);
        AssertSubscriber<Push.Change> dispatcher = listen(DISPATCHER, Long.MAX_VALUE);
        push.tell(new Push.Change("acquisition", List.of("/1/"), "data", DISPATCHER));
        assertThat(requester.getItems()).isEmpty();
        assertThat(dispatcher.getItems()).hasSize(1);
    }

    @Test
    void tellsOnlyThoseInScope() {
        AssertSubscriber<Push.Change> reader = listen(DISPATCHER, Long.MAX_VALUE);
        push.tell(new Push.Change("request", List.of("/2/", "/3/"), "data"));
        assertThat(reader.getItems()).isEmpty();
    }

    private AssertSubscriber<Push.Change> listen(Set<String> roles, long requested) {
        return push.listen(path -> path.startsWith("/1/"), roles)
                .subscribe()
                .withSubscriber(AssertSubscriber.create(requested));
    }

    private void tell(int times) {
        IntStream.range(0, times).forEach(i -> push.tell(new Push.Change("vehicle", List.of("/1/"), i)));
    }
}
