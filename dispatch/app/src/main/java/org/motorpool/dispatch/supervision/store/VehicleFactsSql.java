package org.motorpool.dispatch.supervision.store;

/**
 * The query behind {@link Facts#listVehicles}: ?1 path, ?2 its end, ?3 id before the page, ?4 limit, ?5 begin of history, ?6 begin of
 * the lead-in, ?7 end of the day.
 */
final class VehicleFactsSql {

    private static final String VEHICLE = """
            select v.id, v.plate, v.unit_id as "unitId", v.unit_path as "unitPath", u.name as "unitName", v.region_code as "regionCode", v.category, v.tier,
                   v.body_type as "bodyType", v.energy_type as "energyType", v.use_class as "useClass", v.confidential,
                   v.state <> 'OUT_OF_SERVICE' and v.disposed_on is null as "inService", v.brand || ' ' || v.model as model,
                   v.price_fen, v.displacement_l, v.registered_on as "registeredOn", v.disposed_on as "disposedOn",
                   v.owner_name as "ownerName",
                   (select coalesce(json_agg(above.name), '[]') from unit above
                    where above.code = any (string_to_array(trim(both '/' from v.unit_path), '/'))) as owners,
                   (select json_agg(home order by home.rank)
                    from (select 1 as rank, v.home_latitude as latitude, v.home_longitude as longitude
                          union all select 2, p.latitude, p.longitude from parking_place p where p.unit_id = v.unit_id) as home
                   ) as homes,
                   v.tank_l, v.nominal_l_per_100km, v.fuel""";

    private static final String CAP = """
            select l.price_max_fen as "priceMax_fen", l.displacement_max_l as "displacementMax_l",
                   l.new_energy_sedan_price_max_fen as "newEnergySedanPriceMax_fen", l.approval_required as "approvalRequired",
                   l.clause
            from equipment_limit l
            where l.jurisdiction in ('100000', left(v.region_code, 2) || '0000') and l.category = v.category and l.tier = v.tier
              and l.effective_from <= v.registered_on and (l.effective_to is null or l.effective_to > v.registered_on)
            order by l.jurisdiction desc limit 1""";

    private static final String ACQUIRED = """
            select a.id, cast(a.decided_at at time zone 'Asia/Shanghai' as date) as "decidedOn",
                   a.approval_document as "approvalDocument", a.exemption_id is not null as exempt,
                   (select row_to_json(old) from (
                        select o.id, case when o.confidential then null else o.plate end as plate,
                               o.registered_on as "registeredOn", o.disposed_on as "disposedOn", o.odometer_km
                        from vehicle o where o.id = a.replaced_vehicle_id) as old) as replaced
            from acquisition a where a.vehicle_id = v.id and a.outcome = 'ACCEPTED'""";

    private static final String DISPOSALS = """
            select d.id, d.number, d.method, cast(d.approved_at at time zone 'Asia/Shanghai' as date) as "approvedOn",
                   d.executed_on as "executedOn", d.income_posted_on as "incomePostedOn"
            from disposal d where d.vehicle_id = v.id and d.status not in ('REJECTED', 'CANCELLED')""";

    private static final String ORDERS = """
            select o.id, o.number, r.requester_id as "requesterId", r.requester_name as "requesterName",
                   o.starts_at as "startsAt", o.ends_at as "endsAt",
                   json_build_object('latitude', o.pickup_latitude, 'longitude', o.pickup_longitude) as pickup,
                   json_build_object('latitude', o.dropoff_latitude, 'longitude', o.dropoff_longitude) as dropoff,
                   (select coalesce(json_agg(c), '[]') from (
                        select c.latitude, c.longitude, c.radius_m from region_circle c
                        where c.region_code in (r.region_code, r.host_region_code)) as c) as circles,
                   t.id as "tripId", t.departed_at as "departedAt", t.returned_at as "returnedAt",
                   t.odometer_start_km as "odometerStart_km", t.odometer_end_km as "odometerEnd_km", t.measured_m
            from vehicle_order o join use_request r on r.id = o.request_id left join trip t on t.order_id = o.id
            where o.vehicle_id = v.id and o.status <> 'CANCELLED' and o.rides_with is null
              and o.starts_at >= ?5 and o.starts_at < ?7
            order by o.starts_at desc limit 2000""";

