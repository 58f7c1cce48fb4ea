package org.motorpool.planner.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.motorpool.planner.PlannerConfig;
import org.motorpool.planner.contract.FleetApi;

/** Counts fleets, so many at a time as plans are solved; the others wait. */
@ApplicationScoped
public class FleetService {

    private final Semaphore counting;

    public FleetService(PlannerConfig config) {
        this.counting = new Semaphore(config.threads(), true);
    }

    /** What the uses need at the least; {@link UsesRefused} when they cannot be counted. */
    public FleetApi.CircleNeeds count(FleetApi.@Nullable Uses uses) {
        if (uses == null) {
            throw UsesRefused.missing("uses");
        }
        counting.acquireUninterruptibly();
        try {
            return new FleetCount(uses).needs();
        } finally {
            counting.release();
        }
    }
}
