package org.motorpool.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Rows that PostgreSQL gives as JSON, read as records: the names are in the SQL once, and nested rows come in one query. */
@Singleton
public class JsonRows {

    private final ObjectMapper json;

    JsonRows(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Rows of a query.
     *
     * @param select a query with a limit, with its column names as the record has them
     */
    public <T> Uni<List<T>> list(Mutiny.Session session, Class<T> type, String select, Object... parameters) {
        return PlainSql.select(
                        session, "select cast(row_to_json(found) as text) from (" + select + ") as found", parameters)
                .map(rows ->
                        rows.stream().map(row -> read(type, (String) row[0])).toList());
    }

    /** The value as JSON. */
    public String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("%s cannot be written as JSON".formatted(value.getClass()), impossible);
        }
    }

    private <T> T read(Class<T> type, String row) {
        try {
            return json.readValue(row, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a row cannot be read as %s".formatted(type), impossible);
        }
    }
}
