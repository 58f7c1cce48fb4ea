package org.motorpool.dispatch.compliance.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.compliance.Rule;
import org.motorpool.dispatch.compliance.RuleBook;
import org.motorpool.dispatch.compliance.RuleKind;
import org.motorpool.dispatch.compliance.RuleLibrary;
import org.motorpool.dispatch.organisation.RegionCode;

/** The rule tables, read through the view that gives all of them one shape: a book is one query, and sees every change at once. */
@Singleton
public class RuleBooks {

    private static final int RULE_LIMIT = 100_000;

    private static final String OF_PLACE = """
            select kind, content::text from rule_row
            where jurisdiction in (?1, ?2, ?3, ?4) and effective_from <= ?5 and (effective_to is null or effective_to > ?5)
            order by id""";

    private static final String OF_KIND = """
            select kind, content::text from rule_row
            where kind = ?1 and effective_from <= ?2 and (effective_to is null or effective_to > ?2)
            order by id""";

    private final ObjectMapper json;

    RuleBooks(ObjectMapper json) {
        this.json = json;
    }

    /** Everything in force in the region on the day. */
    public Uni<RuleBook> load(Mutiny.Session session, String regionCode, LocalDate day) {
        List<String> levels = RegionCode.levels(regionCode);
        return session.createNativeQuery(OF_PLACE, Object[].class)
                .setParameter(1, levels.get(0))
                .setParameter(2, levels.get(1))
                .setParameter(3, levels.get(2))
                .setParameter(4, levels.get(3))
                .setParameter(5, day)
                .setMaxResults(RULE_LIMIT)
                .getResultList()
                .map(rows -> RuleBook.of(rows.stream().map(this::rule).toList()));
    }

    /** The rules of one kind in force anywhere on the day. */
    public Uni<RuleLibrary> loadAll(Mutiny.Session session, RuleKind kind, LocalDate day) {
        return session.createNativeQuery(OF_KIND, Object[].class)
                .setParameter(1, kind.name())
                .setParameter(2, day)
                .setMaxResults(RULE_LIMIT)
                .getResultList()
                .map(rows -> new RuleLibrary(rows.stream().map(this::rule).toList()));
    }

    private Rule rule(Object[] row) {
        return read(json, (String) row[0], (String) row[1]);
    }

    static Rule read(ObjectMapper json, String kind, String content) {
        try {
            return json.readValue(content, RuleKind.valueOf(kind).type());
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(
                    "a rule row of kind %s cannot be read: %s".formatted(kind, content), broken);
        }
    }
}
