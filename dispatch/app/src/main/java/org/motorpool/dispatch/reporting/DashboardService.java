package org.motorpool.dispatch.reporting;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.ReportApi.Dashboard;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.reporting.store.Dashboards;

/** The picture of a province at a glance. */
@Singleton
public class DashboardService {

    private final ScopedTransactions transactions;
    private final Dashboards dashboards;
    private final Clock clock;

    DashboardService(ScopedTransactions transactions, Dashboards dashboards, Clock clock) {
        this.transactions = transactions;
        this.dashboards = dashboards;
        this.clock = clock;
    }

    /** What lies in the province and in scope, today; fails with problem {@code region-unknown} when nothing does. */
    public Uni<Dashboard> province(Scope scope, @Nullable String code) {
        if (code == null || !code.matches("[0-9]{2}0000") || code.equals("100000")) {
            throw Problem.invalid(
                            "code",
                            "code 应为省级行政区划代码，例如 310000",
                            "code must be the region code of a province, e.g. 310000")
                    .asException();
        }
        return transactions.inTransaction(scope, session -> dashboards
                .find(session, code, Days.today(clock))
                .map(found -> found.orElseThrow(() -> Problem.notFound(
                                "region-unknown",
                                "省级行政区划 %s 不存在或不在您的管理范围内".formatted(code),
                                "province %s does not exist or is outside your scope".formatted(code))
                        .asException())));
    }
}
