package org.motorpool.dispatch.contract;

import java.time.Instant;
import java.util.UUID;

/** {@code /api/v1/requests/templates} and {@code /api/v1/requests/places}: what an account keeps for itself. */
public final class RequestTemplateApi {
    private RequestTemplateApi() {}

    /** Body of POST and PUT of a template; the times in the draft do not count. */
    public record NewTemplate(String name, RequestApi.NewRequest draft) {}

    /** A template 用车模板. */
    public record Template(UUID id, String name, RequestApi.NewRequest draft, long version) implements Versioned {}

    /**
     * Body of {@code POST /api/v1/requests/templates/{id}/requests}: turns the template into a request.
     *
     * @param purpose in place of the template's; or null
     * @param passengers in place of the template's; or null
     * @param justification in place of the template's; or null
     */
    public record FromTemplate(
            Instant departAt, Instant returnAt, String purpose, Integer passengers, String justification) {}

    /**
     * A frequent place 常用地点.
     *
     * @param id null for one that was not kept but gone to
     * @param uses requests of the last 90 days that began or ended there
     */
    public record FrequentPlace(UUID id, VehicleApi.Place place, long uses) {}
}
