package org.motorpool.dispatch.compliance.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.compliance.AcquisitionProposal;
import org.motorpool.dispatch.organisation.Unit;

@Entity(name = "Acquisition")
@Table(name = "acquisition")
class AcquisitionRow {
    @Id
    UUID id;

    @Column(name = "decided_at")
    Instant decidedAt;

    @Column(name = "decided_for")
    String decidedFor;

    @Column(name = "unit_id")
    UUID unitId;

    @Column(name = "unit_path")
    String unitPath;

    @Formula("(select u.name from unit u where u.id = unit_id)")
    String unitName;

    String kind;
    String plate;

    @Column(name = "plate_colour")
    String plateColour;

    String vin;
    String category;
    String tier;

    @Column(name = "body_type")
    String bodyType;

    @Column(name = "energy_type")
    String energyType;

    String brand;
    String model;
    int seats;

    @Column(name = "price_fen")
    long priceFen;

    @Column(name = "displacement_l")
    double displacementL;

    boolean domestic;

    @Column(name = "approval_document")
    @Nullable
    String approvalDocument;

    @Column(name = "replaced_vehicle_id")
    @Nullable
    UUID replacedVehicleId;

    @Column(name = "indicator_id")
    @Nullable
    UUID indicatorId;

    @Column(name = "exemption_id")
    @Nullable
    UUID exemptionId;

    @Column(name = "use_class")
    String useClass;

    @Column(name = "purchase_tax_fen")
    long purchaseTaxFen;

    @Column(name = "early_renewal_document")
    @Nullable
    String earlyRenewalDocument;

    String outcome;

    @Column(name = "vehicle_id")
    @Nullable
    UUID vehicleId;

    String violations;

    /** Ids of the rule rows it was decided under, as JSON. */
    String rules = "[]";

    /** The NEV shares it was decided under, as JSON. */
    String shares = "[]";

    protected AcquisitionRow() {}

    /** A refused one; {@link #accept} makes it an accepted one before it is written. */
    AcquisitionRow(AcquisitionProposal proposal, Unit unit, String violations) {
        unitId = unit.id();
        unitPath = unit.path();
        unitName = unit.name();
        kind = proposal.kind();
        plate = proposal.plate();
        plateColour = proposal.plateColour();
        vin = proposal.vin();
        category = proposal.category();
        tier = proposal.tier();
        bodyType = proposal.bodyType();
        energyType = proposal.energyType();
        brand = proposal.brand();
        model = proposal.model();
        seats = proposal.seats();
        priceFen = proposal.price_fen();
        displacementL = proposal.displacement_l();
        domestic = proposal.domestic();
        approvalDocument = proposal.approvalDocument();
        replacedVehicleId = proposal.replacedVehicleId();
        indicatorId = proposal.indicatorId();
        exemptionId = proposal.exemptionId();
        purchaseTaxFen = proposal.purchaseTax_fen();
        earlyRenewalDocument = proposal.earlyRenewalDocument();
        outcome = "REFUSED";
        this.violations = violations;
    }

    void decided(UUID acquisitionId, Instant at, String username) {
        id = acquisitionId;
        decidedAt = at;
        decidedFor = username;
    }

    void decidedUnder(String usedAs, String ruleIds, String nevShares) {
        useClass = usedAs;
        rules = ruleIds;
        shares = nevShares;
    }

    void accept(UUID filedVehicleId) {
        outcome = "ACCEPTED";
        vehicleId = filedVehicleId;
    }
}
