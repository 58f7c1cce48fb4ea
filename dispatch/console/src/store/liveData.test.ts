import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DispatchApi } from '../api/dispatchApi';
import { ApiError } from '../api/http';
import type { UseRequest } from '../api/types';
import { aReplan, aRequest, aService } from './fixtures';
import { LiveData } from './liveData';

/** A server under the test's hand: one stream to write to, a request list answered when told. */
class FakeServer {
  requests: () => Promise<UseRequest[]> = async () => [];
  quotas: () => Promise<never[]> = async () => [];
  private held: Promise<void> = Promise.resolve();
  private readonly streams: ReadableStreamDefaultController<Uint8Array>[] = [];

  readonly api = {
    listLiveVehicles: async () => [],
    listRequests: () => this.requests(),
    listQuotas: () => this.quotas(),
    listNevShares: async () => [],
    listRecentAcquisitions: async () => [],
    listReplans: async () => [aReplan('1')],
    listCrossRegion: async () => [aService('1')],
    openStream: async () => {
      await this.held;
      return new Response(new ReadableStream({ start: (controller) => void this.streams.push(controller) }));
    },
  } as unknown as DispatchApi;

  /** The stream answers only when the returned function is called. */
  holdStream(): () => void {
    let release: () => void = () => undefined;
    this.held = new Promise((resolve) => (release = resolve));
    return () => release();
  }

  push(event: string, data: unknown): void {
    this.streams.at(-1)?.enqueue(new TextEncoder().encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`));
  }

  drop(): void {
    this.streams.at(-1)?.close();
  }
}

describe('LiveData', () => {
  let server: FakeServer;
  let live: LiveData;

  beforeEach(() => {
    vi.useFakeTimers();
    server = new FakeServer();
    live = new LiveData(server.api);
  });
  afterEach(() => {
    live.stop();
    vi.useRealTimers();
  });

  const settle = () => vi.advanceTimersByTimeAsync(1);
  const statuses = () => live.requests.get().items.map(({ id, status }) => `${id} ${status}`);

  it('applies a push on top of the list', async () => {
    server.requests = async () => [aRequest('1')];
    live.start();
    await settle();
    server.push('request', aRequest('1', { status: 'APPROVED' }));
    await settle();
    expect(statuses()).toEqual(['1 APPROVED']);
  });

  it('does not lose a push that arrives while the list is read', async () => {
    let answer: (requests: UseRequest[]) => void = () => undefined;
    server.requests = () => new Promise((resolve) => (answer = resolve));
    live.start();
    await settle();
    server.push('request', aRequest('1', { status: 'APPROVED' }));
    await settle();
    answer([aRequest('1'), aRequest('2')]);
    await settle();
    expect(statuses()).toEqual(['1 APPROVED', '2 SUBMITTED']);
  });

  it('shows the lists although the stream does not open, and reads them again when it does', async () => {
    const streamOpens = server.holdStream();
    server.requests = async () => [aRequest('1')];
    live.start();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(statuses()).toEqual(['1 SUBMITTED']);
    server.requests = async () => [aRequest('1', { status: 'APPROVED' })];
    streamOpens();
    await settle();
    expect(statuses()).toEqual(['1 APPROVED']);
  });

  it('says when the connection is lost and reads everything again when it is back', async () => {
    server.requests = async () => [aRequest('1')];
    live.start();
    await settle();
    expect(live.link.get()).toEqual({ status: 'open', recovered: false });
    server.requests = async () => [aRequest('1', { status: 'CLOSED' })];
    server.drop();
    await settle();
    expect(live.link.get()).toMatchObject({ status: 'lost', attempt: 1 });
    await vi.advanceTimersByTimeAsync(1_300);
    expect(live.link.get()).toEqual({ status: 'open', recovered: true });
    expect(statuses()).toEqual(['1 CLOSED']);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(live.link.get()).toEqual({ status: 'open', recovered: false });
  });

  it('keeps what loads when one list fails, and says which failed', async () => {
    server.requests = async () => [aRequest('1')];
    server.quotas = async () => Promise.reject(new ApiError({ status: 403, code: 'forbidden', detail: '无权查看编制' }));
    live.start();
    await settle();
    expect(statuses()).toEqual(['1 SUBMITTED']);
    expect(live.quotas.get().problem).toMatchObject({ status: 403, detail: '无权查看编制' });
  });

  it('keeps the re-plan proposals that wait, of those who dispatch only', async () => {
    live.start();
    await settle();
    expect(live.replans.get()).toEqual([]);
    live.stop();
    live = new LiveData(server.api, ['DISPATCHER']);
    live.start();
    await settle();
    server.push('replan', aReplan('2'));
    server.push('replan', aReplan('1', { state: 'COMMITTED' }));
    await settle();
    expect(live.replans.get().map(({ id }) => id)).toEqual(['2']);
  });

  it('keeps the uses across regions of a dispatcher that are not over', async () => {
    live.stop();
    live = new LiveData(server.api, ['DISPATCHER']);
    live.start();
    await settle();
    server.push('cross-region-service', aService('2', { openedAt: '2026-01-05T03:00:00Z' }));
    server.push('cross-region-service', aService('1', { status: 'CANCELLED', version: 1 }));
    await settle();
    expect(live.crossRegion.get().map(({ id }) => id)).toEqual(['2']);
  });
});
