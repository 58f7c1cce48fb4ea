package org.motorpool.dispatch.contract;

import java.time.LocalDate;
import java.util.Map;

/** {@code /api/v1/compliance/rules}. */
public final class RuleApi {
    private RuleApi() {}

    /**
     * Body of {@code POST /api/v1/compliance/rules}: a rule of the caller's own level.
     *
     * @param kind CATEGORY, EQUIPMENT_LIMIT, NEV_SHARE, RENEWAL, QUOTA_FORMULA or CLAUSE
     * @param jurisdiction GB/T 2260 of the caller's nation, province, city or county
     * @param clause the article, as refusals will cite it
     * @param articleVerified whether the article number was checked; left out for not
     * @param relaxable whether a lower level may relax it; left out for not: then it may only be stricter
     * @param documentNumber of the document that makes the rule
     * @param effectiveFrom first day
     * @param effectiveTo first day it no longer holds, left out while open
     * @param content the figures, with the fields that the list shows for the kind
     */
    public record NewRule(
            String kind,
            String jurisdiction,
            String clause,
            Boolean articleVerified,
            Boolean relaxable,
            String documentNumber,
            LocalDate effectiveFrom,
            LocalDate effectiveTo,
            Map<String, Object> content) {
        public NewRule {
            content = content == null ? Map.of() : new java.util.LinkedHashMap<>(content);
        }
    }

    /**
     * A rule row.
     *
     * @param key names the rule within its kind
     * @param recordedBy username, motorpool for the rows that come with the platform
     */
    public record Rule(
            long id,
            String kind,
            String jurisdiction,
            String key,
            String clause,
            boolean articleVerified,
            boolean relaxable,
            String documentNumber,
            LocalDate effectiveFrom,
            LocalDate effectiveTo,
            String recordedBy,
            Map<String, Object> content) {
        public Rule {
            content = new java.util.LinkedHashMap<>(content);
        }
    }

    /** Body of {@code POST /api/v1/compliance/rules/{id}/close}: the first day the row no longer holds. */
    public record RuleEnd(LocalDate effectiveTo) {}
}
