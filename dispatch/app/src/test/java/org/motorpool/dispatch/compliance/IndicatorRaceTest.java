package org.motorpool.dispatch.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.contract.ComplianceApi.Acquisition;
import org.motorpool.dispatch.contract.ComplianceApi.NewAcquisition;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;
import org.motorpool.dispatch.demo.Demo;
import org.motorpool.dispatch.demo.DemoProfile;
import org.motorpool.dispatch.organisation.Scope;

/** A thousand try at once, on the real database, through the pool everybody uses. */
@QuarkusTest
@TestProfile(DemoProfile.class)
class IndicatorRaceTest {

    private static final int ATTEMPTS = 1000;

    @Inject
    AcquisitionService acquisitions;

    @Inject
    IndicatorService indicators;

    @Inject
    Permits permits;

    @Test
    void letsExactlyOneOfAThousandAcquisitionsConsumeAnIndicator() throws Exception {
        UUID unitId = UUID.fromString(Demo.unitId("fleet-officer", "330106"));
        UUID indicatorId = permits.issue(unitId, terms());
        List<Acquisition> decided = atOnce(n -> acquisitions.acquire(Scope.SYSTEM, battery(unitId, indicatorId, n)));

        List<Acquisition> accepted =
                decided.stream().filter(one -> one.outcome().equals("ACCEPTED")).toList();
        assertThat(accepted).hasSize(1);
        assertThat(decided.stream().filter(one -> one.outcome().equals("REFUSED")))
                .hasSize(ATTEMPTS - 1)
                .allSatisfy(one -> assertThat(one.violations().stream().map(Violation::rule))
                        .contains("indicator-consumed"));
        assertThat(Permits.await(() -> indicators.get(Scope.SYSTEM, indicatorId)))
                .satisfies(indicator -> assertThat(indicator.status()).isEqualTo("CONSUMED"))
                .satisfies(indicator -> assertThat(indicator.acquisitionId())
                        .isEqualTo(accepted.getFirst().id()));
        assertThat(Demo.all("fleet-officer-330106", "vehicles").stream()
                        .filter(vehicle -> vehicle.get("plate").toString().startsWith("浙AD9")))
                .hasSize(1);
    }

    /** Without any lock around it: the conditional update alone decides. */
    @Test
    void letsExactlyOneOfAThousandReserveAnIndicator() throws Exception {
        UUID indicatorId = permits.issue(UUID.fromString(Demo.unitId("fleet-officer", "330110")), terms());
        List<String> reserved = atOnce(n -> indicators
                .reserve(officer(n), indicatorId)
                .map(IndicatorFile::reservedBy)
                .onFailure(ProblemException.class)
                .recoverWithItem(""));

        List<String> winners = reserved.stream().filter(name -> !name.isEmpty()).toList();
        assertThat(winners).hasSize(1);
        assertThat(Permits.await(() -> indicators.get(Scope.SYSTEM, indicatorId))
                        .reservedBy())
                .isEqualTo(winners.getFirst());
    }

    private static <T> List<T> atOnce(IntFunction<Uni<T>> attempt) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = IntStream.range(0, ATTEMPTS)
                    .mapToObj(n -> threads.submit(() -> Permits.await(() -> patiently(attempt.apply(n)))))
                    .toList();
            List<T> answers = new ArrayList<>();
            for (Future<T> one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    /** Who gets no connection from the pool within its 30 s has not tried yet, and does so again. */
    private static <T> Uni<T> patiently(Uni<T> attempt) {
        return attempt.onFailure(failure -> "Timeout".equals(failure.getMessage()))
                .retry()
                .atMost(10);
    }

    private static Scope officer(int n) {
        return new Scope(new UUID(9, n), "officer-" + n, "车管员", new UUID(0, 0), "/", Set.of("FLEET_OFFICER"));
    }

    private static IndicatorFile.Terms terms() {
        return new IndicatorFile.Terms("YJBZ", "BASE", "NEW", true, "GENERAL", 18_000_000L, null, null);
    }

    private static NewAcquisition battery(UUID unitId, UUID indicatorId, int n) {
        return new NewAcquisition(
                unitId,
                "NEW",
                "浙AD9%04d".formatted(n),
                "GREEN",
                "LGXCE4CB0T29%05d".formatted(n),
                "YJBZ",
                "BASE",
                "SEDAN",
                "BEV",
                "比亚迪",
                "秦PLUS EV",
                4,
                11_580_000L,
                0.0,
                true,
                null,
                null,
                indicatorId,
                null,
                null,
                null);
    }
}
