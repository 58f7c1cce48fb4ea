import type { LiveVehicle } from '../api/types';

/** Told which vehicles changed or left. */
export type VehicleListener = (changed: ReadonlySet<string>) => void;

/** Runs `task` before a paint to come. */
export type FrameScheduler = (task: () => void) => void;

const PAUSE_MS = 200;

/** Waits a little, then for the next paint: at most five announcements a second, none while the page is hidden. */
const beforePaint: FrameScheduler = (task) => void setTimeout(() => requestAnimationFrame(task), PAUSE_MS);

/**
 * The last known fix and state of every vehicle. Pushes are merged at once but announced together, so ten thousand
 * vehicles cost one announcement. An older fix never replaces a newer one.
 */
export class VehicleStore {
  private readonly byId = new Map<string, LiveVehicle>();
  private readonly touchedAt = new Map<string, number>();
  private readonly listeners = new Set<VehicleListener>();
  private changed = new Set<string>();
  private scheduled = false;

  constructor(
    private readonly onFrame: FrameScheduler = beforePaint,
    private readonly clock: () => number = () => performance.now(),
  ) {}

  find(id: string): LiveVehicle | undefined {
    return this.byId.get(id);
  }

  findByPlate(plate: string): LiveVehicle | undefined {
    for (const vehicle of this.byId.values()) if (vehicle.properties.plate === plate) return vehicle;
    return undefined;
  }

  list(): Iterable<LiveVehicle> {
    return this.byId.values();
  }

  get size(): number {
    return this.byId.size;
  }

  merge(vehicle: LiveVehicle): void {
    if (isOlder(vehicle, this.byId.get(vehicle.id))) return;
    this.byId.set(vehicle.id, vehicle);
    this.touchedAt.set(vehicle.id, this.clock());
    this.announce(vehicle.id);
  }

  /** Takes over a full list asked for at `askedAt`; drops what the list misses, unless a push brought it since. */
  replaceAll(vehicles: LiveVehicle[], askedAt: number): void {
    const listed = new Set(vehicles.map((vehicle) => vehicle.id));
    for (const vehicle of vehicles) this.merge(vehicle);
    for (const id of [...this.byId.keys()]) {
      if (!listed.has(id) && (this.touchedAt.get(id) ?? 0) < askedAt) this.remove(id);
    }
  }

  subscribe(listener: VehicleListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private remove(id: string): void {
    this.byId.delete(id);
    this.touchedAt.delete(id);
    this.announce(id);
  }

  private announce(id: string): void {
    this.changed.add(id);
    if (this.scheduled) return;
    this.scheduled = true;
    this.onFrame(() => this.flush());
  }

  private flush(): void {
    const changed = this.changed;
    this.changed = new Set();
    this.scheduled = false;
    for (const listener of this.listeners) listener(changed);
  }
}

function isOlder(vehicle: LiveVehicle, known: LiveVehicle | undefined): boolean {
  return known !== undefined && Date.parse(vehicle.properties.reportedAt) < Date.parse(known.properties.reportedAt);
}
