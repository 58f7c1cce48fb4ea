package org.motorpool.dispatch.compliance;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.contract.UnitChangeApi;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.organisation.UnitService;
import org.motorpool.dispatch.registry.FleetMove;
import org.motorpool.dispatch.registry.ParkingPlace;
import org.motorpool.dispatch.registry.ParkingService;

/** Splits a unit: new units beside it, with part of its quotas and vehicles. */
@Singleton
class UnitSplit {

    private static final String CODE = "[0-9A-Za-z]{2,32}";

    private final UnitService units;
    private final QuotaSuccession quotas;
    private final FleetMove fleet;
    private final ParkingService parking;

    UnitSplit(UnitService units, QuotaSuccession quotas, FleetMove fleet, ParkingService parking) {
        this.units = units;
        this.quotas = quotas;
        this.fleet = fleet;
        this.parking = parking;
    }

    /** A new unit asked for, every field checked in itself. */
    record Part(
            String at,
            String code,
            String name,
            @Nullable Integer staffCount,
            List<UnitChangeApi.QuotaShare> quotas,
            List<UUID> vehicleIds) {}

    static List<Part> read(List<UnitChangeApi.Part> parts) {
        if (parts.isEmpty() || parts.size() > 20) {
            throw Fields.bad("parts", "应有 1 至 20 个新单位", "must be 1 to 20 units");
        }
        return IntStream.range(0, parts.size())
                .mapToObj(n -> read("parts[%d].".formatted(n), parts.get(n)))
                .toList();
    }

    private static Part read(String at, UnitChangeApi.Part part) {
        if (part.code() == null || !part.code().matches(CODE)) {
            throw Fields.bad(at + "code", "应为 2 至 32 位字母或数字", "must be 2 to 32 letters or digits");
        }
        if (part.staffCount() != null) {
            Codes.count(at + "staffCount", part.staffCount(), 0, 10_000_000);
        }
        part.quotas().forEach(share -> {
            Codes.code(at + "quotas.category", share.category());
            Codes.count(at + "quotas.number", share.number(), 1, 100_000);
        });
        return new Part(
                at,
                part.code(),
                Fields.text(at + "name", part.name(), 100),
                part.staffCount(),
                part.quotas(),
                part.vehicleIds());
    }

    /** Ids of the new units. */
    Uni<List<UUID>> into(UnitChangeService.Act act, List<Part> parts) {
        return Multi.createFrom()
                .iterable(parts)
                .onItem()
                .transformToUniAndConcatenate(part -> make(act, part))
                .collect()
                .asList();
    }

    private Uni<UUID> make(UnitChangeService.Act act, Part part) {
        Unit made = beside(act.scope(), act.unit(), part);
        return units.add(act.session(), List.of(), List.of(made))
                .chain(_ -> units.describe(act.session(), made.id(), part.staffCount(), null))
                .chain(_ -> park(act, made))
                .chain(_ -> giveQuotas(act, made, part))
                .chain(_ -> giveVehicles(act, made, part))
                .replaceWith(made.id());
    }

    private static Unit beside(Scope scope, Unit unit, Part part) {
        String path = unit.path()
                        .substring(0, unit.path().lastIndexOf('/', unit.path().length() - 2) + 1) + part.code() + "/";
        if (unit.parentId() == null || !scope.covers(path)) {
            throw Problem.forbidden(
                            "拆分出的单位与原单位同级，请由上级单位办理", "the new unit stands beside this one; let the unit above do it")
                    .asException();
        }
        return new Unit(Ids.next(), part.code(), part.name(), unit.level(), unit.regionCode(), unit.parentId(), path);
    }

    /** It parks where the old unit does, when that has a place. */
    private Uni<Void> park(UnitChangeService.Act act, Unit made) {
        return parking.get(act.session(), act.unit())
                .chain(place -> parking.add(act.session(), List.of(new ParkingPlace(made.id(), made.path(), place))))
                .onFailure(ProblemException.class)
                .recoverWithNull();
    }

    private Uni<Void> giveQuotas(UnitChangeService.Act act, Unit made, Part part) {
        return Multi.createFrom()
                .iterable(part.quotas())
                .onItem()
                .transformToUniAndConcatenate(share ->
                        quotas.movePart(act, made, part.at() + "quotas.number", share.category(), share.number()))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> giveVehicles(UnitChangeService.Act act, Unit made, Part part) {
        return part.vehicleIds().isEmpty()
                ? Uni.createFrom().voidItem()
                : fleet.moveSome(act.session(), part.vehicleIds(), act.unit(), made, act.cause("拆分 split"))
                        .invoke(moved -> {
                            if (moved != part.vehicleIds().stream().distinct().count()) {
                                throw Fields.bad(
                                        part.at() + "vehicleIds",
                                        "含有不属于该单位或已处置的车辆",
                                        "names a vehicle that is not the unit's, or disposed of");
                            }
                        })
                        .replaceWithVoid();
    }
}
