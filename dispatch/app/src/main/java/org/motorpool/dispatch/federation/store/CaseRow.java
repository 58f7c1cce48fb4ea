package org.motorpool.dispatch.federation.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.federation.CaseRole;
import org.motorpool.dispatch.federation.CaseStatus;

@Entity(name = "ServiceCase")
@Table(name = "service_case")
class CaseRow {
    @Id
    UUID id;

    @Column(name = "shared_id")
    UUID sharedId;

    String number;

    @Enumerated(EnumType.STRING)
    CaseRole role;

    @Enumerated(EnumType.STRING)
    CaseStatus status;

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

    @Column(name = "request_id")
    @Nullable
    UUID requestId;

    @Column(name = "use_id")
    @Nullable
    UUID useId;

    @Column(name = "starts_at")
    Instant startsAt;

    @Column(name = "ends_at")
    Instant endsAt;

    @Column(name = "offer_expires_at")
    @Nullable
    Instant offerExpiresAt;

    @Column(name = "confirm_by")
    @Nullable
    Instant confirmBy;

    /** JSON of {@code CaseFacts}. */
    String facts;

    @Column(name = "bill_fen")
    long billFen;

    @Column(name = "bill_differs")
    boolean billDiffers;

    @Column(name = "bill_id")
    @Nullable
    UUID billId;

    boolean monthly;

    @Nullable
    String matter;

    @Column(name = "matter_ends_at")
    @Nullable
    Instant matterEndsAt;

    @Column(name = "opened_at")
    Instant openedAt;

    @Nullable
    String told;

    long sent;
    long received;

    @Version
    long version;

    protected CaseRow() {}
}
