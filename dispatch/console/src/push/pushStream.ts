import { ApiError } from '../api/http';
import { backOff_ms } from './backOff';
import { type SseEvent, SseParser } from './sseParser';

/** What a push stream tells its owner. */
export interface PushListener {
  opened(): void;
  lost(attempt: number, retryIn_ms: number): void;
  alive(): void;
  received(event: SseEvent): void;
}

const SILENCE_MS = 45_000;

/** Keeps one event stream open: reads it, notices silence (the server sends a heartbeat every 15 s), reconnects with back-off. */
export class PushStream {
  private readonly closed = new AbortController();
  private attempt = 0;

  constructor(
    private readonly open: (signal: AbortSignal) => Promise<Response>,
    private readonly listener: PushListener,
  ) {}

  async run(): Promise<void> {
    while (!this.closed.signal.aborted) {
      try {
        await this.readOnce();
      } catch (failure) {
        if (failure instanceof ApiError && failure.problem.status === 401) return;
      }
      if (!this.closed.signal.aborted) await this.pause();
    }
  }

  close(): void {
    this.closed.abort();
  }

  private async readOnce(): Promise<void> {
    const connection = new AbortController();
    const end = () => connection.abort();
    this.closed.signal.addEventListener('abort', end);
    const watch = new Watchdog(SILENCE_MS, end);
    try {
      const response = await this.open(connection.signal);
      if (!response.body) throw new Error('the event stream has no body');
      this.attempt = 0;
      this.listener.opened();
      await this.read(response.body, watch);
    } finally {
      watch.stop();
      this.closed.signal.removeEventListener('abort', end);
      connection.abort();
    }
  }

  private async read(body: ReadableStream<Uint8Array>, watch: Watchdog): Promise<void> {
    const reader = body.getReader();
    const decoder = new TextDecoder();
    const parser = new SseParser();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      watch.feed();
      this.listener.alive();
      for (const event of parser.push(decoder.decode(value, { stream: true }))) this.listener.received(event);
    }
  }

  private async pause(): Promise<void> {
    this.attempt++;
    const wait_ms = backOff_ms(this.attempt);
    this.listener.lost(this.attempt, wait_ms);
    await new Promise<void>((resume) => {
      const timer = setTimeout(resume, wait_ms);
      this.closed.signal.addEventListener('abort', () => (clearTimeout(timer), resume()), { once: true });
    });
  }
}

class Watchdog {
  private timer: ReturnType<typeof setTimeout>;

  constructor(
    private readonly limit_ms: number,
    private readonly bite: () => void,
  ) {
    this.timer = setTimeout(bite, limit_ms);
  }

  feed(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.bite, this.limit_ms);
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}
