package org.motorpool.dispatch.compliance.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.motorpool.dispatch.compliance.PlanFile;

@Entity(name = "ProcurementPlanItem")
@Table(name = "procurement_plan_item")
class PlanItemRow {
    @Id
    UUID id;

    @Column(name = "plan_id")
    UUID planId;

    @Column(name = "unit_id")
    UUID unitId;

    @Column(name = "unit_path")
    String unitPath;

    String category;
    String tier;
    String kind;

    @Column(name = "new_energy")
    boolean newEnergy;

    @Column(name = "use_class")
    String useClass;

    int count;

    @Column(name = "price_max_fen")
    long priceMaxFen;

    @Formula(
            "(select count(*) from indicator i where i.plan_item_id = id and i.status in ('ISSUED', 'RESERVED', 'CONSUMED'))")
    int issued;

    protected PlanItemRow() {}

    PlanItemRow(PlanFile plan, PlanFile.Item item) {
        id = item.id();
        planId = plan.id();
        unitId = plan.unitId();
        unitPath = plan.unitPath();
        category = item.category();
        tier = item.tier();
        kind = item.kind();
        newEnergy = item.newEnergy();
        useClass = item.useClass();
        count = item.count();
        priceMaxFen = item.priceMax_fen();
    }

    PlanFile.Item toItem() {
        return new PlanFile.Item(id, category, tier, kind, newEnergy, useClass, count, priceMaxFen, issued);
    }
}
