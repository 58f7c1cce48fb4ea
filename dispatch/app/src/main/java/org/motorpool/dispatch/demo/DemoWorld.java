package org.motorpool.dispatch.demo;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Seeds the demo world once, before the application is ready; later starts find it and do nothing. */
@Singleton
public class DemoWorld {

    private static final Logger LOG = Logger.getLogger(DemoWorld.class);

    private final boolean wanted;
    private final DemoSeed seed;

    /** @param wanted {@code motorpool.dispatch.demo}: with demo data and demo accounts (password {@code demo}) */
    DemoWorld(@ConfigProperty(name = "motorpool.dispatch.demo") boolean wanted, DemoSeed seed) {
        this.wanted = wanted;
        this.seed = seed;
    }

    void onStart(@Observes StartupEvent event) {
        if (wanted) {
            boolean sown = await();
            LOG.info(sown ? "demo world seeded" : "demo world is there already");
        }
    }

    private boolean await() {
        try {
            return VertxContextSupport.subscribeAndAwait(seed::sowOnce);
        } catch (Error error) {
            throw error;
        } catch (Throwable failure) {
            throw new IllegalStateException("the demo world could not be seeded", failure);
        }
    }
}
