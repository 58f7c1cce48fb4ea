package org.motorpool.dispatch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;

/**
 * An error as people and programs read it: RFC 9457 problem+json.
 *
 * @param code stable, language-free; also the end of {@code type}
 * @param detail zh-CN, then " / " and English
 * @param field the input field at fault
 * @param violations the rules that refuse, with their clauses
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable String field,
        List<Violation> violations) {

    public Problem {
        violations = List.copyOf(violations);
    }

    /** 400: one field of the input breaks a rule. */
    public static Problem invalid(String field, String zh, String en) {
        return of(400, "invalid-input", "输入有误 Invalid input", zh, en, field);
    }

    /** 400: a field of the input is left out. */
    public static Problem missing(String field) {
        return invalid(field, "缺少 %s，请填写".formatted(field), "%s is required".formatted(field));
    }

    /** 404: no such thing, or none in the caller's scope. */
    public static Problem notFound(String code, String zh, String en) {
        return of(404, code, "未找到 Not found", zh, en, null);
    }

    /** 403: the caller may not do this. */
    public static Problem forbidden(String zh, String en) {
        return of(403, "forbidden", "无权限 Forbidden", zh, en, null);
    }

    /** 409: the state does not allow it (any more). */
    public static Problem conflict(String code, String zh, String en) {
        return of(409, code, "状态冲突 Conflict", zh, en, null);
    }

    /** 422: rules refuse it. */
    public static Problem refused(String code, List<Violation> violations) {
        String zh = String.join("；", violations.stream().map(Violation::message).toList());
        String en =
                String.join("; ", violations.stream().map(Violation::messageEn).toList());
        return new Problem(
                "urn:motorpool:problem:" + code, "违反规定 Refused by rule", 422, zh + " / " + en, code, null, violations);
    }

    /** Any other problem. */
    public static Problem of(int status, String code, String title, String zh, String en, @Nullable String field) {
        return new Problem("urn:motorpool:problem:" + code, title, status, zh + " / " + en, code, field, List.of());
    }

    /** The exception that carries this problem out of a transaction, which rolls back. */
    public ProblemException asException() {
        return new ProblemException(this);
    }
}
