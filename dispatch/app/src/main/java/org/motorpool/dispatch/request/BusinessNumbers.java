package org.motorpool.dispatch.request;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.PlainSql;

/** Business numbers: kind, region, day in China, serial number of that day; YC-310115-20261123-0001. */
@Singleton
public class BusinessNumbers {

    private static final String NEXT = """
            insert into business_number as n (kind, region_code, day, last) values (?1, ?2, ?3, 1)
            on conflict (kind, region_code, day) do update set last = n.last + 1
            returning last
            """;

    private final Clock clock;

    BusinessNumbers(Clock clock) {
        this.clock = clock;
    }

    /** The next number; it is given back when the transaction rolls back, so there are no gaps. */
    public Uni<String> next(Mutiny.Session session, String kind, String regionCode) {
        LocalDate day = Days.today(clock);
        return PlainSql.select(session, NEXT, kind, regionCode, day)
                .map(rows -> (Integer) rows.getFirst()[0])
                .map(serial -> "%s-%s-%s-%04d"
                        .formatted(kind, regionCode, day.format(DateTimeFormatter.BASIC_ISO_DATE), serial));
    }
}
