package org.motorpool.dispatch.supervision.store;

/** The query behind {@link Facts#listUnits}: ?1 path, ?2 its end, ?3 id before the page, ?4 limit, ?5 day. */
final class UnitFactsSql {

    private static final String OCCUPANCIES = """
            select used.category, coalesce(c.name, used.category) as "categoryName", coalesce(q.number, 0) as quota,
                   used.vehicles as "inUse",
                   greatest(used.days[coalesce(q.number, 0) + 1], q.effective_from) as "exceededSince"
            from (select v.category, count(*) as vehicles, array_agg(v.registered_on order by v.registered_on) as days
                  from vehicle v where v.unit_id = u.id and v.disposed_on is null and v.replaced_by_id is null group by v.category) as used
            left join quota q on q.unit_id = u.id and q.category = used.category and q.effective_from <= ?5
                and (q.effective_to is null or q.effective_to > ?5)
            left join lateral (
                select c.name from vehicle_category c
                where c.code = used.category and c.jurisdiction in ('100000', left(u.region_code, 2) || '0000')
                  and c.effective_from <= ?5 and (c.effective_to is null or c.effective_to > ?5)
                order by c.jurisdiction desc limit 1) as c on true""";

    /** Of the unit that stands for a province: the one right below the nation. */
    private static final String ADDITIONS = """
            select date_part('year', cast(?5 as date)) as year, count(*) as "all",
                   count(*) filter (where v.energy_type in ('BEV', 'PHEV', 'EREV', 'FCEV')) as "newEnergy",
                   (select count(*) from nev_exemption e join acquisition a on a.id = e.acquisition_id
                    where a.outcome = 'ACCEPTED' and e.year = date_part('year', cast(?5 as date))
                      and left(e.region_code, 2) = left(u.region_code, 2)) as exempt
            from vehicle v
            where v.registered_on >= make_date(cast(date_part('year', cast(?5 as date)) as integer), 1, 1) and v.registered_on <= ?5
              and left(v.region_code, 2) = left(u.region_code, 2)""";

    private static final String PAPERS = """
            select r.id as "requestId", r.number, r.requester_name as "requesterName", r.paper_due_at as "dueAt", r.paper_state as state
            from use_request r
            where r.unit_id = u.id and r.paper_state in ('OVERDUE', 'REFUSED') and r.status <> 'CANCELLED'
              and r.depart_at >= cast(?5 as date) - 60
            order by r.paper_due_at desc limit 500""";

    static final String PAGE = """
            select u.id, u.path, u.code, u.name, u.region_code as "regionCode",
                   (select coalesce(json_agg(each), '[]') from (%s) as each) as occupancies,
                   case when u.level = 'PROVINCE' and above.level = 'NATION'
                        then (select row_to_json(one) from (%s) as one) end as additions,
                   (select coalesce(json_agg(each), '[]') from (%s) as each) as papers
            from unit u left join unit above on above.id = u.parent_id
            where u.path ~>=~ ?1 and u.path ~<~ ?2 and u.id > ?3
            order by u.id limit ?4""".formatted(OCCUPANCIES, ADDITIONS, PAPERS);

    private UnitFactsSql() {}
}
