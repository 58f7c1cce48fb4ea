package org.motorpool.dispatch.request.store;

import org.motorpool.dispatch.request.RequestRuleKind;

/**
 * Where rows of a kind are kept. ?1 id, ?2 kind, ?3 key, ?4 jurisdiction, ?5 severity, ?6 content as JSON, ?7 clause, ?8 who, ?9 and
 * ?10 the time it holds.
 */
final class RequestRuleSql {

    private static final String GIVEN = """
            (select cast(?1 as uuid) as id, cast(?2 as text) as kind, cast(?3 as text) as key, cast(?4 as text) as jurisdiction,
                    cast(?5 as text) as severity, cast(cast(?6 as text) as jsonb) as content, cast(?7 as text) as clause, cast(?8 as text) as recorded_by,
                    cast(?9 as date) as effective_from, cast(?10 as date) as effective_to) as given""";

    private static final String SPEAKING = """
            insert into request_rule (id, rule, key, jurisdiction, severity, terms, clause, article_verified, evidence, recorded_by,
                                      effective_from, effective_to)
            select id, kind, key, jurisdiction, severity, content, clause, false, 'D', recorded_by, effective_from, effective_to from\s""" + GIVEN;

    private static final String PURPOSE = """
            insert into purpose_class (id, code, jurisdiction, name, name_en, clause, recorded_by, effective_from, effective_to)
            select id, key, jurisdiction, content ->> 'name', content ->> 'nameEn', clause, recorded_by, effective_from, effective_to from\s""" + GIVEN;

    private static final String PAPER = """
            insert into emergency_rule (id, jurisdiction, paper_hours, clause, article_verified, recorded_by, effective_from, effective_to)
            select id, jurisdiction, cast(content ->> 'paper_hours' as integer), clause, false, recorded_by, effective_from, effective_to
            from\s""" + GIVEN;

    private static final String FIGURES = """
            insert into request_estimate_rule (id, jurisdiction, road_factor, cost_fen_per_km, cost_fen_per_h, clause, recorded_by,
                                               effective_from, effective_to)
            select id, jurisdiction, cast(content ->> 'roadFactor' as double precision), cast(content ->> 'cost_fen_per_km' as integer),
                   cast(content ->> 'cost_fen_per_h' as integer), clause, recorded_by, effective_from, effective_to from\s""" + GIVEN;

    private RequestRuleSql() {}

    static String insert(RequestRuleKind kind) {
        return switch (kind) {
            case ALLOWANCE_AREA, RAIL_CORRIDOR, SEALED_PERIOD, CATEGORY_PURPOSE -> SPEAKING;
            case PURPOSE_CLASS -> PURPOSE;
            case EMERGENCY -> PAPER;
            case ESTIMATE -> FIGURES;
        };
    }

    static String table(RequestRuleKind kind) {
        return switch (kind) {
            case ALLOWANCE_AREA, RAIL_CORRIDOR, SEALED_PERIOD, CATEGORY_PURPOSE -> "request_rule";
            case PURPOSE_CLASS -> "purpose_class";
            case EMERGENCY -> "emergency_rule";
            case ESTIMATE -> "request_estimate_rule";
        };
    }
}
