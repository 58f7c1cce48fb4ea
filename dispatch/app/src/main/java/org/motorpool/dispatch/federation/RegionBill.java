package org.motorpool.dispatch.federation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One side of a bill of several uses, of a month 月结 or a matter 一事一结: what it says of itself. Which uses are on it, the uses say.
 *
 * @param sharedId the bill on both sides
 * @param unitId the authority this side is
 * @param month its first day; null of a matter's bill
 * @param matter null of a month's bill
 * @param uses how many are on it
 * @param issued_fen what they came to when it was drawn up
 */
public record RegionBill(
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
        @Nullable LocalDate month,
        @Nullable String matter,
        int uses,
        long issued_fen,
        Instant confirmBy,
        Instant issuedAt) {}
