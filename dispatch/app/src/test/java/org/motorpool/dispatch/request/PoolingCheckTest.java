package org.motorpool.dispatch.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motorpool.dispatch.request.NewRequests.TOMORROW;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;
import org.motorpool.dispatch.contract.RequestApi.NewRequest;
import org.motorpool.dispatch.contract.RequestDetailApi.Stop;

class PoolingCheckTest {

    private static final PoolingRule NATION = new PoolingRule("100000", Set.of("JYTX"), 20, 10, "合乘规则");
    private static final NewRequest PLAIN = NewRequests.of(new UUID(0, 1));

    @Test
    void letsRidersOfASingleUseAgree() {
        assertThat(PoolingCheck.objection(PLAIN, Optional.of(NATION))).isEmpty();
    }

    @Test
    void refusesWhereThePlaceHasNoRule() {
        assertThat(PoolingCheck.objection(PLAIN, Optional.empty()))
                .map(Violation::rule)
                .hasValue("pooling-not-offered");
    }

    @Test
    void refusesWhatIsNotShared() {
        Stop stop =
                new Stop(NewRequests.DROPOFF, TOMORROW.plus(Duration.ofHours(1)), TOMORROW.plus(Duration.ofHours(2)));
        refuses(NewRequests.withCategory(PLAIN, "JYTX"), "pooling-confidential");
        refuses(NewRequests.emergency(PLAIN, "抢险"), "pooling-emergency");
        refuses(NewRequests.hostedBy(PLAIN, "320100"), "pooling-cross-region");
        refuses(NewRequests.via(PLAIN, "RETURN_WITH_WAIT", stop), "pooling-waits");
        refuses(NewRequests.via(PLAIN, "MULTI_STOP", stop), "pooling-waits");
        refuses(NewRequests.during(PLAIN, TOMORROW, TOMORROW.plus(Duration.ofHours(25))), "pooling-multi-day");
    }

    @Test
    void followsTheMostSpecificPlace() {
        PoolingRule city = new PoolingRule("310000", Set.of(), 5, 0, "市规则");
        PoolingBook book = new PoolingBook(List.of(NATION, city));
        assertThat(book.find("310115")).hasValue(city);
        assertThat(book.find("320100")).hasValue(NATION);
    }

    private static void refuses(NewRequest request, String code) {
        assertThat(PoolingCheck.objection(request, Optional.of(NATION)))
                .map(Violation::rule)
                .hasValue(code);
    }
}
