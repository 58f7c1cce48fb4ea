package org.motorpool.planner.fleet;

import java.io.Serial;
import org.motorpool.planner.contract.DayAnswerApi.Refusal;

/** Uses that cannot be counted as they are. */
public final class UsesRefused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int WRONG = 422;

    private final String code;
    private final String item;

    private UsesRefused(String code, String detail, String item) {
        super(detail);
        this.code = code;
        this.item = item;
    }

    static UsesRefused missing(String field) {
        return new UsesRefused("missing-field", "缺少 %s / %s must be given".formatted(field, field), field);
    }

    static UsesRefused invalid(String item, String chinese, String english) {
        return new UsesRefused("invalid-field", "%s %s / %s %s".formatted(item, chinese, item, english), item);
    }

    static UsesRefused tooMany(int count, int most) {
        return new UsesRefused(
                "too-many",
                "一次 %d 次用车超过上限 %d，请分段提交 / %d uses at once are more than %d; ask in parts"
                        .formatted(count, most, count, most),
                "uses");
    }

    int status() {
        return WRONG;
    }

    Refusal refusal() {
        return new Refusal(code, getMessage(), item);
    }
}
