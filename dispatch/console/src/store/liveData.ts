import type { DispatchApi } from '../api/dispatchApi';
import type { CrossRegionService } from '../api/crossRegion';
import { problemOf } from '../api/http';
import type { Replan } from '../api/planning';
import type { Acquisition, LiveVehicle, NevShare, Order, Problem, Quota, Role, UseRequest } from '../api/types';
import { PushStream } from '../push/pushStream';
import type { SseEvent } from '../push/sseParser';
import { Cell } from './cell';
import { withAcquisitions } from './compliance';
import { OPEN_CASES, withService } from './crossRegion';
import { type Link, lost, opened } from './link';
import { failed, type Loaded, loaded, notLoaded } from './loaded';
import { withReplan } from './replans';
import { withOrder, withRequest } from './requests';
import { VehicleStore } from './vehicleStore';

const RECOVERED_MS = 5_000;
const PATIENCE_MS = 1_500;
const RESYNC_MS = 120_000;
const COMPLIANCE_DELAY_MS = 500;

/**
 * Everything the workbench shows, kept true by the push stream: full lists are read whenever the stream (re)opens, pushes
 * are applied on top. Nothing here is ever changed ahead of the server.
 */
export class LiveData {
  readonly vehicles = new VehicleStore();
  readonly vehicleProblem = new Cell<Problem | null>(null);
  readonly requests = new Cell<Loaded<UseRequest>>(notLoaded());
  readonly quotas = new Cell<Loaded<Quota>>(notLoaded());
  readonly nevShares = new Cell<Loaded<NevShare>>(notLoaded());
  readonly acquisitions = new Cell<Loaded<Acquisition>>(notLoaded());
  /** Re-plan proposals that wait for a decision, newest first; of dispatchers and supervisors only. */
  readonly replans = new Cell<Replan[]>([]);
  /** Uses across regions that are not over; of dispatchers only. */
  readonly crossRegion = new Cell<CrossRegionService[]>([]);
  readonly link = new Cell<Link>({ status: 'connecting' });
  /** When the server was last heard, by this machine's clock; read on a timer, never observed. */
  lastHeardAt = Date.now();

  private readonly stream: PushStream;
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private waiting: Array<(requests: UseRequest[]) => UseRequest[]> | null = null;
  private generation = 0;
  private stopped = false;

  constructor(
    private readonly api: DispatchApi,
    private readonly roles: Role[] = [],
  ) {
    this.stream = new PushStream((signal) => api.openStream(signal), {
      opened: () => this.onOpened(),
      lost: (attempt, retryIn_ms) => this.link.update((link) => lost(link, Date.now(), attempt, retryIn_ms)),
      alive: () => void (this.lastHeardAt = Date.now()),
      received: (event) => this.onEvent(event),
    });
  }

  /** Lists are read once the stream is open, so that nothing falls between; a stream slow to open is not waited for. */
  start(): void {
    this.later('reload', PATIENCE_MS, () => void this.reload());
    void this.stream.run();
  }

  stop(): void {
    this.stopped = true;
    this.stream.close();
    for (const timer of this.timers.values()) clearTimeout(timer);
  }

  /** Reads all lists again; each may fail alone. */
  async reload(): Promise<void> {
    clearTimeout(this.timers.get('reload'));
    await Promise.all([this.reloadVehicles(), this.reloadRequests(), this.reloadCompliance(), this.reloadAcquisitions(), this.reloadReplans(), this.reloadCrossRegion()]);
  }

  /** Takes over a request the server answered with. */
  accept(request: UseRequest): void {
    this.changeRequests((requests) => withRequest(requests, request));
  }

  private async reloadVehicles(): Promise<void> {
    this.later('resync', RESYNC_MS, () => void this.reloadVehicles());
    const askedAt = performance.now();
    try {
      this.vehicles.replaceAll(await this.api.listLiveVehicles(), askedAt);
      this.vehicleProblem.set(null);
    } catch (failure) {
      this.vehicleProblem.set(problemOf(failure));
    }
  }

