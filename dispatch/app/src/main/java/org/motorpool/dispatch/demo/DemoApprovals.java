package org.motorpool.dispatch.demo;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * How the demo world decides: receptions in Shanghai take two approvers, long trips everywhere the fleet authority; a pending request
 * in Shanghai holds a vehicle for two days; a county-level delegation, and a template of the requester.
 */
final class DemoApprovals {

    private static final List<String> STATEMENTS = List.of("""
            insert into approval_chain (id, unit_id, unit_path, name, priority, conditions, steps, clause, recorded_by, effective_from)
            select gen_random_uuid(), u.id, u.path, '接待用车两级审批', 10, '{"purposes": ["RECEPTION"]}',
                   '[{"name": "单位审批", "role": "APPROVER", "relation": "OWN_UNIT", "remind_h": 4, "escalate_h": 24},
                     {"name": "主管部门审批", "role": "APPROVER", "relation": "FLEET_AUTHORITY", "remind_h": 8, "lapse_h": 72}]',
                   '演示：接待用车须经主管部门审批', 'system', current_date
            from unit u where u.code = '310000'""", """
            insert into approval_chain (id, jurisdiction, name, priority, conditions, steps, clause, recorded_by, effective_from)
            values (gen_random_uuid(), '100000', '远途用车审批', 0, '{"min_km": 400}',
                    '[{"name": "主管部门审批", "role": "APPROVER", "relation": "FLEET_AUTHORITY", "remind_h": 8, "lapse_h": 72}]',
                    '演示：单程 400 公里以上由主管部门审批', 'system', current_date)""", """
            insert into hold_rule (id, unit_id, unit_path, hours, expiry, severity, clause, recorded_by, effective_from)
            select gen_random_uuid(), u.id, u.path, 48, 'KEEP', 'INFO', '演示：待审批申请占用车辆 48 小时', 'system', current_date
            from unit u where u.code = '310000'""", """
            insert into approval_delegation (id, account_id, username, name, unit_id, unit_path, roles, delegate, from_at, to_at, reason)
            select gen_random_uuid(), a.id, a.username, a.name, a.unit_id, a.unit_path, a.roles, 'fleet-officer-310000', now(),
                   now() + interval '30 days', '演示：出差期间委托审批'
            from account a where a.username = 'approver-310000'""", """
            insert into request_template (id, account_id, unit_id, unit_path, name, draft)
            select gen_random_uuid(), a.id, a.unit_id, a.unit_path, '每周例会', json_build_object(
                'unitId', a.unit_id, 'purpose', '每周例会', 'category', 'QT', 'passengers', 2, 'purposeClass', 'MEETING',
                'pickup', json_build_object('name', '浦东新区人民政府', 'latitude', 31.2218, 'longitude', 121.5397),
                'dropoff', json_build_object('name', '上海市人民政府', 'latitude', 31.2304, 'longitude', 121.47))
            from account a where a.username = 'requester'""");

    private DemoApprovals() {}

    static Uni<Void> write(Mutiny.Session session) {
        return Multi.createFrom()
                .iterable(STATEMENTS)
                .onItem()
                .transformToUniAndConcatenate(
                        statement -> session.createNativeQuery(statement).executeUpdate())
                .collect()
                .last()
                .replaceWithVoid();
    }
}
