package org.motorpool.dispatch.federation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.organisation.Unit;

/**
 * Object mother: agreements in force, 1.80 CNY per km up to 50 km and 1.60 beyond, beyond 30 minutes of waiting 9 CNY per 30 minutes, 50
 * CNY for passengers who do not come; tolls and parking as they were.
 */
@ApplicationScoped
public class Pacts {

    private static final String RATES = """
            [{"tiers":[{"upTo_km":50,"fen_per_km":180},{"fen_per_km":160}],\
            "waiting":{"free_minutes":30,"step_minutes":30,"fen_per_step":900},"noShow_fen":5000}]""";

    private static final AtomicInteger EVENTS = new AtomicInteger(9000);

    private final DataSource database;

    Pacts(DataSource database) {
        this.database = database;
    }

    /** An agreement from a day up to another between two authorities; its id. */
    public UUID between(Unit home, Unit host, LocalDate from, LocalDate to) {
        return between(home, host, from, to, "PER_USE");
    }

    /** The same, settled in this mode. */
    UUID between(Unit home, Unit host, LocalDate from, LocalDate to, String mode) {
        UUID tariff = Ids.next();
        UUID agreement = Ids.next();
        run("""
                insert into tariff (id, tariff_version, unit_id, unit_path, unit_name, name, status, free, rates, pass_through, rounding,
                    effective_from, created_by, created_at)
                values ('%s', 1, '%s', '%s', 'x', '跨区域收费', 'PUBLISHED', false, '%s', '["TOLL","PARKING"]',
                    '{"to":"FEN","mode":"HALF_UP","per":"LINE"}', '2020-01-01', 'test', now())""".formatted(tariff, host.id(), host.path(), RATES));
        run("""
                insert into agreement (id, number, title, status, valid_from, valid_to, terms, tariff_id, created_by, created_at)
                values ('%1$s', '协议-%1$s', '跨区域公务用车保障', 'IN_FORCE', '%2$s', '%3$s',
                    '{"categories":[],"tariffId":"%4$s","settlementMode":"%5$s","evidence":["ODOMETER","CONFIRMATION"],
                      "confirmDays":10,"purposeShared":false,"liability":"各自承担"}', '%4$s', 'test', now())""".formatted(agreement, from, to, tariff, mode));
        party(agreement, 0, home);
        party(agreement, 1, host);
        return agreement;
    }

    private void party(UUID agreement, int position, Unit unit) {
        run("""
                insert into agreement_party (agreement_id, position, unit_id, unit_path, unit_name, region_code, signed_by, signed_at)
                values ('%s', %d, '%s', '%s', '%s', '%s', 'officer-%d', now())""".formatted(agreement, position, unit.id(), unit.path(), unit.name(), unit.regionCode(), position));
    }

    /** The order has its vehicle under this agreement, where it has no basis yet. */
    public void basis(String order, UUID agreement) {
        run("""
                insert into order_basis (order_id, agreement_id, tariff_id, tariff_version, estimated_m, estimate_fen)
                select '%s', a.id, a.tariff_id, 1, 30000, 5400 from agreement a where a.id = '%s'
                on conflict do nothing""".formatted(order, agreement));
    }

    /** The request is one of an event; its number. */
    String event(UUID request, Unit unit) {
        UUID id = Ids.next();
        String number = "HD-%s-20261129-%04d".formatted(unit.regionCode(), EVENTS.incrementAndGet());
        run("""
                insert into operation (id, number, kind, name, unit_id, unit_path, unit_name, region_code, status, plan, organiser_id,
                    created_by, created_at)
                values ('%s', '%s', 'EVENT', '论坛', '%s', '%s', 'x', '%s', 'COMMITTED', '{}', '%1$s', 'test', now())""".formatted(id, number, unit.id(), unit.path(), unit.regionCode()));
        shift("use_request", "operation_id = '%s'".formatted(id), "id", request.toString());
        return number;
    }

    /** Time passes for an order, or for the trip of one. */
    void shift(String table, String change, String orderColumn, String order) {
        run("update %s set %s where %s = '%s'".formatted(table, change, orderColumn, order));
    }

    private void run(String sql) {
        try (Connection connection = database.getConnection()) {
            try (PreparedStatement scope =
                    connection.prepareStatement("select set_config('motorpool.scope', '/', false)")) {
                scope.execute();
            }
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.execute();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }
}
