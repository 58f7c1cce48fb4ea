package org.motorpool.telematics.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The requesters of all units: submit the requests of the day, then one every other minute. One request per round. */
final class Requesters implements Role {
    private static final Duration AFTERWARDS = Duration.ofMinutes(2);

    private final ApiClient api;
    private final RequestPlan plan;
    private final int ofTheDay;
    private final Progress progress;
    private final Set<String> withoutAccount = new HashSet<>();
    private int next;
    private Instant notBefore = Instant.EPOCH;

    Requesters(ApiClient api, RequestPlan plan, int ofTheDay, Progress progress) {
        this.api = api;
        this.plan = plan;
        this.ofTheDay = ofTheDay;
        this.progress = progress;
    }

    @Override
    public void act() throws ApiClient.Refusal {
        Instant now = Instant.now();
        if (now.isBefore(notBefore)) {
            return;
        }
        Optional<RequestPlan.Draft> draft =
                plan.find(next, now).filter(found -> !withoutAccount.contains(found.requester()));
        if (draft.isPresent()) {
            submit(draft.get());
        }
        next++;
        notBefore = next < ofTheDay ? now : now.plus(AFTERWARDS);
    }

    private void submit(RequestPlan.Draft draft) throws ApiClient.Refusal {
        try {
            api.post(draft.requester(), "/api/v1/requests", draft.request());
            progress.add(Progress.Kind.REQUESTS_SUBMITTED, 1);
            progress.note("request submitted, "
                    + draft.sharing().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        } catch (ApiClient.Refusal refusal) {
            if (refusal.status() == 401) {
                withoutAccount.add(draft.requester());
            }
            throw refusal;
        }
    }
}
