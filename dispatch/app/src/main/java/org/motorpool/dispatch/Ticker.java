package org.motorpool.dispatch;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Repeats reactive work more often than once a second, which the scheduler does not; a run that is late skips the next. */
@Singleton
public class Ticker {

    private static final Logger LOG = Logger.getLogger(Ticker.class);

    private final Vertx vertx;

    Ticker(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Do the work again and again until the application stops; a failure is logged and the next run tries again. */
    public void every(Duration period, String name, Supplier<Uni<? extends Void>> work) {
        AtomicBoolean busy = new AtomicBoolean();
        vertx.setPeriodic(period.toMillis(), _ -> {
            if (busy.compareAndSet(false, true)) {
                run(name, work, busy);
            }
        });
    }

    private void run(String name, Supplier<Uni<? extends Void>> work, AtomicBoolean busy) {
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(_ -> Uni.createFrom()
                .deferred(work)
                .onTermination()
                .invoke(() -> busy.set(false))
                .subscribe()
                .with(_ -> {}, failure -> LOG.warnf(failure, "%s failed, will try again", name)));
    }
}
