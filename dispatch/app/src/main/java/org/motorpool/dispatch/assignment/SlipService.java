package org.motorpool.dispatch.assignment;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.assignment.slip.Secret;
import org.motorpool.dispatch.assignment.slip.Slip;
import org.motorpool.dispatch.assignment.slip.SlipCode;
import org.motorpool.dispatch.assignment.slip.SlipPrinter;
import org.motorpool.dispatch.assignment.store.Orders;
import org.motorpool.dispatch.assignment.store.Rentals;
import org.motorpool.dispatch.assignment.store.SharedOrders;
import org.motorpool.dispatch.assignment.store.SlipSecrets;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.contract.RentalApi;
import org.motorpool.dispatch.contract.SlipApi;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.registry.DriverService;
import org.motorpool.dispatch.registry.VehicleService;
import org.motorpool.dispatch.request.RequestLife;
import org.motorpool.dispatch.request.UseRequest;

/** The printed order 派车单, and whether a paper still holds. */
@Singleton
public class SlipService {

    /** Of no order; a code for it is compared all the same. */
    private static final String NOWHERE = "PC-000000-00000000-0000";

    private final ScopedTransactions transactions;
    private final OrderLife life;
    private final Orders orders;
    private final Rentals rentals;
    private final SlipSecrets secrets;
    private final RequestLife requests;
    private final VehicleService vehicles;
    private final DriverService drivers;
    private final SlipPrinter printer;
    private final SharedOrders shared;
    private final Clock clock;

    SlipService(
            ScopedTransactions transactions,
            OrderLife life,
            Orders orders,
            Rentals rentals,
            SlipSecrets secrets,
            RequestLife requests,
            VehicleService vehicles,
            DriverService drivers,
            SlipPrinter printer,
            SharedOrders shared,
            Clock clock) {
        this.transactions = transactions;
        this.life = life;
        this.orders = orders;
        this.rentals = rentals;
        this.secrets = secrets;
        this.requests = requests;
        this.vehicles = vehicles;
        this.drivers = drivers;
        this.printer = printer;
        this.shared = shared;
        this.clock = clock;
    }

    /** The PDF of an order in scope. Its request, vehicle and driver may lie outside; on the paper they are not hidden. */
    public Uni<byte[]> print(Scope scope, UUID id, URI base) {
        return transactions
                .inTransaction(scope, session -> life.get(session, id))
                .chain(order -> transactions.inTransaction(Scope.SYSTEM, session -> slip(session, order, base)))
                .chain(this::onWorker);
    }

    private Uni<byte[]> onWorker(Slip slip) {
        Context context = Vertx.currentContext();
        return Uni.createFrom().completionStage(() -> context.executeBlocking(() -> printer.print(slip), false)
                .toCompletionStage());
    }

    private Uni<Slip> slip(Mutiny.Session session, VehicleOrder order, URI base) {
        OrderApi.Order view = order.view();
        return secrets.list(session)
                .map(found -> SlipCode.of(
                        found.getFirst(), view.number(), view.course().revision()))
                .chain(code -> crew(session, view).chain(crew -> company(session, order)
                        .map(company -> SlipContent.of(
                                crew, order, company, url(base, view.number(), code), code, clock.instant()))));
    }

    /** 合乘: who rides with it, or what it rides with. */
    private Uni<List<VehicleOrder>> company(Mutiny.Session session, VehicleOrder order) {
        UUID leadId = order.view().course().ridesWithId();
        if (leadId != null) {
            return life.get(session, leadId).map(List::of);
        }
        return order.isShared()
                ? shared.listRiders(session, order.id())
                : Uni.createFrom().item(List.of());
    }

    private static String url(URI base, String number, String code) {
        return base.resolve("/verify/orders/" + number + "?code=" + code).toString();
    }

    private Uni<Crew> crew(Mutiny.Session session, OrderApi.Order order) {
        return requests.get(session, order.requestId()).chain(request -> vehicles.get(session, order.vehicleId())
                .chain(vehicle ->
                        drivers.get(session, order.driverId()).map(driver -> new Crew(request, vehicle, driver))));
    }

    /** The PDF of an order at a supplier, in scope. */
    public Uni<byte[]> printRental(Scope scope, UUID id, URI base) {
        return transactions
                .inTransaction(scope, session -> rentals.get(session, id)
                        .chain(order -> requests.get(session, order.view().requestId())
                                .chain(request -> slip(session, request, order, base))))
                .chain(this::onWorker);
    }

    private Uni<Slip> slip(Mutiny.Session session, UseRequest request, RentalFile order, URI base) {
        String number = order.view().number();
        return secrets.list(session)
                .map(found -> SlipCode.of(found.getFirst(), number, 0))
                .map(code -> SlipContent.of(request, order, url(base, number, code), code, clock.instant()));
    }

    /**
     * Whether a paper still holds, for whoever holds it: no more than what is printed on it. A wrong number and a wrong code are
     * the same problem {@code slip-unknown}.
     */
    public Uni<SlipApi.Verification> verify(String number, String code) {
        return transactions.inTransaction(
                Scope.SYSTEM, session -> secrets.list(session).chain(found -> orders.findByNumber(session, number)
                        .chain(order -> order.isPresent()
                                ? Uni.createFrom().item(verdict(found, order, code))
                                : rentals.findByNumber(session, number)
                                        .map(rental -> rentalVerdict(found, rental, code)))));
    }

    /** An order at a supplier is cancelled, never reassigned: it has one revision. */
    private static SlipApi.Verification rentalVerdict(List<Secret> secrets, Optional<RentalFile> found, String code) {
        String number = found.map(order -> order.view().number()).orElse(NOWHERE);
        boolean genuine = SlipCode.revision(secrets, number, 0, code).isPresent();
        RentalApi.RentalOrder view =
                found.filter(_ -> genuine).map(RentalFile::view).orElseThrow(SlipService::unknown);
        String state =
                switch (view.status()) {
                    case "ORDERED" -> "VALID";
                    case "CLOSED" -> "ENDED";
                    default -> "CANCELLED";
                };
        return new SlipApi.Verification(view.number(), state, view.plate(), view.from(), view.to());
    }

    private static SlipApi.Verification verdict(List<Secret> secrets, Optional<VehicleOrder> found, String code) {
        int latest = found.map(order -> order.view().course().revision()).orElse(0);
        String number = found.map(order -> order.view().number()).orElse(NOWHERE);
        OptionalInt revision = SlipCode.revision(secrets, number, latest, code);
        VehicleOrder order = found.filter(_ -> revision.isPresent()).orElseThrow(SlipService::unknown);
        return revision.getAsInt() < latest ? superseded(order) : current(order);
    }

    private static SlipApi.Verification superseded(VehicleOrder order) {
        return new SlipApi.Verification(order.view().number(), "CHANGED", null, null, null);
    }

    private static SlipApi.Verification current(VehicleOrder order) {
        OrderApi.Order view = order.view();
        String state =
                switch (order.status()) {
                    case ASSIGNED, ACCEPTED, DEPARTED, ARRIVED -> "VALID";
                    case RETURNED, CLOSED -> "ENDED";
                    case CANCELLED, NO_SHOW -> "CANCELLED";
                };
        return new SlipApi.Verification(view.number(), state, view.plate(), view.from(), view.to());
    }

    private static RuntimeException unknown() {
        return Problem.notFound(
                        "slip-unknown",
                        "派车单编号或核验码不符，请核对纸质派车单",
                        "there is no such order with this code; check the paper")
                .asException();
    }
}
