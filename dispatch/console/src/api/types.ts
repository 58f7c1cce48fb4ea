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
