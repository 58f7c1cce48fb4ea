package org.motorpool.dispatch.demo;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What the detectors of the first night find in the demo world: the fleet is marked and insured as it should be, and one vehicle of
 * Pudong is registered for a company, is fuelled without an order with more than its tank holds, and its insurance has run out.
 * Chongqing is below the NEV share by itself.
 */
final class DemoLeads {

    private static final String ODD_ONE = """
            (select v.id from vehicle v where v.region_code = '310115' and v.energy_type = 'ICE' order by v.plate limit 1)""";

    private static final List<String> STATEMENTS = List.of(
            """
            insert into vehicle_marking (vehicle_id, unit_id, unit_path, marked_on, recorded_by, recorded_at)
            select id, unit_id, unit_path, registered_on + 3, 'system', now() from vehicle""",
            """
            insert into vehicle_insurance (id, vehicle_id, unit_id, unit_path, kind, insurer, policy_number, valid_from, valid_to,
                                           premium_fen, recorded_by, recorded_at)
            select gen_random_uuid(), v.id, v.unit_id, v.unit_path, 'COMPULSORY', '中国人民财产保险', 'PDZA' || right(v.vin, 8),
                   last_day - 365, last_day, 95000, 'system', now()
            from vehicle v, lateral (
                select current_date + case when v.id = %1$s then -5 else 120 end as last_day) as term""",
            "update vehicle set owner_name = '上海某商务服务有限公司', tank_l = 55, fuel = 'GASOLINE_92' where id = %1$s",
            """
            insert into expense (id, vehicle_id, unit_id, unit_path, no_order_reason, kind, incurred_at, amount_fen, quantity,
                                 quantity_unit, product, supplier, designated, source, recorded_by, recorded_at)
            select gen_random_uuid(), v.id, v.unit_id, v.unit_path, '补录', 'FUEL', now() - interval '1 day', 49800, 64.5, 'L',
                   '92号汽油', '中国石化世纪大道加油站', true, 'MANUAL', 'system', now() - interval '1 day'
            from vehicle v where v.id = %1$s""");

    private DemoLeads() {}

    static Uni<Void> write(Mutiny.Session session) {
        return Multi.createFrom()
                .iterable(STATEMENTS)
                .onItem()
                .transformToUniAndConcatenate(statement ->
                        session.createNativeQuery(statement.formatted(ODD_ONE)).executeUpdate())
                .collect()
                .last()
                .replaceWithVoid();
    }
}
