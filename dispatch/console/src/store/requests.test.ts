import { describe, expect, it } from 'vitest';
import type { OrderSummary } from '../api/types';
import { aRequest, anOrder } from './fixtures';
import { countByQueue, inQueue, withOrder, withRequest } from './requests';

const SUMMARY: OrderSummary = {
  id: 'o1',
  number: 'PC-o1',
  status: 'ASSIGNED',
  plate: '沪AD12345',
  energyType: 'BEV',
  vehicleUnitName: '浦东新区机关事务服务中心',
  driverName: '周海',
};

describe('withRequest', () => {
  it('replaces a known request in place', () => {
    const requests = [aRequest('1'), aRequest('2'), aRequest('3')];
    const changed = withRequest(requests, aRequest('2', { status: 'APPROVED' }));
    expect(changed.map(({ id, status }) => `${id} ${status}`)).toEqual(['1 SUBMITTED', '2 APPROVED', '3 SUBMITTED']);
    expect(requests[1]?.status).toBe('SUBMITTED');
  });

  it('adds a new one', () => {
    expect(withRequest([aRequest('1')], aRequest('2')).map(({ id }) => id)).toEqual(['1', '2']);
  });
});

describe('withOrder', () => {
  it('carries the order into the request that shows it and keeps the energy type', () => {
    const requests = [aRequest('1', { status: 'ASSIGNED', order: SUMMARY })];
    const changed = withOrder(requests, anOrder('o1', '1', { status: 'DEPARTED', driverName: '吴涛' }));
    expect(changed[0]?.order).toEqual({ ...SUMMARY, status: 'DEPARTED', driverName: '吴涛' });
    expect(changed[0]?.sharing).toBe('CROSS_DEPARTMENT');
  });

  it('leaves a request alone that has no order yet, or another one', () => {
    const requests = [aRequest('1'), aRequest('2', { order: SUMMARY })];
    expect(withOrder(requests, anOrder('o9', '1'))).toBe(requests);
    expect(withOrder(requests, anOrder('o9', '2'))).toBe(requests);
  });
});

describe('queues', () => {
  it('counts every request in exactly one tab', () => {
    const statuses = ['SUBMITTED', 'APPROVED', 'ASSIGNED', 'UNDERWAY', 'CLOSED', 'RETURNED', 'REJECTED', 'CANCELLED'] as const;
    const counts = countByQueue(statuses.map((status) => aRequest(status, { status })));
    expect(counts).toEqual({ SUBMITTED: 1, APPROVED: 1, ASSIGNED: 1, UNDERWAY: 1, CLOSED: 1, OTHER: 3 });
  });

  it('lists open requests by departure and finished ones newest first', () => {
    const early = { departAt: '2026-01-05T02:00:00Z' };
    const late = { departAt: '2026-01-06T02:00:00Z' };
    const open = [aRequest('late', late), aRequest('early', early)];
    const closed = open.map((request) => ({ ...request, status: 'CLOSED' as const }));
    expect(inQueue(open, 'SUBMITTED').map(({ id }) => id)).toEqual(['early', 'late']);
    expect(inQueue(closed, 'CLOSED').map(({ id }) => id)).toEqual(['late', 'early']);
  });
});
