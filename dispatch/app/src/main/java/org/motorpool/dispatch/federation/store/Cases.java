package org.motorpool.dispatch.federation.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.contract.FederationMessage.BillLine;
import org.motorpool.dispatch.contract.FederationMessage.Collected;
import org.motorpool.dispatch.contract.FederationMessage.Matter;
import org.motorpool.dispatch.contract.FederationMessage.Offered;
import org.motorpool.dispatch.contract.FederationMessage.Supplemented;
import org.motorpool.dispatch.federation.CaseFacts;
import org.motorpool.dispatch.federation.CaseFilter;
import org.motorpool.dispatch.federation.CaseRole;
import org.motorpool.dispatch.federation.CaseStatus;
import org.motorpool.dispatch.federation.ServiceCase;
import org.motorpool.dispatch.federation.ToCollect;
import org.motorpool.dispatch.federation.ToCollect.Month;
import org.motorpool.dispatch.federation.ToCollect.OfMatter;
import org.motorpool.dispatch.federation.UseLedger;

/** Each side's cases and ledger lines in PostgreSQL; every call runs in the caller's session. */
@Singleton
public class Cases {

    private static final String PAGE = """
            from ServiceCase c
            where c.unitPath like ?1 and c.status in ?2 and c.openedAt >= ?3 and c.openedAt < ?4 and c.id < ?5
            order by c.id desc
            """;

    /**
     * Host cases of whose guest home does not know the last: an order that is not cancelled and has come further or got another vehicle or
     * driver, a rental likewise, one that was taken away, a request that is gone, a use that is over without a vehicle. Compare
     * {@code GuestOrder.told()}.
     */
    private static final String HOSTED_MOVED = """
            select c.id
            from service_case c
                     join use_request r on r.id = c.request_id
                     left join vehicle_order o on o.request_id = r.id and o.status <> 'CANCELLED' and o.continued_by_id is null
                     left join trip t on t.order_id = o.id
                     left join rental_order l on l.request_id = r.id and l.status <> 'CANCELLED',
                 lateral (select coalesce(
                     o.id || ' ' || o.status || ' ' || o.vehicle_id || ' ' || o.driver_id
                         || case when t.status = 'CLOSED' then ' measured' else '' end,
                     l.id || ' ' || l.status)) now (told)
            where c.role = 'HOST' and c.status in ('BOOKED', 'ASSIGNED', 'UNDERWAY', 'COMPLETED')
              and (now.told is not null and c.told is distinct from now.told
                   or now.told is null and (c.status = 'ASSIGNED' or c.status = 'BOOKED' and c.ends_at <= ?1)
                   or r.status = 'CANCELLED' and c.status in ('BOOKED', 'ASSIGNED'))
            limit ?2
            """;

    /**
     * Host cases withdrawn because an emergency took their vehicle, which is over, so that vehicle and driver are free again in the
     * time that was promised.
     */
    private static final String FREE_AGAIN = """
            select c.id
            from service_case c
            where c.role = 'HOST' and c.status = 'CANCELLED' and c.starts_at > ?1
              and jsonb_path_exists(c.facts::jsonb, '$.told[*] ? (@.type == "withdrawn")')
              and not jsonb_path_exists(c.facts::jsonb, '$.told[*] ? (@.type == "cancelled")')
              and exists (
                  select from preemption p
                  where p.request_id = c.request_id and p.outcome = 'LAPSED' and not exists (
                      select from vehicle_order o
                      where (o.vehicle_id = p.vehicle_id or o.driver_id = p.driver_id)
                        and o.status in ('ASSIGNED', 'ACCEPTED', 'DEPARTED', 'ARRIVED') and o.starts_at < c.ends_at and o.ends_at > c.starts_at))
            limit ?2
            """;

    private static final String LOOK_AT_EXPENSES = """
            insert into supplement_due (case_id) values (?1) on conflict (case_id) do update set due_at = now()""";

    private static final String UNDERWAY = """
            select c.id from ServiceCase c where c.role = ?1 and c.status = ?2 order by c.id""";

