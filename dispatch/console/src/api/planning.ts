/** What the planner proposes, recommends and explains, as dispatch tells it. */

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
