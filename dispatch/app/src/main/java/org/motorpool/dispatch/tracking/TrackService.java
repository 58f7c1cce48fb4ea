package org.motorpool.dispatch.tracking;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.audit.AuditTrail;
import org.motorpool.dispatch.identity.TokenIssuer;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.registry.VehicleService;
import org.motorpool.telematics.contract.TrackApi;

/**
 * Tracks of vehicles in scope. A track is sensitive personal information (汽车数据安全管理若干规定): every look is noted in
 * the audit trail before the track is fetched.
 */
@Singleton
public class TrackService {

    private static final Logger LOG = Logger.getLogger(TrackService.class);

    private final ScopedTransactions transactions;
    private final VehicleService vehicles;
    private final AuditTrail audit;
    private final TokenIssuer tokens;
    private final TelematicsTracks telematics;

    TrackService(
            ScopedTransactions transactions,
            VehicleService vehicles,
            AuditTrail audit,
            TokenIssuer tokens,
            @RestClient TelematicsTracks telematics) {
        this.transactions = transactions;
        this.vehicles = vehicles;
        this.audit = audit;
        this.tokens = tokens;
        this.telematics = telematics;
    }

    /** Positions in [from, to), oldest first; a vehicle outside the scope is unknown. */
    public Uni<TrackApi.Track> get(Scope scope, UUID vehicleId, Instant from, Instant to, int limit) {
        String subject = "vehicle %s, %s to %s".formatted(vehicleId, from, to);
        return transactions
                .inTransaction(scope, session -> vehicles.get(session, vehicleId)
                        .chain(() -> audit.note(session, scope, "track-read", subject)))
                .chain(() -> fetch(vehicleId, from, to, limit));
    }

    /** The same for supervision, which looks at whole fleets and notes the run as one look; never for a person's request. */
    public Uni<TrackApi.Track> judge(UUID vehicleId, Instant from, Instant to, int limit) {
        return fetch(vehicleId, from, to, limit);
    }

    private Uni<TrackApi.Track> fetch(UUID vehicleId, Instant from, Instant to, int limit) {
        String authorization = "Bearer " + tokens.issueForService();
        return telematics
                .track(authorization, vehicleId, from.toString(), to.toString(), limit)
                .onFailure()
                .invoke(failure -> LOG.warnf(failure, "no track of vehicle %s from telematics", vehicleId))
                .onFailure()
                .transform(_ -> unavailable());
    }

    private static ProblemException unavailable() {
        return Problem.of(
                        503,
                        "telematics-unavailable",
                        "服务暂不可用 Service unavailable",
                        "轨迹服务暂不可用，请稍后重试",
                        "the track service is unavailable; try again later",
                        null)
                .asException();
    }
}
