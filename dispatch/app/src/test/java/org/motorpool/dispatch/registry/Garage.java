package org.motorpool.dispatch.registry;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.sql.DataSource;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.compliance.QuotaFile;
import org.motorpool.dispatch.compliance.QuotaService;
import org.motorpool.dispatch.contract.VehicleApi.Place;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.organisation.UnitService;

/** Object mother: units of a test's own with a parking place, vehicles of theirs, and a look into the database. */
@ApplicationScoped
public class Garage {

    private static final AtomicInteger SERIAL = new AtomicInteger();

    private final ScopedTransactions transactions;
    private final UnitService units;
    private final VehicleService vehicles;
    private final ParkingService parking;
    private final QuotaService quotas;
    private final DataSource database;

    Garage(
            ScopedTransactions transactions,
            UnitService units,
            VehicleService vehicles,
            ParkingService parking,
            QuotaService quotas,
            DataSource database) {
        this.transactions = transactions;
        this.units = units;
        this.vehicles = vehicles;
        this.parking = parking;
        this.quotas = quotas;
        this.database = database;
    }

    /** A new unit below another. */
    public Unit unit(Unit above) {
        String code = "F%05d".formatted(SERIAL.incrementAndGet());
        Unit unit = new Unit(
                Ids.next(),
                code,
                "单位" + code,
                above.level(),
                above.regionCode(),
                above.id(),
                above.path() + code + "/");
        inSystem(session -> units.add(session, List.of(), List.of(unit))
                .chain(_ -> parking.add(
                        session,
                        List.of(new ParkingPlace(unit.id(), unit.path(), new Place("停车场" + code, 31.2, 121.5))))));
        return unit;
    }

    public void quota(Unit unit, String category, int number) {
        QuotaFile quota = new QuotaFile(
                Ids.next(),
                unit.id(),
                unit.path(),
                unit.name(),
                unit.regionCode(),
                category,
                number,
                "编制〔2025〕1号",
                "机关事务管理局",
                "APPROVED",
                LocalDate.of(2025, 1, 1),
                null);
        inSystem(session -> quotas.add(session, List.of(quota)));
    }

    public VehicleFile petrol(Unit unit) {
        return add(vehicle(unit, "ICE", VehicleParticulars.PLAIN));
    }

    public VehicleFile battery(Unit unit) {
        return add(vehicle(unit, "BEV", VehicleParticulars.PLAIN));
    }

    /** A plug-in hybrid that takes 5 litres or 15 kWh per 100 km. */
    public VehicleFile hybrid(Unit unit) {
        return add(vehicle(
                unit,
                "PHEV",
                new VehicleParticulars(
                        "BASE",
                        "GENERAL",
                        false,
                        "ON_QUOTA",
                        0,
                        null,
                        null,
                        null,
                        null,
                        50.0,
                        5.0,
                        15.0,
                        "GASOLINE_92",
                        6,
                        null,
                        null)));
    }

    public VehicleFile add(VehicleFile vehicle) {
        inSystem(session -> vehicles.add(session, List.of(vehicle)));
        return vehicle;
    }

    public static VehicleFile vehicle(Unit unit, String energyType, VehicleParticulars particulars) {
        int serial = SERIAL.incrementAndGet();
        return new VehicleFile(
                Ids.next(),
                "沪F%05d".formatted(serial),
                "BLUE",
                "LFXXE0000000%05d".formatted(serial),
                unit.id(),
                unit.path(),
                unit.name(),
                unit.regionCode(),
                "QT",
                "SEDAN",
                energyType,
                "荣威",
                "i5",
                4,
                8_000_000,
                energyType.equals("BEV") ? 0 : 1.5,
                new Place("机关大院", 31.23, 121.54),
                VehicleState.IDLE,
                LocalDate.of(2025, 6, 2),
                "NEW",
                particulars);
    }

    public <T> T inSystem(Function<Mutiny.Session, Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> transactions.inTransaction(Scope.SYSTEM, work));
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }

    /** Changes rows past every service, with the service's role in the scope of everything. */
    public void sql(String statement, Object... bound) {
        try (Connection connection = database.getConnection()) {
            PreparedStatement prepared = prepare(connection, "/", statement, bound);
            prepared.executeUpdate();
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** The first column of what the service's role sees in the scope, with no filter of ours. */
    public List<String> seen(String scope, String query, Object... bound) {
        List<String> seen = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            ResultSet rows = prepare(connection, scope, query, bound).executeQuery();
            while (rows.next()) {
                seen.add(rows.getString(1));
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
        return seen;
    }

    private static PreparedStatement prepare(Connection connection, String scope, String statement, Object... bound)
            throws SQLException {
        PreparedStatement set = connection.prepareStatement("select set_config('motorpool.scope', ?, false)");
        set.setString(1, scope);
        set.execute();
        PreparedStatement prepared = connection.prepareStatement(statement);
        for (int i = 0; i < bound.length; i++) {
            prepared.setObject(i + 1, bound[i]);
        }
        return prepared;
    }
}