  private async reloadRequests(): Promise<void> {
    const generation = ++this.generation;
    this.waiting = [];
    const next = await fetched(this.requests.get(), () => this.api.listRequests());
    if (generation !== this.generation) return;
    const items = this.waiting.reduce((requests, change) => change(requests), next.items);
    this.waiting = null;
    this.requests.set({ ...next, items });
  }

  private async reloadCompliance(): Promise<void> {
    const [quotas, shares] = await Promise.all([
      fetched(this.quotas.get(), () => this.api.listQuotas()),
      fetched(this.nevShares.get(), () => this.api.listNevShares()),
    ]);
    this.quotas.set(quotas);
    this.nevShares.set(shares);
  }

  private async reloadAcquisitions(): Promise<void> {
    const next = await fetched(this.acquisitions.get(), () => this.api.listRecentAcquisitions());
    this.acquisitions.update((known) => ({ ...next, items: withAcquisitions(known.items, next.items) }));
  }

  /** They come by push, too: a list that cannot be read now leaves those known. */
  private async reloadReplans(): Promise<void> {
    if (!this.roles.includes('DISPATCHER') && !this.roles.includes('SUPERVISOR')) return;
    const known = await fetched(loaded(this.replans.get()), () => this.api.listReplans());
    this.replans.set(known.items);
  }

  /** Takes over a proposal the server answered with. */
  acceptReplan(replan: Replan): void {
    this.replans.update((known) => withReplan(known, replan));
  }

  private async reloadCrossRegion(): Promise<void> {
    if (!this.roles.includes('DISPATCHER')) return;
    const known = await fetched(loaded(this.crossRegion.get()), () => this.api.listCrossRegion(OPEN_CASES));
    this.crossRegion.set(known.items);
  }

  /** Takes over a use across regions the server answered with. */
  acceptService(service: CrossRegionService): void {
    this.crossRegion.update((known) => withService(known, service));
  }

  private onOpened(): void {
    this.link.update(opened);
    this.later('recovered', RECOVERED_MS, () => this.link.set({ status: 'open', recovered: false }));
    void this.reload();
  }

  private onEvent(event: SseEvent): void {
    switch (event.event) {
      case 'vehicle':
        return this.vehicles.merge(JSON.parse(event.data) as LiveVehicle);
      case 'request':
        return this.accept(JSON.parse(event.data) as UseRequest);
      case 'order':
        return this.onOrder(JSON.parse(event.data) as Order);
      case 'replan':
        return this.acceptReplan(JSON.parse(event.data) as Replan);
      case 'cross-region-service':
        return this.acceptService(JSON.parse(event.data) as CrossRegionService);
      case 'acquisition':
        return this.onAcquisition(JSON.parse(event.data) as Acquisition);
      default: // an event of a newer server
    }
  }

  private onOrder(order: Order): void {
    this.changeRequests((requests) => withOrder(requests, order));
  }

  private onAcquisition(acquisition: Acquisition): void {
    this.acquisitions.update((known) => ({ ...known, items: withAcquisitions(known.items, [acquisition]) }));
    this.later('compliance', COMPLIANCE_DELAY_MS, () => void this.reloadCompliance());
  }

  private changeRequests(change: (requests: UseRequest[]) => UseRequest[]): void {
    this.waiting?.push(change);
    this.requests.update((known) => ({ ...known, items: change(known.items) }));
  }

  private later(name: string, delay_ms: number, task: () => void): void {
    if (this.stopped) return;
    clearTimeout(this.timers.get(name));
    this.timers.set(name, setTimeout(task, delay_ms));
  }
}

async function fetched<T>(before: Loaded<T>, list: () => Promise<T[]>): Promise<Loaded<T>> {
  try {
    return loaded(await list());
  } catch (failure) {
    return failed(before, problemOf(failure));
  }
}
