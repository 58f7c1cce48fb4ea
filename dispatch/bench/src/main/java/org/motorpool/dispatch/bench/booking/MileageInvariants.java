package org.motorpool.dispatch.bench.booking;

import java.util.List;

/** Every kilometre attributed exactly once: odometers are all that tells of it, as vehicles of the walk have no terminals. */
final class MileageInvariants {

    /** Kilometres of a vehicle that two trips both claim. */
    private static final String CLAIMED_TWICE = """
            select count(*) from walk_trip a join trip b on a.vehicle_id = b.vehicle_id and a.id <> b.id
                and a.odometer_end_km > b.odometer_start_km and b.odometer_end_km > a.odometer_start_km
            """;

    /** What the odometers went on, but for exchanged ones, is what is attributed or unexplained, per vehicle and to the metre. */
    private static final String LOST_OR_DOUBLED = """
            select count(*) from walk_vehicle v
            where (select coalesce(sum(driven_km), 0) * 1000 from (
                       select case when source = 'CORRECTION' then 0
                              else odometer_km - lag(odometer_km) over (order by read_at, id) end as driven_km
                       from odometer_reading r where r.vehicle_id = v.id) read)
               <> (select coalesce(sum(s.distance_m), 0) from mileage_attribution a join mileage_segment s on s.attribution_id = a.id
                   where a.vehicle_id = v.id and a.current)
            """;

    private static final String PARTS_OF_THE_DAY = """
            select count(*) from mileage_attribution a join walk_vehicle v on v.id = a.vehicle_id
            where a.total_m <> (select coalesce(sum(s.distance_m), 0) from mileage_segment s where s.attribution_id = a.id)
            """;

    /** A trip's kilometres are its order's, all of them and no others. */
    private static final String OTHERS_TRIPS = """
            select count(*) from walk_trip t join walk_vehicle v on v.id = t.vehicle_id
            where t.returned_at is not null and (t.odometer_end_km - t.odometer_start_km) * 1000 <> (
                select coalesce(sum(s.distance_m), 0) from mileage_segment s join mileage_attribution a on a.id = s.attribution_id
                where a.current and a.vehicle_id = t.vehicle_id and s.use = 'ORDER' and s.subject_id = t.order_id)
            """;

    static final List<Invariant> ALL = List.of(
            new Invariant("kilometres claimed by two trips", CLAIMED_TWICE),
            new Invariant("vehicles with kilometres lost or doubled", LOST_OR_DOUBLED),
            new Invariant("days that are not the sum of their parts", PARTS_OF_THE_DAY),
            new Invariant("trips with kilometres of others", OTHERS_TRIPS));

    private MileageInvariants() {}
}
