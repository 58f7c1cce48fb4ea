package org.motorpool.dispatch.compliance.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.compliance.NevRule;

/** What is counted over whole provinces, whatever the scope of the session. */
@ApplicationScoped
public class Provinces {

    /** A province that holds units in scope. */
    public record Province(String code, String name) {}

    /** Vehicles put on file in a province and year, and how many of them are new energy. */
    public record Additions(int all, int newEnergy) {}

    private static final String IN_SCOPE = """
            select r.code, r.name from region r
            where r.level = 'PROVINCE' and exists (
                select from unit u where u.path like ?1 and left(u.region_code, 2) = left(r.code, 2))
            order by r.code""";

    private static final String NAME = "select coalesce((select name from region where code = ?1), ?1)";

    private static final String ADDITIONS = """
            select additions, new_energy
            from province_additions(?1, ?2, string_to_array(?3, ','), string_to_array(?4, ','))""";

    public Uni<List<Province>> list(Mutiny.Session session, String scopePath) {
        return session.createNativeQuery(IN_SCOPE, Object[].class)
                .setParameter(1, scopePath + "%")
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Province((String) row[0], (String) row[1]))
                        .toList());
    }

    public Uni<String> name(Mutiny.Session session, String code) {
        return session.createNativeQuery(NAME, String.class)
                .setParameter(1, code)
                .getSingleResult();
    }

    public Uni<Additions> additions(Mutiny.Session session, String provinceCode, int year, NevRule rule) {
        return session.createNativeQuery(ADDITIONS, Object[].class)
                .setParameter(1, provinceCode)
                .setParameter(2, year)
                .setParameter(3, list(rule.kinds()))
                .setParameter(4, list(rule.energyTypes()))
                .getSingleResult()
                .map(row -> new Additions(((Number) row[0]).intValue(), ((Number) row[1]).intValue()));
    }

    private static String list(Set<String> codes) {
        return String.join(",", codes);
    }
}
