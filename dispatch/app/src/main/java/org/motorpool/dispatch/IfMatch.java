package org.motorpool.dispatch;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.Versioned;

/** What the caller believes to change (RFC 9110 §13.1.1): the version they read, or any. */
public final class IfMatch {

    /** Change whatever there is. */
    public static final IfMatch ANY = new IfMatch(null);

    private final @Nullable String header;

    private IfMatch(@Nullable String header) {
        this.header = header;
    }

    /** The header {@code If-Match}; null when the caller gave none. */
    public static IfMatch of(@Nullable String header) {
        return header == null || header.strip().equals("*") ? ANY : new IfMatch(header);
    }

    /** The entity tag of a version. */
    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** The thing itself; fails with problem {@code version-stale} when it is no longer what the caller read. */
    public <T extends Versioned> T require(T thing) {
        requireVersion(thing.version());
        return thing;
    }

    /** Fails with problem {@code version-stale} unless the version is what the caller read. */
    public void requireVersion(long version) {
        String current = tag(version);
        if (header != null
                && Arrays.stream(header.split(",")).map(String::strip).noneMatch(current::equals)) {
            throw Problem.of(
                            412,
                            "version-stale",
                            "内容已被他人更新 Stale version",
                            "您看到的版本 %s 已不是最新（当前 %s），请刷新后再操作".formatted(header, current),
                            "you read version %s, the current one is %s; reload and try again"
                                    .formatted(header, current),
                            "If-Match")
                    .asException();
        }
    }
}
