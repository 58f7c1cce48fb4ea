import { expect, it } from 'vitest';
import type { Acquisition } from '../api/types';
import { byCategory, withAcquisitions } from './compliance';
import { aQuota } from './fixtures';

it('sums quotas by category and counts units without a place left', () => {
  const quotas = [aQuota('甲', 'QT', 3, 5), aQuota('甲', 'JYTX', 1, 1), aQuota('乙', 'QT', 4, 4), aQuota('丙', 'QT', 6, 5)];
  expect(byCategory(quotas)).toEqual([
    { category: 'QT', categoryName: 'QT 用车', number: 14, inUse: 13, fullUnits: 2 },
    { category: 'JYTX', categoryName: 'JYTX 用车', number: 1, inUse: 1, fullUnits: 1 },
  ]);
});

it('keeps each acquisition once, newest first, fifty at most', () => {
  const decided = (id: number) => ({ id: `a${id}`, decidedAt: new Date(id * 60_000).toISOString() }) as Acquisition;
  const known = Array.from({ length: 50 }, (_, index) => decided(index));
  const merged = withAcquisitions(known, [decided(49), decided(50)]);
  expect(merged).toHaveLength(50);
  expect(merged.slice(0, 2).map(({ id }) => id)).toEqual(['a50', 'a49']);
});