    private static final String EXPENSES = """
            select e.id, e.unit_id as "unitId", e.order_id as "orderId", e.kind, e.incurred_at as "incurredAt",
                   e.recorded_at as "recordedAt", e.amount_fen, e.quantity, e.quantity_unit as "quantityUnit", e.product,
                   e.supplier, e.designated, e.invoice_number as "invoiceNumber",
                   (select first.id from expense first where first.invoice_number = e.invoice_number
                    order by first.recorded_at, first.id limit 1) as "firstOfInvoice",
                   e.odometer_km,
                   case when e.latitude is not null
                        then json_build_object('latitude', e.latitude, 'longitude', e.longitude) end as place
            from expense e
            where e.vehicle_id = v.id and e.incurred_at >= ?5 and e.incurred_at < ?7
            order by e.incurred_at desc limit 5000""";

    private static final String DUTY = """
            d.jurisdiction in ('100000', left(v.region_code, 2) || '0000') and d.effective_from <= v.registered_on
              and (d.effective_to is null or d.effective_to > v.registered_on)
            order by d.jurisdiction desc limit 1""";

    private static final String EQUIPMENT = """
            select exists (select from terminal t where t.vehicle_id = v.id) as terminal,
                   (select p.reported_at from latest_position p where p.vehicle_id = v.id) as "lastReportAt",
                   exists (select from vehicle_marking m where m.vehicle_id = v.id) as marked,
                   (select d.working_days from file_duty_rule d where d.duty = 'TERMINAL' and\s""" + DUTY + """
                   ) as "terminalDays",
                   (select d.working_days from file_duty_rule d where d.duty = 'MARKING' and\s""" + DUTY + """
                   ) as "markingDays\"""";

    /** The last of each kind; what was never recorded is not here. */
    private static final String PAPERS = """
            select 'COMPULSORY' as kind, max(i.valid_to) as "validTo" from vehicle_insurance i
            where i.vehicle_id = v.id and i.kind = 'COMPULSORY' having max(i.valid_to) is not null
            union all
            select 'INSPECTION', max(i.valid_to) from vehicle_inspection i
            where i.vehicle_id = v.id and i.passed having max(i.valid_to) is not null""";

    private static final String EXEMPTIONS = """
            select s.exemption as kind, s.window_from as "from", s.window_to as "to", s.declared_at as "declaredAt"
            from seal s
            where s.vehicle_id = v.id and s.exemption is not null and s.window_to > ?6 and s.window_from < ?7""";

    private static final String CIRCLES = """
            select c.latitude, c.longitude, c.radius_m from region_circle c where c.region_code = v.region_code""";

    static final String PAGE = "select "
            + String.join(
                    ", ",
                    one(VEHICLE, "vehicle"),
                    one(CAP, "cap"),
                    one(ACQUIRED, "acquired"),
                    many(DISPOSALS, "disposals"),
                    many(ORDERS, "orders"),
                    "(select max(o.ends_at) from vehicle_order o where o.vehicle_id = v.id and o.status <> 'CANCELLED'"
                            + " and o.starts_at < ?7) as \"lastOrderEnd\"",
                    many(EXPENSES, "expenses"),
                    one(EQUIPMENT, "equipment"),
                    many(PAPERS, "papers"),
                    many(EXEMPTIONS, "exemptions"),
                    many(CIRCLES, "circles"))
            + """

              from vehicle v join unit u on u.id = v.unit_id
              where v.unit_path ~>=~ ?1 and v.unit_path ~<~ ?2 and v.id > ?3 and (v.disposed_on is null or v.disposed_on >= ?5)
              order by v.id limit ?4""";

    private VehicleFactsSql() {}

    private static String one(String select, String name) {
        return "(select row_to_json(one) from (%s) as one) as %s".formatted(select, name);
    }

    private static String many(String select, String name) {
        return "(select coalesce(json_agg(each), '[]') from (%s) as each) as %s".formatted(select, name);
    }
}
