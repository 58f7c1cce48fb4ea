package org.motorpool.dispatch;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Query parameters of every list: {@code ?limit=&cursor=}. The cursor is {@code next} of the page before. */
public class PageQuery {

    @QueryParam("limit")
    @DefaultValue("100")
    @Parameter(schema = @Schema(type = SchemaType.INTEGER, format = "int32", defaultValue = "100"))
    String limit = "100";

    @QueryParam("cursor")
    @DefaultValue("")
    String cursor = "";

    /** Items of a page. */
    public int size() {
        return Pages.size(limit);
    }

    /** The cursor as it is, for lists by code; empty on the first page. */
    public String cursor() {
        return cursor;
    }

    /** The cursor of lists by id. */
    public UUID cursorId(UUID first) {
        return Pages.id(cursor, first);
    }

    /** The cursor of lists by number. */
    public long cursorNumber(long first) {
        return Pages.number(cursor, first);
    }
}
