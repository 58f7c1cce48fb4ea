package org.motorpool.dispatch.compliance;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What every rule row has.
 *
 * @param id of the row; a row never changes but for its end, so a decision keeps the ids it was made under
 * @param jurisdiction GB/T 2260 of the nation (100000), province, city or county that made it
 * @param articleVerified false where the number of the article could not be checked against the official text
 * @param relaxable whether a more specific row replaces it; otherwise both apply
 * @param effectiveTo the first day it no longer holds, null while open
 */
public record RuleHead(
        long id,
        String jurisdiction,
        String clause,
        boolean articleVerified,
        boolean relaxable,
        @Nullable String documentNumber,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo) {}
