package org.motorpool.dispatch.settlement.web;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.PageQuery;
import org.motorpool.dispatch.Parameters;
import org.motorpool.dispatch.settlement.LedgerQuestion;

/** Query parameters of an account: {@code ?payer=&payee=&from=&to=}, days of issue in China, {@code to} not included. */
public class AccountQuery {

    private static final UUID FIRST = new UUID(0, 0);

    @BeanParam
    PageQuery page = new PageQuery();

    @QueryParam("payer")
    @Nullable
    String payer;

    @QueryParam("payee")
    @Nullable
    String payee;

    @QueryParam("from")
    @Nullable
    String from;

    @QueryParam("to")
    @Nullable
    String to;

    int size() {
        return page.size();
    }

    UUID after() {
        return page.cursorId(FIRST);
    }

    LedgerQuestion question() {
        LocalDate first = Parameters.day("from", from);
        LocalDate end = Parameters.day("to", to);
        if (!first.isBefore(end)) {
            throw Fields.bad("to", "应晚于 from", "must be after from");
        }
        return new LedgerQuestion(unit("payer", payer), unit("payee", payee), first, end);
    }

    private static UUID unit(String field, @Nullable String id) {
        return Parameters.uuid(field, Fields.required(field, id));
    }
}
