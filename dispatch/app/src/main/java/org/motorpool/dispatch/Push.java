package org.motorpool.dispatch;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Predicate;

/** What changed, pushed to the consoles that are open on this replica; each sees only what lies in its scope. */
@ApplicationScoped
public class Push {

    /**
     * One change.
     *
     * @param event vehicle, request, order or acquisition
     * @param unitPaths units the data belongs to; whoever covers one of them sees it
     * @param data the REST record of the thing after the change
     */
    public record Change(String event, List<String> unitPaths, Object data) {
        public Change {
            unitPaths = List.copyOf(unitPaths);
        }
    }

    private final BroadcastProcessor<Change> changes = BroadcastProcessor.create();

    /** Tell the open consoles; call it after the commit. */
    public void tell(Change change) {
        changes.onNext(change);
    }

    /**
     * Changes from now on. A reader that falls behind loses the oldest.
     *
     * @param inScope whether the reader may see data of a unit path
     */
    public Multi<Change> listen(Predicate<String> inScope) {
        return changes.onOverflow().dropPreviousItems().filter(change -> change.unitPaths().stream()
                .anyMatch(inScope));
    }
}
