package org.motorpool.dispatch.boot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.ProblemException;

/** The one place where a failure becomes problem+json; nothing of the inside goes out. */
final class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
    private static final MediaType PROBLEM_JSON = new MediaType("application", "problem+json");

    private static final Problem UNAUTHENTICATED = Problem.of(
            401,
            "token-missing-or-invalid",
            "未登录 Unauthorized",
            "缺少访问令牌，或令牌无效，请重新登录",
            "the access token is missing or invalid; sign in again",
            null);

    private static final Problem EXPIRED = Problem.of(
            401,
            "token-expired",
            "登录已过期 Token expired",
            "访问令牌已过期，请重新登录",
            "the access token has expired; sign in again",
            null);

    private ProblemMapper() {}

    static Response answer(Problem problem) {
        return Response.status(problem.status())
                .type(PROBLEM_JSON)
                .entity(problem)
                .build();
    }

    private static Problem malformed(JsonProcessingException failure) {
        String field = failure instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                        .collect(Collectors.joining("."))
                : "";
        String where = field.isEmpty() ? "" : " (" + field + ")";
        return Problem.of(
                400,
                "malformed-json",
                "请求格式错误 Malformed request",
                "请求体不是符合接口要求的 JSON%s，请对照 OpenAPI 文件检查".formatted(where),
                "the body is not the JSON this operation takes%s; check it against the OpenAPI file".formatted(where),
                field.isEmpty() ? null : field);
    }

    /** Quarkus says only that it failed; the reason is a cause of the cause. */
    private static boolean hasExpired(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .anyMatch(cause -> cause instanceof InvalidJwtException invalid && invalid.hasExpired());
    }

    private static Problem ofStatus(int status) {
        return Problem.of(
                status,
                "http-" + status,
                "请求无法处理 Request not possible",
                "请求无法处理(HTTP %d)，请检查地址、方法和参数".formatted(status),
                "the request cannot be processed (HTTP %d); check address, method and parameters".formatted(status),
                null);
    }

    @Provider
    static class OfProblem implements ExceptionMapper<ProblemException> {
        @Override
        public Response toResponse(ProblemException failure) {
            return answer(failure.problem());
        }
    }

    @Provider
    static class OfJson implements ExceptionMapper<JsonProcessingException> {
        @Override
        public Response toResponse(JsonProcessingException failure) {
            return answer(malformed(failure));
        }
    }

    /** Quarkus has a mapper of its own for this subtype; it must not win. */
    @Provider
    static class OfMismatch implements ExceptionMapper<MismatchedInputException> {
        @Override
        public Response toResponse(MismatchedInputException failure) {
            return answer(malformed(failure));
        }
    }

    @Provider
    static class OfWebApplication implements ExceptionMapper<WebApplicationException> {
        @Override
        public Response toResponse(WebApplicationException failure) {
            return failure.getCause() instanceof JsonProcessingException json
                    ? answer(malformed(json))
                    : answer(ofStatus(failure.getResponse().getStatus()));
        }
    }

    @Provider
    static class OfForbidden implements ExceptionMapper<ForbiddenException> {
        @Override
        public Response toResponse(ForbiddenException failure) {
            return answer(Problem.forbidden("您的角色不能执行此操作", "your role may not do this"));
        }
    }

    @Provider
    static class OfUnauthorized implements ExceptionMapper<UnauthorizedException> {
        @Override
        public Response toResponse(UnauthorizedException failure) {
            return answer(UNAUTHENTICATED);
        }
    }

    @Provider
    static class OfAuthentication implements ExceptionMapper<AuthenticationFailedException> {
        @Override
        public Response toResponse(AuthenticationFailedException failure) {
            return answer(hasExpired(failure) ? EXPIRED : UNAUTHENTICATED);
        }
    }

    @Provider
    static class OfAnything implements ExceptionMapper<Throwable> {
        @Override
        public Response toResponse(Throwable failure) {
            LOG.error("request failed unexpectedly", failure);
            return answer(Problem.of(
                    500,
                    "internal-error",
                    "内部错误 Internal error",
                    "系统内部错误，已记录，请稍后重试",
                    "an internal error was logged; please try again later",
                    null));
        }
    }
}
