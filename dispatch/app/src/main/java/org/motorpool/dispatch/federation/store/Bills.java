package org.motorpool.dispatch.federation.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.federation.BillStanding;
import org.motorpool.dispatch.federation.MonthlyBill;
import org.motorpool.dispatch.federation.ToCollect;

/** Each side's monthly bills in PostgreSQL; every call runs in the caller's session. */
@Singleton
public class Bills {

    private static final String ADD = """
            insert into service_bill (id, shared_id, number, role, unit_id, unit_path, own_code, peer_code, peer_name, agreement_id,
                agreement_number, month, uses, issued_fen, confirm_by, issued_at)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
            on conflict do nothing
            """;

    private static final String PAGE = "from ServiceBill b where b.unitPath like ?1 and b.id < ?2 order by b.id desc";

    /** Pairs with uses that began before the moment and are on no bill, whose bill of the month is not drawn up yet. */
    private static final String DUE = """
            select distinct c.own_code, c.peer_code, c.agreement_id
            from service_case c
            where c.role = 'HOST' and c.monthly and c.bill_id is null and c.starts_at < ?1
              and not exists (select from service_bill b where b.role = 'HOST' and b.own_code = c.own_code
                              and b.peer_code = c.peer_code and b.agreement_id = c.agreement_id and b.month = ?2)
            limit ?3
            """;

    private static final String STANDING = """
            select c.bill_id, count(*), count(*) filter (where c.status = 'BILLED'), count(*) filter (where c.status = 'DISPUTED'),
                   count(*) filter (where c.status = 'CONFIRMED'), sum(c.bill_fen), sum(c.version + 1)
            from service_case c
            where c.bill_id in (?1) and c.role = ?2
            group by c.bill_id
            """;

    /** False when there was one before: of the same id on this side, or of the pair and month. */
    public Uni<Boolean> add(Mutiny.Session session, MonthlyBill bill) {
        return session.createNativeQuery(ADD)
                .setParameter(1, bill.id())
                .setParameter(2, bill.sharedId())
                .setParameter(3, bill.number())
                .setParameter(4, bill.role().name())
                .setParameter(5, bill.unitId())
                .setParameter(6, bill.unitPath())
                .setParameter(7, bill.ownCode())
                .setParameter(8, bill.peerCode())
                .setParameter(9, bill.peerName())
                .setParameter(10, bill.agreementId())
                .setParameter(11, bill.agreementNumber())
                .setParameter(12, bill.month())
                .setParameter(13, bill.uses())
                .setParameter(14, bill.issued_fen())
                .setParameter(15, bill.confirmBy())
                .setParameter(16, bill.issuedAt())
                .executeUpdate()
                .map(added -> added == 1);
    }

    public Uni<Optional<MonthlyBill>> find(Mutiny.Session session, UUID id) {
        return session.find(BillRow.class, id)
                .map(row -> Optional.ofNullable(row).map(BillRow::toBill));
    }

    public Uni<List<MonthlyBill>> list(Mutiny.Session session, String scopePath, UUID before, int limit) {
        return session.createQuery(PAGE, BillRow.class)
                .setParameter(1, scopePath + "%")
                .setParameter(2, before)
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(BillRow::toBill).toList());
    }

    /** Pairs whose bill of the month is to be drawn up, now that it is over. */
    public Uni<List<ToCollect>> listDue(Mutiny.Session session, Instant before, LocalDate month, int limit) {
        return session.createNativeQuery(DUE, Object[].class)
                .setParameter(1, before)
                .setParameter(2, month)
                .setParameter(3, limit)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new ToCollect((String) row[0], (String) row[1], (UUID) row[2], month))
                        .toList());
    }

    /** Where bills stand, by the id both sides know. */
    public Uni<Map<UUID, BillStanding>> standings(Mutiny.Session session, List<UUID> sharedIds, String role) {
        return sharedIds.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : session.createNativeQuery(STANDING, Object[].class)
                        .setParameter(1, sharedIds)
                        .setParameter(2, role)
                        .getResultList()
                        .map(rows -> rows.stream().collect(Collectors.toMap(row -> (UUID) row[0], Bills::standing)));
    }

    private static BillStanding standing(Object[] row) {
        Function<Integer, Number> number = column -> (Number) row[column];
        return new BillStanding(
                number.apply(1).intValue(),
                number.apply(2).intValue(),
                number.apply(3).intValue(),
                number.apply(4).intValue(),
                number.apply(5).longValue(),
                number.apply(6).longValue());
    }
}
