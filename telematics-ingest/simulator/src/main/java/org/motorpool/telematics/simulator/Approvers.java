package org.motorpool.telematics.simulator;

import java.util.HashSet;
import java.util.Set;

/** The approvers of the provinces: approve what is submitted. */
final class Approvers implements Role {
    private final ApiClient api;
    private final Set<String> provinces;
    private final Progress progress;

    Approvers(ApiClient api, Set<String> provinces, Progress progress) {
        this.api = api;
        this.provinces = new HashSet<>(provinces);
        this.progress = progress;
    }

    @Override
    public void act() {
        for (String province : provinces) {
            try {
                approveAll("approver-" + province);
            } catch (ApiClient.Refusal refusal) {
                progress.problem("approver-%s: %s".formatted(province, refusal.getMessage()));
            }
        }
    }

    private void approveAll(String approver) throws ApiClient.Refusal {
        for (Api.Request request : api.list(approver, "/api/v1/requests?status=SUBMITTED", Api.Request.class)) {
            if (!request.status().equals("SUBMITTED")) {
                continue;
            }
            try {
                api.post(
                        approver, "/api/v1/requests/%s/decisions".formatted(request.id()), new Api.Decision("APPROVE"));
                progress.add(Progress.Kind.REQUESTS_APPROVED, 1);
            } catch (ApiClient.Refusal refusal) {
                progress.problem(String.valueOf(refusal.getMessage()));
            }
        }
    }
}
