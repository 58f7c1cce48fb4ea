package org.motorpool.dispatch.request;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.contract.RequestRuleApi.NewRequestRule;
import org.motorpool.dispatch.contract.RequestRuleApi.RequestRule;

/** Reads a row that requests shall be judged by; the first bad field is a problem that names it. */
final class RequestRuleForm {

    private static final Set<String> KINDS =
            Stream.of(RequestRuleKind.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> SEVERITIES = Set.of("REFUSE", "WARN", "INFO");
    private static final int LONGEST_CLAUSE = 200;
    private static final int FARTHEST_YEARS = 10;

    private RequestRuleForm() {}

    static RequestRule read(@Nullable NewRequestRule form, LocalDate today, String by) {
        NewRequestRule given = Fields.required("kind", form);
        RequestRuleKind kind = RequestRuleKind.valueOf(Fields.oneOf("kind", given.kind(), KINDS));
        LocalDate from = Fields.day("effectiveFrom", given.effectiveFrom(), today, today.plusYears(FARTHEST_YEARS));
        if (given.effectiveTo() != null && !given.effectiveTo().isAfter(from)) {
            throw Fields.bad("effectiveTo", "应晚于 effectiveFrom", "must be after effectiveFrom");
        }
        return new RequestRule(
                Ids.next(),
                kind.name(),
                key(kind, given.key()),
                jurisdiction(given.jurisdiction()),
                severity(kind, given.severity()),
                RuleContent.read(kind, given.content()),
                Fields.text("clause", given.clause(), LONGEST_CLAUSE),
                false,
                by,
                from,
                given.effectiveTo());
    }

    private static String key(RequestRuleKind kind, @Nullable String given) {
        String key = Objects.requireNonNullElse(given, "").strip();
        if (kind.isSingle() && !key.isEmpty()) {
            throw Fields.bad("key", "该类规则不填", "must be absent for " + kind);
        }
        if (!kind.isSingle() && !key.matches("[A-Z][A-Z_]{1,29}")) {
            throw Fields.bad("key", "应为 2 至 30 个大写字母或下划线", "must be 2 to 30 capitals and underscores");
        }
        return key;
    }

    private static String jurisdiction(@Nullable String given) {
        if (given == null || !given.matches("[0-9]{6}")) {
            throw Fields.bad("jurisdiction", "应为 6 位行政区划代码", "must be six digits of GB/T 2260");
        }
        return given;
    }

    private static @Nullable String severity(RequestRuleKind kind, @Nullable String given) {
        if (kind.speaks()) {
            return Fields.oneOf("severity", given, SEVERITIES);
        }
        if (given != null) {
            throw Fields.bad("severity", "该类规则不填", "must be absent for " + kind);
        }
        return null;
    }
}
