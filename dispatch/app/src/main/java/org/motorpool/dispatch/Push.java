package org.motorpool.dispatch;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What changed, pushed to the consoles that are open on this replica; each sees only what it could also read. */
@Singleton
public class Push {

    private static final int MOST_WAITING = 4096;

    /**
     * One change.
     *
     * @param event vehicle, request, order or acquisition
     * @param unitPaths units the data belongs to; whoever covers one of them sees it
     * @param data the REST record of the thing after the change
     * @param roles who may read it; empty for everybody who may listen
     */
    public record Change(String event, List<String> unitPaths, Object data, Set<String> roles) {
        public Change {
            unitPaths = List.copyOf(unitPaths);
            roles = Set.copyOf(roles);
        }

        public Change(String event, List<String> unitPaths, Object data) {
            this(event, unitPaths, data, Set.of());
        }

        boolean isFor(Predicate<String> inScope, Set<String> readerRoles) {
            return (roles.isEmpty() || !Collections.disjoint(roles, readerRoles))
                    && unitPaths.stream().anyMatch(inScope);
        }
    }

    private final BroadcastProcessor<Change> changes = BroadcastProcessor.create();

    /** Tell the open consoles; call it after the commit. One at a time, as the processor wants it. */
    public synchronized void tell(Change change) {
        changes.onNext(change);
    }

    /**
     * Changes from now on. The stream of a reader that falls too far behind fails; it opens a new one and reads the lists.
     *
     * @param inScope whether the reader may see data of a unit path
     * @param roles roles of the reader
     */
    public Multi<Change> listen(Predicate<String> inScope, Set<String> roles) {
        return changes.filter(change -> change.isFor(inScope, roles))
                .onOverflow()
                .buffer(MOST_WAITING);
    }
}
