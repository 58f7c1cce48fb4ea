package org.motorpool.dispatch.operation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.motorpool.dispatch.contract.OperationApi.PlannedRequest;
import org.motorpool.dispatch.contract.OperationApi.Preview;
import org.motorpool.dispatch.operation.store.Items.Kept;

/**
 * What a plan asks for, beside what was committed of it before. Pure.
 *
 * @param added without a request yet
 * @param changed whose request is another now, with the item as it was
 * @param removed no longer asked for
 */
record Difference(List<Item> added, Map<Item, Kept> changed, List<Item> same, List<Kept> removed) {

    static Difference of(OperationFile operation, List<Kept> kept) {
        List<Item> wanted =
                Expansion.of(operation.view().unitId(), operation.view().name(), operation.requirePlan());
        Map<String, Kept> byKey = kept.stream().collect(Collectors.toMap(Kept::key, Function.identity()));
        List<Item> added = new ArrayList<>();
        List<Item> same = new ArrayList<>();
        Map<Item, Kept> changed = new LinkedHashMap<>();
        for (Item item : wanted) {
            Kept before = byKey.remove(item.key());
            if (before == null) {
                added.add(item);
            } else if (before.fingerprint().equals(item.fingerprint())) {
                same.add(item);
            } else {
                changed.put(item, before);
            }
        }
        List<Kept> removed =
                kept.stream().filter(each -> byKey.containsKey(each.key())).toList();
        return new Difference(added, changed, same, removed);
    }

    boolean asksForMore() {
        return !added.isEmpty() || !changed.isEmpty();
    }

    Preview preview() {
        List<PlannedRequest> planned = new ArrayList<>();
        added.forEach(item -> planned.add(item.planned("NEW")));
        changed.keySet().forEach(item -> planned.add(item.planned("CHANGED")));
        same.forEach(item -> planned.add(item.planned("SAME")));
        removed.forEach(kept -> planned.add(
                new PlannedRequest(kept.key(), kept.slot(), null, null, 0, null, null, null, null, "REMOVED")));
        return new Preview(planned, List.of(), 0);
    }
}
