package org.motorpool.dispatch.federation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One side of a monthly bill 月结: what it says of itself. Which uses are on it, the uses say.
 *
 * @param sharedId the bill on both sides
 * @param unitId the authority this side is
 * @param month its first day
 * @param uses how many are on it
 * @param issued_fen what they came to when it was drawn up
 */
public record MonthlyBill(
        UUID id,
        UUID sharedId,
        String number,
        CaseRole role,
        UUID unitId,
        String unitPath,
        String ownCode,
        String peerCode,
        String peerName,
        UUID agreementId,
        String agreementNumber,
        LocalDate month,
        int uses,
        long issued_fen,
        Instant confirmBy,
        Instant issuedAt) {}
