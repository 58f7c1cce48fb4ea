package org.motorpool.dispatch.compliance;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.contract.RuleApi.NewRule;

/** Reads a rule row from outside: every field is checked in itself; the first bad one is a problem that names it. */
final class RuleForm {

    private static final String REGION = "[0-9]{6}";

    private RuleForm() {}

    /** The rule, with this id. */
    static Rule read(ObjectMapper json, NewRule form, long id) {
        RuleKind kind = kind(form.kind());
        LocalDate from = Fields.required("effectiveFrom", form.effectiveFrom());
        if (form.effectiveTo() != null && !form.effectiveTo().isAfter(from)) {
            throw Fields.bad("effectiveTo", "应晚于生效日期 " + from, "must be after the first day " + from);
        }
        RuleHead head = new RuleHead(
                id,
                jurisdiction(form.jurisdiction()),
                Fields.text("clause", form.clause(), 300),
                Boolean.TRUE.equals(form.articleVerified()),
                Boolean.TRUE.equals(form.relaxable()),
                Codes.document("documentNumber", form.documentNumber()),
                from,
                form.effectiveTo());
        Rule rule = content(json, kind, head, form.content());
        RuleChecks.check(rule);
        return rule;
    }

    private static RuleKind kind(String kind) {
        return Stream.of(RuleKind.values())
                .filter(each -> each.name().equals(kind))
                .findFirst()
                .orElseThrow(() -> Fields.bad(
                        "kind",
                        "应为以下之一：" + Stream.of(RuleKind.values()).toList(),
                        "must be one of " + Stream.of(RuleKind.values()).toList()));
    }

    private static String jurisdiction(String code) {
        if (code == null || !code.matches(REGION)) {
            throw Fields.bad("jurisdiction", "应为 6 位行政区划代码（GB/T 2260）", "must be six digits of GB/T 2260");
        }
        return code;
    }

    private static Rule content(ObjectMapper json, RuleKind kind, RuleHead head, Map<String, Object> content) {
        kind.required().stream()
                .filter(field -> content.get(field) == null)
                .findFirst()
                .ifPresent(field -> {
                    throw Fields.bad("content." + field, "为必填项", "is required for a rule of kind " + kind);
                });
        Map<String, Object> whole = new LinkedHashMap<>(content);
        whole.put("head", head);
        try {
            return json.convertValue(whole, kind.type());
        } catch (IllegalArgumentException mismatch) {
            throw unfit(kind, mismatch);
        }
    }

    private static ProblemException unfit(RuleKind kind, IllegalArgumentException mismatch) {
        String field = mismatch.getCause() instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(JsonMappingException.Reference::getFieldName)
                        .filter(name -> name != null)
                        .collect(Collectors.joining("."))
                : "";
        return Fields.bad(
                field.isEmpty() ? "content" : "content." + field,
                "与规则类型 %s 不符，请参照规则列表中同类规则的内容".formatted(kind),
                "does not fit kind %s; see a rule of this kind in the list".formatted(kind));
    }
}
