/** The REST records of the dispatch contract (`*Api.java`), field by field. Instants are ISO strings, ids are UUID strings. */

export interface Page<T> {
  items: T[];
  next: string | null;
}

export type Role = 'REQUESTER' | 'APPROVER' | 'DISPATCHER' | 'FLEET_OFFICER' | 'DRIVER' | 'SUPERVISOR';

export interface Token {
  access_token: string;
  token_type: string;
  expires_in: number;
  name: string;
  unitId: string;
  unitName: string;
  roles: Role[];
}

export interface Place {
  name: string;
  latitude: number;
  longitude: number;
}

export type VehicleState = 'IDLE' | 'ASSIGNED' | 'ON_TRIP' | 'OFFLINE' | 'OUT_OF_SERVICE';
export type EnergyType = 'BEV' | 'PHEV' | 'EREV' | 'FCEV' | 'HEV' | 'ICE';
export type PlateColour = 'BLUE' | 'YELLOW' | 'GREEN' | 'WHITE' | 'BLACK';

export interface LiveProperties {
  plate: string;
  plateColour: PlateColour;
  unitId: string;
  unitName: string;
  category: string;
  energyType: EnergyType;
  newEnergy: boolean;
  state: VehicleState;
  speed_kmh: number;
  heading_deg: number;
  ignitionOn: boolean;
  reportedAt: string;
}

export interface LiveVehicle {
  type: 'Feature';
  id: string;
  geometry: { type: 'Point'; coordinates: number[] };
  properties: LiveProperties;
}

export interface LiveVehicles {
  type: 'FeatureCollection';
  features: LiveVehicle[];
}

export type RequestStatus =
  | 'SUBMITTED'
  | 'APPROVED'
  | 'ASSIGNED'
  | 'UNDERWAY'
  | 'CLOSED'
  | 'RETURNED'
  | 'REJECTED'
  | 'CANCELLED';

export type Sharing = 'OWN_UNIT' | 'CROSS_DEPARTMENT' | 'CROSS_REGION';

export type OrderStatus =
  | 'ASSIGNED'
  | 'ACCEPTED'
  | 'DEPARTED'
  | 'ARRIVED'
  | 'RETURNED'
  | 'CLOSED'
  | 'CANCELLED'
  | 'NO_SHOW';

export interface OrderSummary {
  id: string;
  number: string;
  status: OrderStatus;
  plate: string;
  energyType: EnergyType;
  vehicleUnitName: string;
  driverName: string;
}

export interface UseRequest {
  id: string;
  number: string;
  status: RequestStatus;
  unitId: string;
  unitName: string;
  regionCode: string;
  hostRegionCode: string | null;
  requesterName: string;
  purpose: string;
  category: string;
  passengers: number;
  pickup: Place;
  dropoff: Place;
  departAt: string;
  returnAt: string;
  submittedAt: string;
  decisionReason: string | null;
  sharing: Sharing | null;
  order: OrderSummary | null;
  emergency: boolean;
  paperState: 'DUE' | 'OVERDUE' | 'DONE' | 'REFUSED' | null;
  approvalChain: string | null;
  approvalStep: number | null;
  details?: { pooling?: { onBoard_minutes: number | null } | null } | null;
}

export type Decision = 'APPROVE' | 'RETURN' | 'REJECT';

export interface NewDecision {
  decision: Decision;
  reason: string | null;
}

export interface NewPlan {
  from: string;
  to: string;
  seconds: number | null;
}

export type PlanStatus = 'SOLVING' | 'PROPOSED' | 'COMMITTED' | 'FAILED';

export interface PlanItem {
  requestId: string;
  requestNumber: string;
  vehicleId: string;
  plate: string;
  driverId: string;
  driverName: string;
  from: string;
  to: string;
  outcome: string | null;
  /** 合乘: numbers of the requests that ride with this one. */
  sharedWith: string[];
  /** Where the vehicle charges before it; null for nowhere. */
  charge: { place: { name: string }; from: string; to: string } | null;
}

export interface PlanUnserved {
  requestId: string;
  requestNumber: string;
  code: string;
  reason: string;
}

export interface Plan {
  id: string;
  status: PlanStatus;
  from: string;
  to: string;
  createdAt: string;
  score: string | null;
  cost_fen: number | null;
  failure: string | null;
  items: PlanItem[];
  unserved: PlanUnserved[];
  progress: PlanProgress | null;
  bound: PlanBound | null;
}

/** The best plan found so far, while the planner is at work. */
export interface PlanProgress {
  cost_fen: number;
  served: number;
  rides: number;
  elapsed_ms: number;
}

/** What no plan that serves the same requests can be better than. */
export interface PlanBound {
  cost_fen: number;
  gap_percent: number;
  relaxation: string;
  vehicles: number;
}

export interface CostTerm {
  code: string;
  name: string;
  nameEn: string;
  fen: number;
}

