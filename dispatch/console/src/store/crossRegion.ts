import type { CaseAct, CaseStatus, CrossRegionService } from '../api/crossRegion';

/** What is not over. */
export const OPEN_CASES: CaseStatus[] = [
  'INQUIRED',
  'OFFERED',
  'BOOKING',
  'BOOKED',
  'ASSIGNED',
  'UNDERWAY',
  'COMPLETED',
  'BILLED',
  'DISPUTED',
  'CONFIRMED',
  'CANCELLING',
];

/** The cases that are not over, with this one in its newest form, the last opened first. */
export function withService(services: CrossRegionService[], service: CrossRegionService): CrossRegionService[] {
  const known = services.find(({ id }) => id === service.id);
  if (known && known.version > service.version) return services;
  const others = services.filter(({ id }) => id !== service.id);
  const open = OPEN_CASES.includes(service.status) ? [service, ...others] : others;
  return open.sort((a, b) => b.openedAt.localeCompare(a.openedAt) || b.number.localeCompare(a.number));
}

/** What may be done with a case on this side, the most likely first. */
export function actsOf(service: CrossRegionService): CaseAct[] {
  const { role, status } = service;
  if (role === 'HOST') {
    if (status === 'INQUIRED' || status === 'OFFERED') return ['offer', 'decline'];
    return status === 'BOOKED' || status === 'ASSIGNED' ? ['withdraw'] : [];
  }
  if (isToConfirm(service)) return ['confirm-use'];
  if (status === 'OFFERED') return ['book', 'cancel'];
  return status === 'INQUIRED' || status === 'BOOKED' || status === 'ASSIGNED' ? ['cancel'] : [];
}

/** Whether the other side waits for this one. */
export function waitsForUs(service: CrossRegionService): boolean {
  const { role, status } = service;
  return role === 'HOST' ? status === 'INQUIRED' : status === 'OFFERED' || isToConfirm(service);
}

function isToConfirm({ status, evidence, noShow, useConfirmed }: CrossRegionService): boolean {
  return status === 'COMPLETED' && !!evidence && !noShow && !useConfirmed;
}
