package org.motorpool.dispatch.registry;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.registry.store.Drivers;

/** Drivers on file, and the vehicle each is on duty with. */
@Singleton
public class DriverService {

    private final ScopedTransactions transactions;
    private final Drivers drivers;

    DriverService(ScopedTransactions transactions, Drivers drivers) {
        this.transactions = transactions;
        this.drivers = drivers;
    }

    /** Drivers in scope by id, after {@code after}. */
    public Uni<List<DriverFile>> list(Scope scope, UUID after, int limit) {
        return transactions.inTransaction(scope, session -> drivers.list(session, scope.unitPath(), after, limit));
    }

    /** Lock the driver, if the session sees them, until the transaction ends. */
    public Uni<Void> hold(Mutiny.Session session, UUID id) {
        return drivers.hold(session, id);
    }

    /** The driver; fails with problem {@code driver-unknown} when there is none in the scope of the session. */
    public Uni<DriverFile> get(Mutiny.Session session, UUID id) {
        return drivers.find(session, id)
                .map(found -> found.orElseThrow(() -> Problem.notFound(
                                "driver-unknown",
                                "驾驶员 %s 不存在或不在您的管理范围内，请检查驾驶员编号".formatted(id),
                                "driver %s does not exist or is outside your scope; check the id".formatted(id))
                        .asException()));
    }

    /** The driver with this account; fails with problem {@code driver-unknown}. */
    public Uni<DriverFile> getByUsername(Mutiny.Session session, String username) {
        return drivers.findByUsername(session, username)
                .map(found -> found.orElseThrow(() -> Problem.notFound(
                                "driver-unknown",
                                "账号 %s 没有对应的驾驶员档案，请联系车队管理员".formatted(username),
                                "account %s has no driver on file; ask the fleet officer".formatted(username))
                        .asException()));
    }

    /** Those of the ids that exist in the scope of the session. */
    public Uni<List<DriverFile>> listByIds(Mutiny.Session session, Collection<UUID> ids) {
        return ids.isEmpty() ? Uni.createFrom().item(List.of()) : drivers.listByIds(session, ids);
    }

    /** Drivers below the path who are on duty with a vehicle. */
    public Uni<List<DriverFile>> listOnDuty(Mutiny.Session session, String scopePath) {
        return drivers.listOnDuty(session, scopePath);
    }

    /** Drivers below the path, on duty with a vehicle or with none. */
    public Uni<List<DriverFile>> listAll(Mutiny.Session session, String scopePath) {
        return drivers.listAll(session, scopePath);
    }

    /** Take the driver off duty with the vehicle, if one is on. */
    public Uni<Void> release(Mutiny.Session session, UUID vehicleId) {
        return drivers.release(session, vehicleId);
    }

    /** Put drivers on file. */
    public Uni<Void> add(Mutiny.Session session, List<DriverFile> added) {
        return drivers.add(session, added);
    }
}
