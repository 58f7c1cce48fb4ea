import { expect, it } from 'vitest';
import { backOff_ms } from './backOff';

it('doubles from one second and stops at fifteen', () => {
  expect([1, 2, 3, 4, 5, 50].map((attempt) => backOff_ms(attempt, 0.5))).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
});

it('spreads by a fifth to either side', () => {
  expect([backOff_ms(1, 0), backOff_ms(1, 1)]).toEqual([800, 1_200]);
});
