package org.motorpool.dispatch.supervision;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.audit.AuditTrail;
import org.motorpool.dispatch.contract.SupervisionApi.RegionCircle;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.UnitService;
import org.motorpool.dispatch.supervision.store.RegionCircles;

/** Circles that stand for regions until their boundaries are on file; V14 is silent for a region without one. */
@Singleton
public class RegionCircleService {

    private final ScopedTransactions transactions;
    private final UnitService units;
    private final RegionCircles circles;
    private final AuditTrail audit;

    RegionCircleService(ScopedTransactions transactions, UnitService units, RegionCircles circles, AuditTrail audit) {
        this.transactions = transactions;
        this.units = units;
        this.circles = circles;
        this.audit = audit;
    }

    /** By region code, after {@code after}. */
    public Uni<List<RegionCircle>> list(Scope scope, String after, int limit) {
        return transactions.inTransaction(scope, session -> circles.list(session, after, limit));
    }

    /** Draw a circle, in place of the one before; for who has national scope. */
    public Uni<RegionCircle> put(Scope scope, String regionCode, @Nullable RegionCircle form) {
        RegionCircle circle = read(regionCode, form);
        return units.coversAll(scope)
                .invoke(RegionCircleService::requireNation)
                .chain(_ -> transactions.inTransaction(scope, session -> circles.put(session, circle)
                        .invoke(there -> requireRegion(there, regionCode))
                        .chain(_ -> audit.note(
                                session,
                                scope,
                                "region-circle-drawn",
                                "%s, %d m".formatted(regionCode, circle.radius_m())))))
                .replaceWith(circle);
    }

    private static RegionCircle read(String regionCode, @Nullable RegionCircle form) {
        if (form == null) {
            throw Problem.missing("latitude").asException();
        }
        return new RegionCircle(
                regionCode,
                coordinate("latitude", form.latitude(), 90),
                coordinate("longitude", form.longitude(), 180),
                radius(form.radius_m()));
    }

    private static double coordinate(String field, @Nullable Double degrees, double most) {
        if (degrees == null || !(Math.abs(degrees) <= most)) {
            throw Fields.bad(field, "应在 -%s 到 %s 之间".formatted(most, most), "must be -%s to %s".formatted(most, most));
        }
        return degrees;
    }

    private static int radius(@Nullable Integer radius_m) {
        return (int) Fields.number("radius_m", radius_m == null ? null : radius_m.longValue(), 1000, 3_000_000);
    }

    private static void requireRegion(boolean there, String regionCode) {
        if (!there) {
            throw Problem.notFound(
                            "region-unknown",
                            "没有行政区划 %s，请检查代码".formatted(regionCode),
                            "there is no region %s; check the code".formatted(regionCode))
                    .asException();
        }
    }

    private static void requireNation(boolean covers) {
        if (!covers) {
            throw Problem.forbidden("区域范围由全国管理范围的人员维护", "circles of regions are drawn by who has national scope")
                    .asException();
        }
    }
}
