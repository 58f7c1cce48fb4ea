package org.motorpool.dispatch.federation.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.federation.CaseRole;
import org.motorpool.dispatch.federation.RegionBill;

@Entity(name = "ServiceBill")
@Table(name = "service_bill")
@Immutable
class BillRow {
    @Id
    UUID id;

    @Column(name = "shared_id")
    UUID sharedId;

    String number;

    @Enumerated(EnumType.STRING)
    CaseRole role;

    @Column(name = "unit_id")
    UUID unitId;

    @Column(name = "unit_path")
    String unitPath;

    @Column(name = "own_code")
    String ownCode;

    @Column(name = "peer_code")
    String peerCode;

    @Column(name = "peer_name")
    String peerName;

    @Column(name = "agreement_id")
    UUID agreementId;

    @Column(name = "agreement_number")
    String agreementNumber;

    @Nullable
    LocalDate month;

    @Nullable
    String matter;

    int uses;

    @Column(name = "issued_fen")
    long issued_fen;

    @Column(name = "confirm_by")
    Instant confirmBy;

    @Column(name = "issued_at")
    Instant issuedAt;

    protected BillRow() {}

    RegionBill toBill() {
        return new RegionBill(
                id,
                sharedId,
                number,
                role,
                unitId,
                unitPath,
                ownCode,
                peerCode,
                peerName,
                agreementId,
                agreementNumber,
                month,
                matter,
                uses,
                issued_fen,
                confirmBy,
                issuedAt);
    }
}
