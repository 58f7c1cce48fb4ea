package org.motorpool.dispatch.ledger;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.LedgerApi.RowError;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.registry.VehicleParticulars;

/** Judges the rows of a ledger one by one, knowing those before: pure, so that a dry run and the import see the same. */
final class RowJudge {

    /** What becomes of a row. */
    sealed interface Verdict {
        record Added(VehicleFile vehicle) implements Verdict {}

        record Changed(VehicleFile before, VehicleFile after) implements Verdict {}

        record Unchanged() implements Verdict {}

        record Broken(List<RowError> errors) implements Verdict {}
    }

    private final Known known;
    private final Map<Column, String> letters;
    private final RowReader reader;

    RowJudge(Known known, Map<Column, String> letters) {
        this.known = known;
        this.letters = letters;
        reader = new RowReader(known);
    }

    Verdict judge(LedgerRow row) {
        RowCells cells = new RowCells(row, letters);
        VehicleFile read = reader.read(row, cells);
        VehicleFile before = read == null ? null : known.onFile().get(read.vin());
        if (read == null || !cells.errors().isEmpty()) {
            return new Verdict.Broken(cells.errors());
        }
        return before == null ? added(read, cells) : compared(before, read, row, cells);
    }

    private Verdict added(VehicleFile read, RowCells cells) {
        if (known.takenVins().contains(read.vin())) {
            cells.wrong(Column.VIN, "该车辆识别代号已登记在您管理范围以外的单位", "the VIN is on file outside your scope");
        }
        requireFreePlate(read.plate(), cells);
        return cells.errors().isEmpty() ? new Verdict.Added(read) : new Verdict.Broken(cells.errors());
    }

    private void requireFreePlate(String plate, RowCells cells) {
        if (known.takenPlates().contains(plate)) {
            cells.wrong(Column.PLATE, "该号牌已登记在另一辆车", "the plate is in use on another vehicle");
        }
    }

    /** A ledger corrects a file; what the rules decided, and whose vehicle it is, it does not change. */
    private Verdict compared(VehicleFile before, VehicleFile read, LedgerRow row, RowCells cells) {
        if (before.particulars().confidential()) {
            return confidential(read, cells);
        }
        fixed(cells, Column.UNIT, before.unitId(), read.unitId());
        fixed(cells, Column.CATEGORY, before.category(), read.category());
        fixed(cells, Column.BODY_TYPE, before.bodyType(), read.bodyType());
        fixed(cells, Column.ENERGY_TYPE, before.energyType(), read.energyType());
        fixed(cells, Column.PRICE, before.price_fen(), read.price_fen());
        fixed(cells, Column.DISPLACEMENT, before.displacement_l(), read.displacement_l());
        fixed(cells, Column.REGISTERED_ON, before.registeredOn(), read.registeredOn());
        if (row.cells().containsKey(Column.CONFIDENTIAL)) {
            fixed(cells, Column.CONFIDENTIAL, false, read.particulars().confidential());
        }
        if (!before.plate().equals(read.plate())) {
            requireFreePlate(read.plate(), cells);
        }
        if (!cells.errors().isEmpty()) {
            return new Verdict.Broken(cells.errors());
        }
        VehicleFile after = corrected(before, read);
        return after.equals(before) ? new Verdict.Unchanged() : new Verdict.Changed(before, after);
    }

    /** Nothing of a confidential vehicle is compared, so nothing of it is told. */
    private static Verdict confidential(VehicleFile read, RowCells cells) {
        if (read.particulars().confidential()) {
            return new Verdict.Unchanged();
        }
        cells.wrong(Column.VIN, "该车辆不能通过台账更新", "the vehicle is not corrected by a ledger");
        return new Verdict.Broken(cells.errors());
    }

    private static void fixed(RowCells cells, Column column, Object before, Object read) {
        if (!before.equals(read)) {
            cells.wrong(
                    column,
                    "与已登记的档案不一致，台账不能更改此项，请办理相应手续",
                    "differs from the file; a ledger does not change it, take the procedure for it");
        }
    }

    private static VehicleFile corrected(VehicleFile before, VehicleFile read) {
        return new VehicleFile(
                before.id(),
                read.plate(),
                read.plateColour(),
                before.vin(),
                before.unitId(),
                before.unitPath(),
                before.unitName(),
                before.regionCode(),
                before.category(),
                before.bodyType(),
                before.energyType(),
                read.brand(),
                read.model(),
                read.seats(),
                before.price_fen(),
                before.displacement_l(),
                before.home(),
                before.state(),
                before.registeredOn(),
                before.acquisitionKind(),
                corrected(before.particulars(), read.particulars()));
    }

    private static VehicleParticulars corrected(VehicleParticulars before, VehicleParticulars read) {
        return new VehicleParticulars(
                before.tier(),
                before.useClass(),
                before.confidential(),
                before.quotaStatus(),
                before.purchaseTax_fen(),
                or(read.ownerName(), before.ownerName()),
                or(read.engineNumber(), before.engineNumber()),
                or(read.inUseSince(), before.inUseSince()),
                odometer(before.odometer_km(), read.odometer_km()),
                or(read.tank_l(), before.tank_l()),
                or(read.nominal_l_per_100km(), before.nominal_l_per_100km()),
                or(read.nominal_kWh_per_100km(), before.nominal_kWh_per_100km()),
                or(read.fuel(), before.fuel()),
                or(read.emissionStage(), before.emissionStage()),
                or(read.electricRange_km(), before.electricRange_km()),
                or(read.chargingPower_kW(), before.chargingPower_kW()));
    }

    private static <T> @Nullable T or(@Nullable T read, @Nullable T before) {
        return read == null ? before : read;
    }

    private static @Nullable Long odometer(@Nullable Long before, @Nullable Long read) {
        return before == null || read != null && read > before ? or(read, before) : before;
    }
}
