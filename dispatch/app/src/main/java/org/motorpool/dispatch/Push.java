package org.motorpool.dispatch;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.motorpool.dispatch.organisation.Scope;

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

        boolean isVisibleTo(Scope scope) {
            return unitPaths.stream().anyMatch(scope::covers);
        }
    }

    private final BroadcastProcessor<Change> changes = BroadcastProcessor.create();

    /** Tell the open consoles; call it after the commit. */
    public void tell(Change change) {
        changes.onNext(change);
    }

    /** Changes in scope from now on; a slow reader loses the oldest, and reads the lists again. */
    public Multi<Change> listen(Scope scope) {
        return changes.onOverflow().buffer(10_000).filter(change -> change.isVisibleTo(scope));
    }
}
