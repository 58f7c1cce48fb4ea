package org.motorpool.mobile;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jspecify.annotations.Nullable;

/** Answers problem+json (RFC 9457), as dispatch does; what dispatch says itself goes out as it is. */
final class Problems {

    private static final MediaType PROBLEM_JSON = new MediaType("application", "problem+json");
    private static final int RETRY_AFTER_S = 5;

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Problem(
            String type,
            String title,
            int status,
            String detail,
            String code,
            @Nullable String field) {}

    private Problems() {}

    static Response passOn(WebApplicationException refusal) {
        Response said = refusal.getResponse();
        String body = said.hasEntity() ? said.readEntity(String.class) : "";
        return body.isBlank()
                ? ofStatus(said.getStatus())
                : Response.status(said.getStatus())
                        .type(PROBLEM_JSON)
                        .entity(body)
                        .build();
    }

    static Response unavailable() {
        Response answer = answer(
                503,
                "dispatch-unavailable",
                "服务暂不可用 Service unavailable",
                "调度服务暂不可用，请稍后重试 / dispatch is unavailable; try again later",
                null);
        return Response.fromResponse(answer)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_S)
                .build();
    }

    static Response unauthenticated(Throwable failure) {
        return hasExpired(failure)
                ? answer(
                        401,
                        "token-expired",
                        "登录已过期 Token expired",
                        "访问令牌已过期，请重新登录 / the access token has expired; sign in again",
                        null)
                : answer(
                        401,
                        "token-missing-or-invalid",
                        "未登录 Unauthorized",
                        "缺少访问令牌，或令牌无效，请重新登录 / the access token is missing or invalid; sign in again",
                        null);
    }

    /** Quarkus says only that it failed; the reason is a cause of the cause. */
    private static boolean hasExpired(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .anyMatch(cause -> cause instanceof InvalidJwtException invalid && invalid.hasExpired());
    }

    static Response forbidden() {
        return answer(403, "forbidden", "无权限 Forbidden", "只有驾驶员可以使用 / only drivers may do this", null);
    }

    static Response malformed(JsonMappingException failure) {
        String field = failure.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        return answer(
                400,
                "malformed-json",
                "请求格式错误 Malformed request",
                "请求体不是符合接口要求的 JSON / the body is not the JSON this operation takes",
                field.isEmpty() ? null : field);
    }

    static Response ofStatus(int status) {
        return answer(
                status,
                status == 400 ? "malformed-json" : "http-" + status,
                "请求无法处理 Request not possible",
                "请求无法处理(HTTP %d)，请检查地址和请求体 / the request cannot be processed (HTTP %d); check address and body"
                        .formatted(status, status),
                null);
    }

    private static Response answer(int status, String code, String title, String detail, @Nullable String field) {
        return Response.status(status)
                .type(PROBLEM_JSON)
                .entity(new Problem("urn:motorpool:problem:" + code, title, status, detail, code, field))
                .build();
    }
}