    private static final String UNANSWERED = """
            select c.id from ServiceCase c where c.role = ?1 and c.status = ?2 and c.confirmBy <= ?3 and not c.billDiffers order by c.confirmBy""";

    private static final String OF_BILL =
            "from ServiceCase c where c.billId = ?1 and c.role = ?2 order by c.startsAt, c.id";

    private static final String TO_COLLECT = """
            from ServiceCase c
            where c.role = ?1 and c.ownCode = ?2 and c.peerCode = ?3 and c.agreementId = ?4 and c.monthly and c.billId is null
              and %s
            order by c.startsAt, c.id
            """;

    private static final String OF_MONTH = TO_COLLECT.formatted("c.matter is null and c.startsAt < ?5");
    private static final String OF_MATTER = TO_COLLECT.formatted("c.matter = ?5");

    /** The event a request belongs to, which is over when the last of its requests is. */
    private static final String EVENT = """
            select o.number, (select max(x.return_at) from use_request x
                              where x.operation_id = o.id and x.status not in ('CANCELLED', 'REJECTED'))
            from use_request r join operation o on o.id = r.operation_id
            where r.id = ?1
            """;

    private final ObjectMapper json;

    Cases(ObjectMapper json) {
        this.json = json;
    }

    public Uni<ServiceCase> add(Mutiny.Session session, ServiceCase added) {
        CaseRow row = new CaseRow();
        row.id = added.id();
        row.sharedId = added.sharedId();
        row.number = added.number();
        row.role = added.role();
        row.unitId = added.unitId();
        row.unitPath = added.unitPath();
        row.ownCode = added.ownCode();
        row.peerCode = added.peerCode();
        row.peerName = added.peerName();
        row.agreementId = added.agreementId();
        row.agreementNumber = added.agreementNumber();
        row.openedAt = added.openedAt();
        row.useId =
                added.facts().find(Supplemented.class).map(Supplemented::useId).orElse(null);
        set(row, added);
        return session.persist(row).chain(session::flush).replaceWith(added);
    }

    /** What became of a case; its new ledger lines are added. */
    public Uni<ServiceCase> save(Mutiny.Session session, ServiceCase after, int linesBefore) {
        List<CaseLineRow> added = after.lines().stream()
                .skip(linesBefore)
                .map(line -> new CaseLineRow(after.id(), line))
                .toList();
        return session.find(CaseRow.class, after.id())
                .invoke(row -> set(row, after))
                .call(_ -> session.persistAll(added.toArray()))
                .call(_ -> session.flush())
                .map(row -> toCase(row, after.lines()));
    }

    private void set(CaseRow row, ServiceCase from) {
        row.status = from.status();
        row.requestId = from.requestId();
        row.startsAt = from.startsAt();
        row.endsAt = from.endsAt();
        row.offerExpiresAt =
                from.facts().find(Offered.class).map(Offered::expiresAt).orElse(null);
        row.confirmBy = from.confirmBy().orElse(null);
        row.billId = from.facts().find(Collected.class).map(Collected::billId).orElse(null);
        row.monthly = from.isCollected();
        Matter matter = from.facts().inquiry().matter();
        row.matter = matter == null ? null : matter.name();
        row.matterEndsAt = matter == null ? null : matter.endsAt();
        row.facts = write(from.facts());
        row.billFen = from.bill_fen();
        row.billDiffers = from.billDiffers();
        row.told = from.told();
    }

    public Uni<List<ServiceCase>> list(Mutiny.Session session, String scopePath, CaseFilter filter) {
        return session.createQuery(PAGE, CaseRow.class)
                .setParameter(1, scopePath + "%")
                .setParameter(2, filter.statuses())
                .setParameter(3, filter.from())
                .setParameter(4, filter.to())
                .setParameter(5, filter.before())
                .setMaxResults(filter.limit())
                .getResultList()
                .chain(rows -> withLines(session, rows));
    }

    public Uni<Optional<ServiceCase>> find(Mutiny.Session session, UUID id) {
        return session.find(CaseRow.class, id).chain(row -> single(session, row));
    }

