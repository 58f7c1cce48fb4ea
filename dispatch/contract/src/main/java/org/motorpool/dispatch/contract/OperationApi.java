package org.motorpool.dispatch.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/** {@code /api/v1/operations}: major events 重大活动 and emergency mobilisations 应急征调. */
public final class OperationApi {
    private OperationApi() {}

    /** Body of {@code POST operations}: either a plan or a mobilisation. */
    public record NewOperation(UUID unitId, String name, EventPlan plan, Mobilisation mobilisation) {}

    /** Body of {@code PUT operations/{id}}: an event's plan, changed. */
    public record PlanChange(EventPlan plan) {}

    /** What an event moves; it expands into requests, the same plan always into the same ones. */
    public record EventPlan(
            List<Venue> venues,
            List<Group> groups,
            List<Transfer> transfers,
            List<Shuttle> shuttles,
            List<Convoy> convoys) {
        public EventPlan {
            venues = venues == null ? List.of() : List.copyOf(venues);
            groups = groups == null ? List.of() : List.copyOf(groups);
            transfers = transfers == null ? List.of() : List.copyOf(transfers);
            shuttles = shuttles == null ? List.of() : List.copyOf(shuttles);
            convoys = convoys == null ? List.of() : List.copyOf(convoys);
        }
    }

    /** A place of the event. */
    public record Venue(String code, VehicleApi.Place place) {}

    /**
     * People who travel together.
     *
     * @param persons 1 to 5000
     * @param category of vehicles, e.g. QT
     */
    public record Group(String code, String name, Integer persons, String category) {}

    /**
     * A group goes from venue to venue at a time; a slot.
     *
     * @param minutes the vehicles are needed, 1 to 1440
     * @param seats of each vehicle, 1 to 55
     * @param vehiclesMax what the slot takes; null for any number
     */
    public record Transfer(
            String code,
            String group,
            String from,
            String to,
            Instant departAt,
            Integer minutes,
            Integer seats,
            Integer vehiclesMax) {}

    /**
     * A shuttle line 摆渡线; each departure is a slot.
     *
     * @param line codes of venues, two at least; its first and last are pickup and drop-off
     * @param firstDay in China
     * @param firstAt in China
     * @param everyMinutes 5 to 1440
     * @param minutes of one ride
     * @param seats of each vehicle
     * @param vehicles of each departure
     */
    public record Shuttle(
            String code,
            List<String> line,
            LocalDate firstDay,
            LocalDate lastDay,
            LocalTime firstAt,
            LocalTime lastAt,
            Integer everyMinutes,
            Integer minutes,
            Integer seats,
            Integer vehicles,
            String category) {
        public Shuttle {
            line = line == null ? List.of() : List.copyOf(line);
        }
    }

    /**
     * A convoy 车队: vehicles of one group in order, behind the leader; a slot.
     *
     * @param leader who leads it
     * @param vehicles 1 to 50
     */
    public record Convoy(
            String code,
            String group,
            String from,
            String to,
            Instant departAt,
            Integer minutes,
            Integer vehicles,
            Integer seats,
            String leader) {}

    /**
     * An emergency mobilisation.
     *
     * @param reason why, 2 to 200 characters
     * @param assembly where the vehicles gather
     * @param radius_km vehicles farther away are left out; null for all of the scope
     * @param needs what is needed
     * @param from when, the deadline to be there
     * @param until when they go back, at most 15 days later
     */
    public record Mobilisation(
            String reason, VehicleApi.Place assembly, Double radius_km, List<Need> needs, Instant from, Instant until) {
        public Mobilisation {
            needs = needs == null ? List.of() : List.copyOf(needs);
        }
    }

    /** So many vehicles with so many seats at least. */
    public record Need(String code, Integer seats, Integer vehicles) {}

    /**
     * An operation.
     *
     * @param kind EVENT or MOBILISATION
     * @param status DRAFT, COMMITTED, APPROVED (an event), RELEASED (a mobilisation) or CANCELLED
     */
    public record Operation(
            UUID id,
            String number,
            String kind,
            String name,
            UUID unitId,
            String unitName,
            String status,
            EventPlan plan,
            Mobilisation mobilisation,
            String createdBy,
            Instant createdAt,
            String decidedBy,
            Instant decidedAt,
            String decisionReason,
            String endedReason,
            long version)
            implements Versioned {}

    /**
     * One request an event would make or change.
     *
     * @param key names it within the event, whatever else changes
     * @param change NEW, CHANGED, SAME or REMOVED
     */
    public record PlannedRequest(
            String key,
            String slot,
            String purpose,
            String category,
            int passengers,
            VehicleApi.Place pickup,
            VehicleApi.Place dropoff,
            Instant departAt,
            Instant returnAt,
            String change) {}

    /** A vehicle a mobilisation would take; the free ones first. */
    public record Candidate(
            int rank,
            String need,
            UUID vehicleId,
            String plate,
            String unitName,
            int seats,
            UUID driverId,
            String driverName,
            double distance_km,
            List<PreemptedOrder> preempts) {
        public Candidate {
            preempts = List.copyOf(preempts);
        }
    }

    /** An ordinary order that would lose its vehicle. */
    public record PreemptedOrder(
            UUID orderId, String number, UUID requestId, String unitName, int passengers, Instant from, Instant to) {}

    /**
     * What a commit would do; nothing is written.
     *
     * @param requests of an event
     * @param candidates of a mobilisation, as many as are needed
     * @param missing vehicles nobody has
     */
    public record Preview(List<PlannedRequest> requests, List<Candidate> candidates, int missing) {
        public Preview {
            requests = List.copyOf(requests);
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * What became of one item.
     *
     * @param id key of the item, or id of a preempted order
     * @param outcome OK, another word for what was done, or the code of the problem
     * @param problem the problem's detail; null when it went well
     */
    public record ItemResult(String id, UUID requestId, String outcome, String problem) {}

    /** Answer of commit, cancel and release: the operation after it, and every item. */
    public record BulkResult(Operation operation, List<ItemResult> items) {
        public BulkResult {
            items = List.copyOf(items);
        }
    }

    /** Progress of a slot, in requests. */
    public record SlotProgress(
            String slot,
            Instant departAt,
            int requests,
            int passengers,
            int waiting,
            int assigned,
            int driving,
            int done,
            int cancelled) {}

    /**
     * A preempted order.
     *
     * @param outcome null until release; then RESTORED, QUEUED, SERVED or LAPSED
     */
    public record Preempted(UUID orderId, String orderNumber, UUID requestId, UUID vehicleId, String outcome) {}

    /** The board of an operation. */
    public record Board(Operation operation, List<SlotProgress> slots, List<Preempted> preempted) {
        public Board {
            slots = List.copyOf(slots);
            preempted = List.copyOf(preempted);
        }
    }

    /**
     * Body of {@code POST operations/{id}/decision}: one decision for all requests.
     *
     * @param decision APPROVE or REJECT
     * @param reason required for REJECT
     */
    public record NewDecision(String decision, String reason) {}

    /** Body of {@code POST operations/{id}/cancel} and {@code release}; 1 to 500 characters. */
    public record Ending(String reason) {}
}
