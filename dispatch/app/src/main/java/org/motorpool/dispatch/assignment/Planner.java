package org.motorpool.dispatch.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.identity.TokenIssuer;
import org.motorpool.planner.contract.DayAnswerApi;
import org.motorpool.planner.contract.DayApi;

/** Asks the planner; what it refuses becomes a problem, and so does its silence. */
@Singleton
class Planner {

    private static final Logger LOG = Logger.getLogger(Planner.class);
    private static final int UNAVAILABLE = 503;
    private static final int WRONG = 422;
    private static final Set<String> FORGOTTEN = Set.of("day-unknown", "day-stale");

    /** The planner knows nothing of the day, or has other facts of it: it wants them again. */
    static final class Forgotten extends RuntimeException {
        private static final long serialVersionUID = 1;

        Forgotten(String detail) {
            super(detail);
        }
    }

    private final PlannerDays days;
    private final TokenIssuer tokens;

    Planner(@RestClient PlannerDays days, TokenIssuer tokens) {
        this.days = days;
        this.tokens = tokens;
    }

    Uni<DayAnswerApi.State> put(PlannedDay day) {
        return answered(days.put(authorization(), day.name(), day.facts()));
    }

    /** Who should serve the ride; fails with {@link Forgotten}, or the problem of a ride that is wrong. */
    Uni<DayAnswerApi.Recommendation> recommend(PlannedDay day, DayApi.Ride ride, int limit) {
        return answered(days.recommend(
                authorization(), day.name(), new DayApi.WantedRecommendation(day.snapshot(), ride, limit)));
    }

    Uni<DayAnswerApi.Explanation> explain(PlannedDay day, String ride) {
        return answered(days.explain(authorization(), day.name(), new DayApi.WantedExplanation(day.snapshot(), ride)));
    }

    /** Let the event happen to the day as the planner has it. */
    Uni<DayAnswerApi.Replanned> apply(PlannedDay day, DayApi.Event event) {
        return answered(days.apply(authorization(), day.name(), event));
    }

    private String authorization() {
        return "Bearer " + tokens.issueForService();
    }

    private static <T> Uni<T> answered(Uni<T> call) {
        return call.onFailure().transform(Planner::explain);
    }

    private static Throwable explain(Throwable failure) {
        return failure instanceof WebApplicationException refused ? refusal(refused) : silent(failure);
    }

    private static Throwable refusal(WebApplicationException refused) {
        try (Response answer = refused.getResponse()) {
            int status = answer.getStatus();
            if (status != WRONG && status != 404 && status != 409) {
                return silent(refused);
            }
            DayAnswerApi.Refusal said = answer.readEntity(DayAnswerApi.Refusal.class);
            return FORGOTTEN.contains(said.code()) ? new Forgotten(said.detail()) : wrong(said);
        } catch (ProcessingException | IllegalStateException unreadable) {
            return silent(unreadable);
        }
    }

    private static Throwable wrong(DayAnswerApi.Refusal said) {
        String[] languages = said.detail().split(" / ", 2);
        return Problem.of(
                        WRONG,
                        said.code(),
                        "不能规划 Cannot be planned",
                        languages[0],
                        languages[languages.length - 1],
                        null)
                .asException();
    }

    static Throwable silent(Throwable failure) {
        LOG.warnf("no answer from the planner: %s", failure.getMessage());
        return Problem.of(
                        UNAVAILABLE,
                        "planner-unavailable",
                        "规划服务不可用 Planner unavailable",
                        "规划服务暂时没有应答，请稍后重试，或直接人工派车",
                        "the planner does not answer; try again later, or assign by hand",
                        null)
                .asException();
    }
}
