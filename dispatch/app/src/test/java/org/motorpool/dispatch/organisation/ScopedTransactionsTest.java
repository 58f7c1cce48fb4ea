package org.motorpool.dispatch.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.PlainSql;
import org.motorpool.dispatch.ProblemException;

@QuarkusTest
class ScopedTransactionsTest {

    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('ScopedTransactionsTest' || ?1))::text";

    @Inject
    ScopedTransactions transactions;

    @Test
    void tellsOneOfTwoThatWaitForEachOther() {
        CompletableFuture<Void> first = new CompletableFuture<>();
        CompletableFuture<Void> second = new CompletableFuture<>();

        List<CompletableFuture<String>> both = List.of(
                run(session -> locks(session, "first", first, second, "second")),
                run(session -> locks(session, "second", second, first, "first")));

        assertThat(both.stream().map(CompletableFuture::join))
                .containsExactlyInAnyOrder("done", ScopedTransactions.CHANGED_MEANWHILE);
    }

    /** One lock, and the other when the other transaction has that one. */
    private static Uni<String> locks(
            Mutiny.Session session,
            String mine,
            CompletableFuture<Void> taken,
            CompletableFuture<Void> others,
            String wanted) {
        return PlainSql.select(session, LOCK, mine)
                .invoke(() -> taken.complete(null))
                .chain(() -> await(others))
                .chain(() -> PlainSql.select(session, LOCK, wanted))
                .replaceWith("done");
    }

    /** Goes on where the session may be used. */
    private static Uni<Void> await(CompletableFuture<Void> others) {
        var context = Vertx.currentContext();
        return Uni.createFrom().completionStage(others).emitOn(work -> context.runOnContext(_ -> work.run()));
    }

    private CompletableFuture<String> run(Function<Mutiny.Session, Uni<String>> work) {
        return CompletableFuture.supplyAsync(
                () -> outcome(work), task -> Thread.ofVirtual().start(task));
    }

    private String outcome(Function<Mutiny.Session, Uni<String>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> transactions.inTransaction(Scope.SYSTEM, work));
        } catch (ProblemException refusal) {
            return refusal.problem().code();
        } catch (Throwable failure) {
            throw new CompletionException(failure);
        }
    }
}
