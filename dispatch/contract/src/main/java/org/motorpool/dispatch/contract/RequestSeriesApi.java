package org.motorpool.dispatch.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** {@code /api/v1/requests/series}: the same use again and again 周期用车, as one linked request per day. */
public final class RequestSeriesApi {
    private RequestSeriesApi() {}

    /**
     * A weekly rule after RFC 5545: FREQ=WEEKLY with BYDAY and one of UNTIL and COUNT.
     *
     * @param byDay MO, TU, WE, TH, FR, SA, SU; empty or null for the weekday of the first use
     * @param interval every how many weeks, 1 or null for every week
     * @param until last day, in China
     * @param count how many uses
     * @param workingDaysOnly leave out days off by the State Council's calendar; or null
     */
    public record WeeklyRule(
            List<String> byDay, Integer interval, LocalDate until, Integer count, Boolean workingDaysOnly) {
        public WeeklyRule {
            byDay = byDay == null ? List.of() : List.copyOf(byDay);
        }
    }

    /** Body of {@code POST /api/v1/requests/series}; {@code request} is the first use. */
    public record NewSeries(RequestApi.NewRequest request, WeeklyRule rule) {}

    /** A series and its requests, earliest first. */
    public record Series(UUID id, WeeklyRule rule, List<RequestApi.Request> requests) {
        public Series {
            requests = List.copyOf(requests);
        }
    }
}
