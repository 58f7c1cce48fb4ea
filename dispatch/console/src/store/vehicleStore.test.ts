import { beforeEach, describe, expect, it } from 'vitest';
import { aVehicle } from './fixtures';
import { VehicleStore } from './vehicleStore';

describe('VehicleStore', () => {
  let frames: Array<() => void>;
  let now: number;
  let store: VehicleStore;
  let announced: string[][];

  const nextFrame = () => {
    for (const task of frames.splice(0)) task();
  };

  beforeEach(() => {
    frames = [];
    now = 0;
    announced = [];
    store = new VehicleStore((task) => frames.push(task), () => now);
    store.subscribe((changed) => announced.push([...changed]));
  });

  it('announces many pushes once, each vehicle once', () => {
    for (let push = 0; push < 100; push++) store.merge(aVehicle(`v${push % 2}`));
    expect(announced).toEqual([]);
    expect(frames).toHaveLength(1);
    nextFrame();
    expect(announced).toEqual([['v0', 'v1']]);
  });

  it('keeps the newer fix when an older one arrives late', () => {
    store.merge(aVehicle('v', { reportedAt: '2026-01-05T01:00:10Z' }, [121.5, 31.2]));
    store.merge(aVehicle('v', { reportedAt: '2026-01-05T01:00:09Z' }, [121.4, 31.1]));
    expect(store.find('v')?.geometry.coordinates).toEqual([121.5, 31.2]);
  });

  it('takes a new state with the same fix', () => {
    store.merge(aVehicle('v'));
    store.merge(aVehicle('v', { state: 'ASSIGNED' }));
    expect(store.find('v')?.properties.state).toBe('ASSIGNED');
  });

  it('drops what a later full list misses, but not what a push brought meanwhile', () => {
    now = 1;
    store.merge(aVehicle('gone'));
    now = 3;
    store.merge(aVehicle('new'));
    store.replaceAll([aVehicle('listed')], 2);
    nextFrame();
    expect([...store.list()].map(({ id }) => id)).toEqual(['new', 'listed']);
    expect(announced[0]).toContain('gone');
  });

  it('announces ten thousand vehicles in one frame', () => {
    for (let number = 0; number < 10_000; number++) store.merge(aVehicle(`v${number}`));
    nextFrame();
    expect(announced).toHaveLength(1);
    expect(announced[0]).toHaveLength(10_000);
  });
});
