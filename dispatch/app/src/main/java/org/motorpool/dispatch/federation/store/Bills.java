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
import org.motorpool.dispatch.federation.RegionBill;
import org.motorpool.dispatch.federation.ToCollect;

/** Each side's bills of several uses in PostgreSQL; every call runs in the caller's session. */
@Singleton
public class Bills {

    private static final String ADD = """
            insert into service_bill (id, shared_id, number, role, unit_id, unit_path, own_code, peer_code, peer_name, agreement_id,
                agreement_number, month, matter, uses, issued_fen, confirm_by, issued_at)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
            on conflict do nothing
            """;

    private static final String PAGE = "from ServiceBill b where b.unitPath like ?1 and b.id < ?2 order by b.id desc";

    /** Pairs with uses that began before the moment and are on no bill, whose bill of the month is not drawn up yet. */
    private static final String DUE = """
            select distinct c.own_code, c.peer_code, c.agreement_id
            from service_case c
            where c.role = 'HOST' and c.monthly and c.bill_id is null and c.matter is null and c.starts_at < ?1
              and not exists (select from service_bill b where b.role = 'HOST' and b.own_code = c.own_code
                              and b.peer_code = c.peer_code and b.agreement_id = c.agreement_id and b.month = ?2)
            limit ?3
            """;

    /** Matters that are over, of which uses are on no bill and none is still to be driven or billed. */
    private static final String MATTERS_DUE = """
            select distinct c.own_code, c.peer_code, c.agreement_id, c.matter
            from service_case c
            where c.role = 'HOST' and c.monthly and c.bill_id is null and c.matter is not null and c.matter_ends_at <= ?1
              and not exists (select from service_case o
                              where o.role = 'HOST' and o.own_code = c.own_code and o.peer_code = c.peer_code
                                and o.agreement_id = c.agreement_id and o.matter = c.matter
                                and (o.status in ('BOOKED', 'ASSIGNED', 'UNDERWAY', 'COMPLETED')
                                     or o.matter_ends_at > ?1 and o.status not in ('DECLINED', 'CANCELLED', 'EXPIRED')))
            limit ?2
            """;

    private static final String STANDING = """
            select c.bill_id, count(*), count(*) filter (where c.status = 'BILLED'), count(*) filter (where c.status = 'DISPUTED'),
                   count(*) filter (where c.status = 'CONFIRMED'), sum(c.bill_fen), sum(c.version + 1)
            from service_case c
            where c.bill_id in (?1) and c.role = ?2
            group by c.bill_id
            """;

    /** False when there was one before: of the same id on this side, or of the pair and month. */
    public Uni<Boolean> add(Mutiny.Session session, RegionBill bill) {
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
                .setParameter(13, bill.matter())
                .setParameter(14, bill.uses())
                .setParameter(15, bill.issued_fen())
                .setParameter(16, bill.confirmBy())
                .setParameter(17, bill.issuedAt())
                .executeUpdate()
                .map(added -> added == 1);
    }

    public Uni<Optional<RegionBill>> find(Mutiny.Session session, UUID id) {
        return session.find(BillRow.class, id)
                .map(row -> Optional.ofNullable(row).map(BillRow::toBill));
    }

    public Uni<List<RegionBill>> list(Mutiny.Session session, String scopePath, UUID before, int limit) {
        return session.createQuery(PAGE, BillRow.class)
                .setParameter(1, scopePath + "%")
                .setParameter(2, before)
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(BillRow::toBill).toList());
    }

    /** Matters whose bill is to be drawn up, now that they are over. */
    public Uni<List<ToCollect>> listMattersDue(Mutiny.Session session, Instant now, int limit) {
        return session.createNativeQuery(MATTERS_DUE, Object[].class)
                .setParameter(1, now)
                .setParameter(2, limit)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> toCollect(row, new ToCollect.OfMatter((String) row[3])))
                        .toList());
    }

    private static ToCollect toCollect(Object[] row, ToCollect.Span span) {
        return new ToCollect((String) row[0], (String) row[1], (UUID) row[2], span);
    }

    /** Pairs whose bill of the month is to be drawn up, now that it is over. */
    public Uni<List<ToCollect>> listMonthsDue(Mutiny.Session session, Instant before, LocalDate month, int limit) {
        return session.createNativeQuery(DUE, Object[].class)
                .setParameter(1, before)
                .setParameter(2, month)
                .setParameter(3, limit)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> toCollect(row, new ToCollect.Month(month)))
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