/** A vehicle with its driver that could serve a request. */
export interface Pair {
  vehicleId: string;
  plate: string;
  vehicleUnitName: string;
  driverId: string;
  driverName: string;
  startsAt: string;
  added_fen: number;
  terms: CostTerm[];
}

export interface OtherVehicle {
  vehicleId: string;
  plate: string;
  unitName: string;
  reason: string;
  more_fen: number | null;
  /** What its battery lacks; null for every other reason than `energy`. */
  shortage: Shortage | null;
}

/** What a battery lacks for the day; the text is Chinese / English. */
export interface Shortage {
  needed_km: number;
  available_km: number;
  text: string;
}

export interface RefusedVehicles {
  code: string;
  name: string;
  nameEn: string;
  clause: string | null;
  count: number;
  vehicles: OtherVehicle[];
}

/** Who should serve a request, and why nobody else. */
export interface Recommendations {
  requestId: string;
  asOf: string;
  best: Pair[];
  dearer: { count: number; vehicles: OtherVehicle[] };
  refused: RefusedVehicles[];
  shared: SharedRide[];
}

/** 合乘: an order whose vehicle has room for the riders of a request. */
export interface SharedRide {
  orderId: string;
  orderNumber: string;
  vehicleId: string;
  plate: string;
  driverId: string;
  driverName: string;
  passengers: number;
  seats: number;
  added_minutes: number;
}

/** A constraint, and how many vehicles it keeps away. */
export interface Binding {
  code: string;
  name: string;
  nameEn: string;
  vehicles: number;
}

/** A change of what was asked for that would help, Chinese / English. */
export interface Relaxation {
  code: string;
  text: string;
  pair: Pair;
}

/** Why a plan serves a request as it does, or does not. */
export interface Explanation {
  requestId: string;
  chosen: Pair | null;
  runnerUp: Pair | null;
  difference_fen: number | null;
  binding: Binding[];
  possible: Pair | null;
  relaxations: Relaxation[];
  fault: { code: string; reason: string } | null;
}

export type ReplanKind = 'BREAKDOWN' | 'DELAY' | 'DRIVER_ABSENT' | 'REQUEST' | 'CANCELLED';

/** What happened to the running day; which id it needs depends on the kind. */
export interface ReplanEvent {
  kind: ReplanKind;
  vehicleId?: string | null;
  orderId?: string | null;
  driverId?: string | null;
  requestId?: string | null;
  until?: string | null;
}

export interface ReplanSeat {
  vehicleId: string;
  plate: string;
  driverId: string;
  driverName: string;
  startsAt: string;
  cost_fen: number | null;
}

/** An order that goes to another vehicle or driver; a request that gets its first has no order. */
export interface ReplanMove {
  orderId: string | null;
  orderNumber: string | null;
  requestId: string;
  requestNumber: string;
  from: ReplanSeat | null;
  to: ReplanSeat;
  forced: boolean;
}

export interface ReplanUnserved {
  orderId: string | null;
  orderNumber: string | null;
  requestId: string;
  requestNumber: string;
  code: string;
  reason: string;
  binding: Binding[];
  relaxations: Relaxation[];
}

/** What should change because of something that happened. */
export interface Replan {
  id: string;
  state: 'OFFERED' | 'COMMITTED' | 'DISCARDED' | 'STALE';
  unitId: string;
  event: ReplanEvent;
  subject: string;
  createdBy: string;
  createdAt: string;
  moved_fen: number;
  costBefore_fen: number;
  costAfter_fen: number;
  moves: ReplanMove[];
  unserved: ReplanUnserved[];
  closedBy: string | null;
  refusal: string | null;
  version: number;
}

export interface Order {
  id: string;
  number: string;
  status: OrderStatus;
  requestId: string;
  requestNumber: string;
  vehicleId: string;
  plate: string;
  vehicleUnitName: string;
  driverId: string;
  driverName: string;
  sharing: Sharing;
  from: string;
  to: string;
}

export interface Quota {
  id: string;
  unitId: string;
  unitName: string;
  category: string;
  categoryName: string;
  number: number;
  inUse: number;
  documentNumber: string;
  approvedBy: string;
  effectiveFrom: string;
}

export interface Violation {
  rule: string;
  clause: string;
  message: string;
  messageEn: string;
}

export interface Acquisition {
  id: string;
  decidedAt: string;
  unitId: string;
  unitName: string;
  kind: 'NEW' | 'RENEWAL';
  plate: string;
  category: string;
  energyType: EnergyType;
  brand: string;
  model: string;
  price_fen: number;
  displacement_l: number;
  outcome: 'ACCEPTED' | 'REFUSED';
  vehicleId: string | null;
  violations: Violation[];
}

export interface NevShare {
  regionCode: string;
  regionName: string;
  year: number;
  additions: number;
  newEnergy: number;
  share: number | null;
  threshold: number;
  met: boolean;
}

/** RFC 9457 problem+json. */
export interface Problem {
  type?: string;
  title?: string;
  status: number;
  detail?: string;
  code?: string;
  field?: string;
  violations?: Violation[];
}
