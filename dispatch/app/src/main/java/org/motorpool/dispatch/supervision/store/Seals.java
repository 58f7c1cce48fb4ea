package org.motorpool.dispatch.supervision.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.JsonRows;
import org.motorpool.dispatch.contract.SupervisionApi.Seal;

/** Plans of sealing 封存 in PostgreSQL; every call runs in the caller's session. */
@Singleton
public class Seals {

    private static final String SELECT = """
            select s.id, s.vehicle_id as "vehicleId", case when v.confidential then null else v.plate end as plate,
                   s.unit_id as "unitId", u.name as "unitName", s.window_name as "window", s.window_from as "from",
                   s.window_to as "to", s.place, s.key_keeper as "keyKeeper", s.exemption,
                   s.exemption_reason as "exemptionReason", s.declared_by as "declaredBy", s.declared_at as "declaredAt"
            from seal s join unit u on u.id = s.unit_id join vehicle v on v.id = s.vehicle_id\s""";

    private static final String PAGE = SELECT + """
            where s.unit_path ~>=~ ?1 and s.unit_path ~<~ ?2 and s.id < ?3 and s.window_to > ?4 and s.window_from < ?5
            order by s.id desc limit ?6""";

    private static final String ONE = SELECT + "where s.id = ?1 limit 1";

    private static final String INSERT = """
            insert into seal (id, vehicle_id, unit_id, unit_path, window_name, window_from, window_to, place, key_keeper, exemption,
                              exemption_reason, declared_by, declared_at)
            select ?1, v.id, v.unit_id, v.unit_path, ?3, ?4, ?5, nullif(?6, ''), nullif(?7, ''), nullif(?8, ''), nullif(?9, ''),
                   ?10, ?11
            from vehicle v where v.id = ?2""";

    private static final String UPDATE = """
            update seal set place = nullif(?2, ''), key_keeper = nullif(?3, ''), exemption = nullif(?4, ''),
                            exemption_reason = nullif(?5, ''), declared_by = ?6, declared_at = ?7
            where id = ?1""";

    private final JsonRows rows;

    Seals(JsonRows rows) {
        this.rows = rows;
    }

    /** Plans of the subtree for windows that touch [from, to), newest first. */
    public Uni<List<Seal>> list(Mutiny.Session session, String path, Instant from, Instant to, UUID before, int limit) {
        return rows.list(session, Seal.class, PAGE, path, Facts.end(path), before, from, to, limit);
    }

    public Uni<Optional<Seal>> find(Mutiny.Session session, UUID id) {
        return rows.list(session, Seal.class, ONE, id)
                .map(found -> found.stream().findFirst());
    }

    public Uni<Void> add(Mutiny.Session session, Seal seal) {
        Object[] columns = {
            seal.id(),
            seal.vehicleId(),
            seal.window(),
            seal.from(),
            seal.to(),
            text(seal.place()),
            text(seal.keyKeeper()),
            text(seal.exemption()),
            text(seal.exemptionReason()),
            seal.declaredBy(),
            seal.declaredAt()
        };
        return run(session.createNativeQuery(INSERT), columns);
    }

    public Uni<Void> change(Mutiny.Session session, UUID id, Seal seal) {
        Object[] columns = {
            id,
            text(seal.place()),
            text(seal.keyKeeper()),
            text(seal.exemption()),
            text(seal.exemptionReason()),
            seal.declaredBy(),
            seal.declaredAt()
        };
        return run(session.createNativeQuery(UPDATE), columns);
    }

    private static Uni<Void> run(Mutiny.MutationQuery statement, Object[] columns) {
        for (int i = 0; i < columns.length; i++) {
            statement.setParameter(i + 1, columns[i]);
        }
        return statement.executeUpdate().replaceWithVoid();
    }

    private static String text(String column) {
        return column == null ? "" : column;
    }
}
