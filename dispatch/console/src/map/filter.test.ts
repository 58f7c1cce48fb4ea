import { expect, it } from 'vitest';
import { aVehicle } from '../store/fixtures';
import { NO_FILTER, passes, withStateToggled } from './filter';
import { mayBeShown } from './tianditu';
import { countVehicles } from './vehicleCounts';

const { properties } = aVehicle('v');

it('finds a plate in any case, with or without the dot', () => {
  const found = (plate: string) => passes(properties, { ...NO_FILTER, plate });
  expect(['沪a·d12', 'd123 45', '345', ''].map(found)).toEqual([true, true, true, true]);
  expect(found('沪B')).toBe(false);
});

it('filters by energy and hidden state', () => {
  expect(passes(properties, { ...NO_FILTER, energy: 'NEW_ENERGY' })).toBe(true);
  expect(passes(properties, { ...NO_FILTER, energy: 'COMBUSTION' })).toBe(false);
  const hidden = withStateToggled(NO_FILTER, 'IDLE');
  expect(passes(properties, hidden)).toBe(false);
  expect(passes(properties, withStateToggled(hidden, 'IDLE'))).toBe(true);
});

it('counts vehicles by state and energy', () => {
  const counts = countVehicles([aVehicle('1'), aVehicle('2', { state: 'ON_TRIP', newEnergy: false })]);
  expect(counts).toEqual({
    total: 2,
    newEnergy: 1,
    byState: { IDLE: 1, ON_TRIP: 1, ASSIGNED: 0, OFFLINE: 0, OUT_OF_SERVICE: 0 },
  });
});

it('shows tiles only with a key and a review number', () => {
  const config = { vectorUrl: 'v', labelUrl: 'l' };
  expect(mayBeShown({ ...config, key: 'k', reviewNumber: '' })).toBe(false);
  expect(mayBeShown({ ...config, key: '', reviewNumber: 'r' })).toBe(false);
  expect(mayBeShown({ ...config, key: 'k', reviewNumber: 'r' })).toBe(true);
});
