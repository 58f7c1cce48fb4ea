package org.motorpool.dispatch.request;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.IdempotencyKeys;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.Outbox;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.contract.DispatchEvent;
import org.motorpool.dispatch.contract.RequestApi;
import org.motorpool.dispatch.contract.RequestApi.NewRequest;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.organisation.UnitService;
import org.motorpool.dispatch.request.store.Requests;

/** Submitting a use request, once per Idempotency-Key. */
@ApplicationScoped
public class Submission {

    private final ScopedTransactions transactions;
    private final Requests requests;
    private final UnitService units;
    private final BusinessNumbers numbers;
    private final Outbox outbox;
    private final Push push;
    private final Clock clock;
    private final IdempotencyKeys keys;

    Submission(
            ScopedTransactions transactions,
            Requests requests,
            UnitService units,
            BusinessNumbers numbers,
            Outbox outbox,
            Push push,
            Clock clock,
            IdempotencyKeys keys) {
        this.transactions = transactions;
        this.requests = requests;
        this.units = units;
        this.numbers = numbers;
        this.outbox = outbox;
        this.push = push;
        this.clock = clock;
        this.keys = keys;
    }

    /**
     * Submit a request. The same key with the same body answers with the request it made the first time; with another body
     * it is problem {@code idempotency-key-reused}.
     */
    public Uni<UseRequest> submit(Scope scope, @Nullable NewRequest wanted, @Nullable String key) {
        if (wanted == null) {
            throw Problem.invalid("unitId", "请求体为空，请填写申请内容", "the body is empty; give the request")
                    .asException();
        }
        NewRequestRules.check(wanted, clock.instant()).ifPresent(problem -> {
            throw problem.asException();
        });
        UUID id = Ids.next();
        return transactions
                .inTransaction(
                        scope,
                        session -> keys.once(
                                session,
                                new IdempotencyKeys.Wish(scope.accountId(), key, wanted, id),
                                () -> create(session, scope, id, wanted),
                                before -> find(session, before)))
                .invoke(request -> {
                    if (request.id().equals(id)) {
                        push.tell(request.change());
                    }
                });
    }

    private Uni<UseRequest> find(Mutiny.Session session, UUID id) {
        return requests.find(session, id).map(found -> found.orElseThrow(() -> RequestService.unknown(id)));
    }

    Uni<UseRequest> create(Mutiny.Session session, Scope scope, UUID id, NewRequest wanted) {
        return requireRegion(session, wanted.hostRegionCode())
                .chain(() -> units.get(session, wanted.unitId()))
                .call(unit -> requireCategory(session, wanted, unit))
                .chain(unit -> numbers.next(session, "YC", unit.regionCode())
                        .chain(number -> requests.add(session, request(scope, id, number, unit, wanted))))
                .call(request -> outbox.add(
                        session,
                        new DispatchEvent.RequestSubmitted(
                                Ids.next(), id, clock.instant(), request.view().number(), request.unitCode())));
    }

    private Uni<Void> requireRegion(Mutiny.Session session, @Nullable String code) {
        if (code == null) {
            return Uni.createFrom().voidItem();
        }
        return requests.regionExists(session, code)
                .invoke(exists -> {
                    if (!exists) {
                        throw Problem.invalid(
                                        "hostRegionCode",
                                        "行政区划代码 %s 不存在(GB/T 2260)".formatted(code),
                                        "region code %s does not exist (GB/T 2260)".formatted(code))
                                .asException();
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Boolean> requireCategory(Mutiny.Session session, NewRequest wanted, Unit unit) {
        LocalDate day = Days.of(wanted.departAt());
        return requests.categoryExists(session, wanted.category(), unit.provinceCode(), day)
                .invoke(exists -> {
                    if (!exists) {
                        throw Problem.invalid(
                                        "category",
                                        "车辆类别 %s 不存在，例如 QT、YJBZ".formatted(wanted.category()),
                                        "vehicle category %s does not exist; QT and YJBZ do"
                                                .formatted(wanted.category()))
                                .asException();
                    }
                });
    }

    private UseRequest request(Scope scope, UUID id, String number, Unit unit, NewRequest wanted) {
        RequestApi.Request view = new RequestApi.Request(
                id,
                number,
                RequestStatus.SUBMITTED.name(),
                unit.id(),
                unit.name(),
                unit.regionCode(),
                wanted.hostRegionCode(),
                scope.name(),
                wanted.purpose().strip(),
                wanted.category(),
                wanted.passengers(),
                wanted.pickup(),
                wanted.dropoff(),
                wanted.departAt(),
                wanted.returnAt(),
                clock.instant(),
                null,
                null,
                null,
                0);
        return new UseRequest(view, scope.accountId(), unit.code(), unit.path(), null);
    }
}
