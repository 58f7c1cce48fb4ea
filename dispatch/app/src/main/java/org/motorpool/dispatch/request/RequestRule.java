package org.motorpool.dispatch.request;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** A rule of requests as its row has it; all are effective-dated, per jurisdiction, with their clause. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "rule")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RequestRule.AllowanceArea.class, name = "ALLOWANCE_AREA"),
    @JsonSubTypes.Type(value = RequestRule.RailCorridor.class, name = "RAIL_CORRIDOR"),
    @JsonSubTypes.Type(value = RequestRule.SealedPeriod.class, name = "SEALED_PERIOD"),
    @JsonSubTypes.Type(value = RequestRule.CategoryPurpose.class, name = "CATEGORY_PURPOSE")
})
public sealed interface RequestRule {

    Severity severity();

    String clause();

    /**
     * Ordinary trips inside the area the travel allowance 公务交通补贴 pays for go by public means.
     *
     * @param categories it speaks of
     */
    record AllowanceArea(
            Severity severity,
            String clause,
            List<String> categories,
            String name,
            double latitude,
            double longitude,
            double radius_m)
            implements RequestRule {
        public AllowanceArea {
            categories = List.copyOf(categories);
        }
    }

    /** Between places near stations of high-speed rail 高铁沿线 people go by train. */
    record RailCorridor(
            Severity severity,
            String clause,
            List<String> categories,
            double radius_m,
            double min_km,
            List<Station> stations)
            implements RequestRule {
        public RailCorridor {
            categories = List.copyOf(categories);
            stations = List.copyOf(stations);
        }
    }

    /** A station of high-speed rail. */
    record Station(String name, double latitude, double longitude) {}

    /**
     * Vehicles are sealed 封存 over named holidays, from the end of work before to its begin after.
     *
     * @param categories that are exempt
     */
    record SealedPeriod(
            Severity severity, String clause, List<String> categories, double work_start_h, double work_end_h)
            implements RequestRule {
        public SealedPeriod {
            categories = List.copyOf(categories);
        }
    }

    /** These categories serve these purposes only. */
    record CategoryPurpose(Severity severity, String clause, List<String> categories, List<String> purposes)
            implements RequestRule {
        public CategoryPurpose {
            categories = List.copyOf(categories);
            purposes = List.copyOf(purposes);
        }
    }
}
