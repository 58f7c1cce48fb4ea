import type { Place } from './types';

/** Which side of a use across regions this installation's row is: who asks, or whose vehicle goes. */
export type CaseRole = 'HOME' | 'HOST';

/** inquiry → offer → booking → execution → settlement. */
export type CaseStatus =
  | 'INQUIRED'
  | 'OFFERED'
  | 'BOOKING'
  | 'BOOKED'
  | 'ASSIGNED'
  | 'UNDERWAY'
  | 'COMPLETED'
  | 'BILLED'
  | 'DISPUTED'
  | 'CONFIRMED'
  | 'CANCELLING'
  | 'SETTLED'
  | 'DECLINED'
  | 'CANCELLED'
  | 'EXPIRED';

/** The record of `FederationApi.Service`, as far as a dispatcher sees it here. */
export interface CrossRegionService {
  id: string;
  number: string;
  role: CaseRole;
  status: CaseStatus;
  peerName: string;
  agreementNumber: string;
  requestId: string | null;
  inquiry: {
    homeName: string;
    category: string;
    passengers: number;
    pickup: Place;
    dropoff: Place;
    startsAt: string;
    endsAt: string;
    contact: string;
    purpose: string | null;
  };
  offer: { startsAt: string; endsAt: string; estimate_fen: number; expiresAt: string; note: string | null } | null;
  assigned: { plate: string; driverName: string } | null;
  noShow: object | null;
  evidence: object | null;
  useConfirmed: object | null;
  openedAt: string;
  version: number;
}

export interface NewOffer {
  startsAt: string;
  endsAt: string;
  estimate_fen: number;
  expiresAt: string;
}

/** What a dispatcher does with a case; the last part of its path. */
export type CaseAct = 'offer' | 'decline' | 'withdraw' | 'book' | 'cancel' | 'confirm-use';