    /** The event the request belongs to. */
    public Uni<Optional<Matter>> findEvent(Mutiny.Session session, UUID requestId) {
        return session.createNativeQuery(EVENT, Object[].class)
                .setParameter(1, requestId)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row)
                        .map(event -> new Matter((String) event[0], ((OffsetDateTime) event[1]).toInstant())));
    }

    /** The last case of a request at home. */
    public Uni<Optional<ServiceCase>> findOfRequest(Mutiny.Session session, UUID requestId) {
        return session.createQuery(
                        "from ServiceCase c where c.requestId = ?1 and c.role = ?2 order by c.id desc", CaseRow.class)
                .setParameter(1, requestId)
                .setParameter(2, CaseRole.HOME)
                .setMaxResults(1)
                .getSingleResultOrNull()
                .chain(row -> single(session, row));
    }

    /** The case, locked to the end of the transaction. */
    public Uni<Optional<ServiceCase>> lock(Mutiny.Session session, UUID id) {
        return session.find(CaseRow.class, id, LockModeType.PESSIMISTIC_WRITE).chain(row -> single(session, row));
    }

    /** The side of a case that this authority is, by the id both sides know, locked. */
    public Uni<Optional<ServiceCase>> lockShared(Mutiny.Session session, UUID sharedId, String ownCode) {
        return session.createQuery("from ServiceCase c where c.sharedId = ?1 and c.ownCode = ?2", CaseRow.class)
                .setParameter(1, sharedId)
                .setParameter(2, ownCode)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResultOrNull()
                .chain(row -> single(session, row));
    }

    /** All that is billed for the use of the case on its side; the use is locked, and who changes what is billed of it waits. */
    public Uni<UseLedger> lockLedger(Mutiny.Session session, ServiceCase side) {
        UUID useId =
                side.facts().find(Supplemented.class).map(Supplemented::useId).orElse(side.sharedId());
        return lockShared(session, useId, side.ownCode())
                .map(Optional::orElseThrow)
                .chain(use -> session.createQuery(
                                "from ServiceCase c where c.useId = ?1 and c.ownCode = ?2 order by c.id", CaseRow.class)
                        .setParameter(1, useId)
                        .setParameter(2, side.ownCode())
                        .getResultList()
                        .chain(rows -> withLines(session, rows))
                        .map(supplements -> new UseLedger(use, supplements)));
    }

    /** Uses of a bill on this side, in the order they began. */
    public Uni<List<ServiceCase>> listOfBill(Mutiny.Session session, UUID billId, CaseRole role) {
        return ofBill(session, billId, role, LockModeType.NONE);
    }

    /** The same, locked to the end of the transaction. */
    public Uni<List<ServiceCase>> lockOfBill(Mutiny.Session session, UUID billId, CaseRole role) {
        return ofBill(session, billId, role, LockModeType.PESSIMISTIC_WRITE);
    }

    private Uni<List<ServiceCase>> ofBill(Mutiny.Session session, UUID billId, CaseRole role, LockModeType lock) {
        return session.createQuery(OF_BILL, CaseRow.class)
                .setParameter(1, billId)
                .setParameter(2, role)
                .setLockMode(lock)
                .getResultList()
                .chain(rows -> withLines(session, rows));
    }

    /** The host's uses of the month or matter that are on no bill, locked. */
    public Uni<List<ServiceCase>> lockToCollect(Mutiny.Session session, ToCollect wanted, int limit) {
        return switch (wanted.span()) {
            case Month month ->
                lockToCollect(
                        session, OF_MONTH, wanted, Days.start(month.first().plusMonths(1)), limit);
            case OfMatter matter -> lockToCollect(session, OF_MATTER, wanted, matter.name(), limit);
        };
    }

    private Uni<List<ServiceCase>> lockToCollect(
            Mutiny.Session session, String which, ToCollect wanted, Object span, int limit) {
        return session.createQuery(which, CaseRow.class)
                .setParameter(1, CaseRole.HOST)
                .setParameter(2, wanted.ownCode())
                .setParameter(3, wanted.peerCode())
                .setParameter(4, wanted.agreementId())
                .setParameter(5, span)
                .setMaxResults(limit)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .chain(rows -> withLines(session, rows));
    }

    /** The serial number of the next message out. */
    public Uni<Long> nextSent(Mutiny.Session session, UUID id) {
        return session.find(CaseRow.class, id).map(row -> ++row.sent);
    }

    /** Messages applied so far. */
    public Uni<Long> received(Mutiny.Session session, UUID id) {
        return session.find(CaseRow.class, id).map(row -> row.received);
    }

    /** One message more was applied. */
    public Uni<Void> countReceived(Mutiny.Session session, UUID id) {
        return session.find(CaseRow.class, id).invoke(row -> row.received++).chain(_ -> session.flush());
    }

    /** Host cases whose order has come further than home was told. */
    public Uni<List<UUID>> listHostedMoved(Mutiny.Session session, Instant now, int limit) {
        return session.createNativeQuery(HOSTED_MOVED, UUID.class)
                .setParameter(1, now)
                .setParameter(2, limit)
                .getResultList();
    }

    /** Host cases whose vehicle an emergency took and has given back. */
    public Uni<List<UUID>> listFreeAgain(Mutiny.Session session, Instant now, int limit) {
        return session.createNativeQuery(FREE_AGAIN, UUID.class)
                .setParameter(1, now)
                .setParameter(2, limit)
                .getResultList();
    }

    /** An expense may have come after the evidence that the bill was made from. */
    public Uni<Void> lookAtExpenses(Mutiny.Session session, UUID id) {
        return session.createNativeQuery(LOOK_AT_EXPENSES)
                .setParameter(1, id)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Host cases whose vehicle is on the road. */
    public Uni<List<UUID>> listUnderway(Mutiny.Session session, int limit) {
        return session.createQuery(UNDERWAY, UUID.class)
                .setParameter(1, CaseRole.HOST)
                .setParameter(2, CaseStatus.UNDERWAY)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Home cases whose bill nobody answered in time. */
    public Uni<List<UUID>> listUnanswered(Mutiny.Session session, Instant now, int limit) {
        return session.createQuery(UNANSWERED, UUID.class)
                .setParameter(1, CaseRole.HOME)
                .setParameter(2, CaseStatus.BILLED)
                .setParameter(3, now)
                .setMaxResults(limit)
                .getResultList();
    }

    private Uni<Optional<ServiceCase>> single(Mutiny.Session session, @Nullable CaseRow row) {
        return row == null
                ? Uni.createFrom().item(Optional.empty())
                : withLines(session, List.of(row)).map(found -> Optional.of(found.getFirst()));
    }

    private Uni<List<ServiceCase>> withLines(Mutiny.Session session, List<CaseRow> rows) {
        return session.createQuery(
                        "from ServiceCaseLine l where l.caseId in ?1 order by l.caseId, l.position", CaseLineRow.class)
                .setParameter(1, rows.stream().map(row -> row.id).toList())
                .getResultList()
                .map(lines -> lines.stream()
                        .collect(Collectors.groupingBy(
                                line -> line.caseId, Collectors.mapping(CaseLineRow::toLine, Collectors.toList()))))
                .map(lines -> together(rows, lines));
    }

    private List<ServiceCase> together(List<CaseRow> rows, Map<UUID, List<BillLine>> lines) {
        return rows.stream()
                .map(row -> toCase(row, lines.getOrDefault(row.id, List.of())))
                .toList();
    }

    private ServiceCase toCase(CaseRow row, List<BillLine> lines) {
        return new ServiceCase(
                row.id,
                row.sharedId,
                row.number,
                row.role,
                row.status,
                row.unitId,
                row.unitPath,
                row.ownCode,
                row.peerCode,
                row.peerName,
                row.agreementId,
                row.agreementNumber,
                row.requestId,
                read(row.facts),
                lines,
                row.told,
                row.openedAt,
                row.version);
    }

    private String write(CaseFacts facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("facts of a case cannot be written", impossible);
        }
    }

    private CaseFacts read(String facts) {
        try {
            return json.readValue(facts, CaseFacts.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("facts of a case cannot be read: " + facts, broken);
        }
    }
}
