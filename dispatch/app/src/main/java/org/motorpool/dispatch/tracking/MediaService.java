package org.motorpool.dispatch.tracking;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
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
import org.motorpool.telematics.contract.MediaApi;

/**
 * Photos, recordings and alarm attachments of vehicles in scope. They show people, so every look is noted in the audit
 * trail before anything is fetched (汽车数据安全管理若干规定).
 */
@Singleton
public class MediaService {

    private static final Logger LOG = Logger.getLogger(MediaService.class);

    private final ScopedTransactions transactions;
    private final VehicleService vehicles;
    private final AuditTrail audit;
    private final TokenIssuer tokens;
    private final TelematicsMedia telematics;
    private final MediaDownload download;

    MediaService(
            ScopedTransactions transactions,
            VehicleService vehicles,
            AuditTrail audit,
            TokenIssuer tokens,
            @RestClient TelematicsMedia telematics,
            MediaDownload download) {
        this.transactions = transactions;
        this.vehicles = vehicles;
        this.audit = audit;
        this.tokens = tokens;
        this.telematics = telematics;
        this.download = download;
    }

    /** Which media; the cursor is {@code next} of the page before, empty for the first. */
    public record Query(UUID vehicleId, Instant from, Instant to, int limit, String cursor) {}

    /** Media taken in [from, to), newest first; a vehicle outside the scope is unknown. */
    public Uni<MediaApi.MediaPage> list(Scope scope, Query query) {
        String subject = "vehicle %s, %s to %s".formatted(query.vehicleId(), query.from(), query.to());
        return note(scope, query.vehicleId(), "media-listed", subject).chain(() -> fetch(query));
    }

    /** The bytes of one medium; one of another vehicle is unknown. */
    public Uni<MediaContent> content(Scope scope, UUID vehicleId, UUID mediaId) {
        String subject = "vehicle %s, medium %s".formatted(vehicleId, mediaId);
        return note(scope, vehicleId, "media-read", subject)
                .chain(() -> download.get(authorization(), vehicleId, mediaId)
                        .onFailure()
                        .transform(failure -> unavailable(vehicleId, failure)))
                .map(response -> content(vehicleId, response));
    }

    private Uni<Void> note(Scope scope, UUID vehicleId, String action, String subject) {
        return transactions.inTransaction(scope, session -> vehicles.get(session, vehicleId)
                .chain(() -> audit.note(session, scope, action, subject)));
    }

    private Uni<MediaApi.MediaPage> fetch(Query query) {
        return telematics
                .list(
                        authorization(),
                        query.vehicleId(),
                        query.from().toString(),
                        query.to().toString(),
                        query.limit(),
                        query.cursor())
                .onFailure()
                .transform(failure -> refusal(query, failure));
    }

    /** Everything but the cursor was checked before. */
    private static ProblemException refusal(Query query, Throwable failure) {
        boolean refused = failure instanceof WebApplicationException answered
                && answered.getResponse().getStatus() == 400;
        return refused
                ? Problem.invalid(
                                "cursor",
                                "cursor 应为上一页返回的 next，收到 \"%s\"".formatted(query.cursor()),
                                "cursor must be the value of next of the page before, got \"%s\""
                                        .formatted(query.cursor()))
                        .asException()
                : unavailable(query.vehicleId(), failure);
    }

    private static MediaContent content(UUID vehicleId, HttpClientResponse response) {
        return switch (response.statusCode()) {
            case 200 -> MediaContent.of(response);
            case 404 ->
                throw Problem.notFound(
                                "media-unknown",
                                "该车辆没有此媒体，或终端尚未上传",
                                "the vehicle has no such medium, or its terminal has not sent it")
                        .asException();
            default -> throw unavailable(vehicleId, new IllegalStateException("HTTP " + response.statusCode()));
        };
    }

    private String authorization() {
        return "Bearer " + tokens.issueForService();
    }

    private static ProblemException unavailable(UUID vehicleId, Throwable failure) {
        LOG.warnf("no media of vehicle %s from telematics: %s", vehicleId, failure);
        return Problem.of(
                        503,
                        "telematics-unavailable",
                        "服务暂不可用 Service unavailable",
                        "媒体服务暂不可用，请稍后重试",
                        "the media service is unavailable; try again later",
                        null)
                .asException();
    }
}
