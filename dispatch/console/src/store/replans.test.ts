import { describe, expect, it } from 'vitest';
import type { ReplanMove, ReplanSeat } from '../api/planning';
import { aReplan } from './fixtures';
import { gain_fen, withReplan } from './replans';

describe('withReplan', () => {
  it('puts a new proposal first and keeps one of each', () => {
    const known = [aReplan('1'), aReplan('2')];
    expect(withReplan(known, aReplan('3')).map(({ id }) => id)).toEqual(['3', '1', '2']);
    expect(withReplan(known, aReplan('2', { version: 1 })).map(({ id, version }) => [id, version])).toEqual([
      ['2', 1],
      ['1', 0],
    ]);
  });

  it('takes away what is decided or stale', () => {
    expect(withReplan([aReplan('1')], aReplan('1', { state: 'STALE' }))).toEqual([]);
    expect(withReplan([], aReplan('1', { state: 'DISCARDED' }))).toEqual([]);
  });
});

describe('gain_fen', () => {
  const seat = (cost_fen: number | null): ReplanSeat => ({
    vehicleId: 'v',
    plate: '沪AD12345',
    driverId: 'd',
    driverName: '周海',
    startsAt: '2026-01-05T02:00:00Z',
    cost_fen,
  });
  const move = (from: ReplanSeat | null, to: ReplanSeat): ReplanMove => ({
    orderId: 'o',
    orderNumber: 'PC-1',
    requestId: 'r',
    requestNumber: 'YC-1',
    from,
    to,
    forced: false,
  });

  it('is what the order costs less', () => {
    expect(gain_fen(move(seat(5000), seat(1500)))).toBe(3500);
  });

  it('is not known without both figures', () => {
    expect(gain_fen(move(null, seat(1500)))).toBeNull();
    expect(gain_fen(move(seat(null), seat(1500)))).toBeNull();
  });
});
