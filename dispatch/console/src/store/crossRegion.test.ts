import { describe, expect, it } from 'vitest';
import { actsOf, waitsForUs, withService } from './crossRegion';
import { aService } from './fixtures';

describe('withService', () => {
  it('puts the last opened first and keeps one of each', () => {
    const first = aService('1', { openedAt: '2026-01-05T01:00:00Z' });
    const second = aService('2', { openedAt: '2026-01-05T02:00:00Z' });
    const known = withService(withService([], first), second);
    expect(known.map(({ id }) => id)).toEqual(['2', '1']);
    expect(withService(known, { ...first, status: 'OFFERED', version: 1 }).map(({ id, status }) => [id, status])).toEqual([
      ['2', 'INQUIRED'],
      ['1', 'OFFERED'],
    ]);
  });

  it('takes away what is over, and knows an answer that is older than a push', () => {
    expect(withService([aService('1')], aService('1', { status: 'DECLINED' }))).toEqual([]);
    const newer = [aService('1', { status: 'OFFERED', version: 2 })];
    expect(withService(newer, aService('1', { version: 1 }))).toBe(newer);
  });
});

describe('actsOf', () => {
  it('answers an inquiry at the host, and an offer at home', () => {
    expect(actsOf(aService('1', { role: 'HOST' }))).toEqual(['offer', 'decline']);
    expect(actsOf(aService('1', { role: 'HOME', status: 'OFFERED' }))).toEqual(['book', 'cancel']);
  });

  it('leaves what is on the road, and confirms a use once, when it is proven and came about', () => {
    const proven = aService('1', { role: 'HOME', status: 'COMPLETED', evidence: {} });
    expect(actsOf(aService('1', { role: 'HOME', status: 'UNDERWAY' }))).toEqual([]);
    expect(actsOf(proven)).toEqual(['confirm-use']);
    expect(actsOf({ ...proven, useConfirmed: {} })).toEqual([]);
    expect(actsOf({ ...proven, noShow: {} })).toEqual([]);
  });
});

describe('waitsForUs', () => {
  it('is so where the other side can do nothing', () => {
    expect(waitsForUs(aService('1', { role: 'HOST' }))).toBe(true);
    expect(waitsForUs(aService('1', { role: 'HOST', status: 'OFFERED' }))).toBe(false);
    expect(waitsForUs(aService('1', { role: 'HOME' }))).toBe(false);
    expect(waitsForUs(aService('1', { role: 'HOME', status: 'OFFERED' }))).toBe(true);
  });
});
