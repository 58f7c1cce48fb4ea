import type { CaseAct, CaseStatus, CrossRegionService, NewOffer } from './crossRegion';
import type { HttpClient } from './http';
import type { Explanation, NewPlan, Pair, Plan, Recommendations, SharedRide, Replan, ReplanEvent } from './planning';
import type { Acquisition, LiveVehicle, LiveVehicles, NevShare, NewDecision, Order, Page, Quota, Token, UseRequest } from './types';

const PAGE_SIZE = 200;
const MOST_PAGES = 50;

/** The calls the console makes, one method each. */
export class DispatchApi {
  constructor(private readonly http: HttpClient) {}

  signIn(username: string, password: string): Promise<Token> {
    return this.http.post<Token>('auth/token', { username, password });
  }

  async listLiveVehicles(): Promise<LiveVehicle[]> {
    return (await this.http.get<LiveVehicles>('vehicles/live')).features;
  }

  listRequests(): Promise<UseRequest[]> {
    return this.listAll<UseRequest>('requests');
  }

  listQuotas(): Promise<Quota[]> {
    return this.listAll<Quota>('quotas');
  }

  listNevShares(): Promise<NevShare[]> {
    return this.listAll<NevShare>('compliance/nev-share');
  }

  async listRecentAcquisitions(): Promise<Acquisition[]> {
    return (await this.http.get<Page<Acquisition>>('acquisitions?limit=50')).items;
  }

  decide(requestId: string, decision: NewDecision): Promise<UseRequest> {
    return this.http.post<UseRequest>(`requests/${requestId}/decisions`, decision);
  }

  /** The order as a PDF to print. */
  async getSlip(orderId: string): Promise<Blob> {
    const slip = await this.http.open(`orders/${orderId}/slip`, { headers: { Accept: 'application/pdf' } });
    return slip.blob();
  }

  startPlan(plan: NewPlan): Promise<Plan> {
    return this.http.post<Plan>('plans', plan);
  }

  getPlan(planId: string): Promise<Plan> {
    return this.http.get<Plan>(`plans/${planId}`);
  }

  commitPlan(planId: string): Promise<Plan> {
    return this.http.post<Plan>(`plans/${planId}/commit`, {});
  }

  /** Ends the solving with the best plan found so far. */
  stopPlan(planId: string): Promise<Plan> {
    return this.http.post<Plan>(`plans/${planId}/stop`, {});
  }

  recommend(requestId: string): Promise<Recommendations> {
    return this.http.get<Recommendations>(`requests/${requestId}/recommendations?limit=5&others=8`);
  }

  assign(requestId: string, pair: Pair): Promise<Order> {
    return this.http.post<Order>('orders', { requestId, vehicleId: pair.vehicleId, driverId: pair.driverId });
  }

  /** 合乘: with an order that has vehicle and driver already. */
  ride(requestId: string, { orderId }: SharedRide): Promise<Order> {
    return this.http.post<Order>('orders', { requestId, ridesWithId: orderId });
  }

  /** Why a plan serves a request as it does, or does not. */
  explain(planId: string, requestId: string): Promise<Explanation> {
    return this.http.get<Explanation>(`plans/${planId}/explanations/${requestId}`);
  }

  getOrder(orderId: string): Promise<Order> {
    return this.http.get<Order>(`orders/${orderId}`);
  }

  /** What should change because of what happened; nothing does before it is committed. */
  replan(event: ReplanEvent): Promise<Replan> {
    return this.http.post<Replan>('replans', event);
  }

  /** Proposals that nobody has decided. */
  async listReplans(): Promise<Replan[]> {
    return (await this.http.get<Page<Replan>>('replans?status=OFFERED&limit=50')).items;
  }

  commitReplan(replanId: string): Promise<Replan> {
    return this.http.post<Replan>(`replans/${replanId}/commit`, {});
  }

  discardReplan(replanId: string): Promise<Replan> {
    return this.http.post<Replan>(`replans/${replanId}/discard`, {});
  }

  /** Uses across regions, the last opened first. */
  async listCrossRegion(statuses: CaseStatus[]): Promise<CrossRegionService[]> {
    return (await this.http.get<Page<CrossRegionService>>(`cross-region-services?status=${statuses.join()}&limit=200`)).items;
  }

  /** Asks the host region of a request. */
  inquire(requestId: string, contact: string): Promise<CrossRegionService> {
    return this.http.post<CrossRegionService>('cross-region-services', { requestId, contact });
  }

  actOnCase(id: string, act: CaseAct, body: NewOffer | { reason: string } | null): Promise<CrossRegionService> {
    return this.http.post<CrossRegionService>(`cross-region-services/${id}/${act}`, body ?? {});
  }

  openStream(signal: AbortSignal): Promise<Response> {
    return this.http.open('stream', { signal, cache: 'no-store', headers: { Accept: 'text/event-stream' } });
  }

  private async listAll<T>(path: string): Promise<T[]> {
    const items: T[] = [];
    let cursor: string | null = null;
    for (let page = 0; page < MOST_PAGES; page++) {
      const query: string = `${path}?limit=${PAGE_SIZE}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`;
      const answer: Page<T> = await this.http.get<Page<T>>(query);
      items.push(...answer.items);
      cursor = answer.next;
      if (!cursor) return items;
    }
    return items;
  }
}
