package org.motorpool.dispatch.sharing;

/** The articles of an agreement, as its text is printed and as a refusal cites them. */
public enum AgreementArticle {
    PARTIES("第一条 协议双方"),
    VALIDITY("第二条 有效期"),
    CATEGORIES("第三条 车辆类别"),
    HOURS("第四条 使用时段"),
    CAPS("第五条 用车上限"),
    TARIFF("第六条 收费标准"),
    SETTLEMENT("第七条 结算方式"),
    EVIDENCE("第八条 用车凭证"),
    DISPUTES("第九条 确认与异议"),
    LIABILITY("第十条 责任");

    private final String title;

    AgreementArticle(String title) {
        this.title = title;
    }

    /** How an agreement is cited: 《number》第四条 使用时段. */
    String of(String number) {
        return "《%s》%s".formatted(number, title);
    }
}
