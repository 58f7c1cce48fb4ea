import type { Order, RequestStatus, UseRequest } from '../api/types';

/** The tabs of the queue, in the order of a request's life. */
export const QUEUES = ['SUBMITTED', 'APPROVED', 'ASSIGNED', 'UNDERWAY', 'CLOSED', 'OTHER'] as const;
export type Queue = (typeof QUEUES)[number];

/** Which tab shows a request: what ended without a trip is kept under OTHER. */
export function queueOf(status: RequestStatus): Queue {
  switch (status) {
    case 'RETURNED':
    case 'REJECTED':
    case 'CANCELLED':
      return 'OTHER';
    case 'SUBMITTED':
    case 'APPROVED':
    case 'ASSIGNED':
    case 'UNDERWAY':
    case 'CLOSED':
      return status;
  }
}

/** The list with this request in its newest form, in place or at the end. */
export function withRequest(requests: UseRequest[], request: UseRequest): UseRequest[] {
  const index = requests.findIndex((known) => known.id === request.id);
  return index < 0 ? [...requests, request] : requests.with(index, request);
}

/** The list after an order changed; only the request that shows this very order is touched. */
export function withOrder(requests: UseRequest[], order: Order): UseRequest[] {
  const index = requests.findIndex((known) => known.id === order.requestId && known.order?.id === order.id);
  const request = requests[index];
  if (!request?.order) return requests;
  const { number, status, plate, vehicleUnitName, driverName } = order;
  const summary = { ...request.order, number, status, plate, vehicleUnitName, driverName };
  return requests.with(index, { ...request, sharing: order.sharing, order: summary });
}

/** The requests of one tab: open ones by departure, finished ones newest first. */
export function inQueue(requests: UseRequest[], queue: Queue): UseRequest[] {
  const direction = queue === 'CLOSED' || queue === 'OTHER' ? -1 : 1;
  return requests
    .filter((request) => queueOf(request.status) === queue)
    .sort((a, b) => direction * a.departAt.localeCompare(b.departAt) || a.number.localeCompare(b.number));
}

/** How many requests each tab holds. */
export function countByQueue(requests: UseRequest[]): Record<Queue, number> {
  const counts: Record<Queue, number> = { SUBMITTED: 0, APPROVED: 0, ASSIGNED: 0, UNDERWAY: 0, CLOSED: 0, OTHER: 0 };
  for (const request of requests) counts[queueOf(request.status)]++;
  return counts;
}
