import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../api/http';
import { PushStream } from './pushStream';

class Recorder {
  readonly story: string[] = [];
  opened = () => void this.story.push('opened');
  lost = (attempt: number) => void this.story.push(`lost ${attempt}`);
  alive = () => undefined;
  received = ({ event, data }: { event: string; data: string }) => void this.story.push(`${event}:${data}`);
}

function answering(...chunks: string[]): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(encoder.encode(chunk));
      controller.close();
    },
  });
  return new Response(body);
}

function silent(signal: AbortSignal): Response {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => signal.addEventListener('abort', () => controller.error(new Error('aborted'))),
  });
  return new Response(body);
}

describe('PushStream', () => {
  const recorder = () => new Recorder();
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('hands on events and reconnects when the stream ends', async () => {
    const listener = recorder();
    const stream = new PushStream(async () => answering('event: request\nda', 'ta: 1\n\n'), listener);
    void stream.run();
    await vi.advanceTimersByTimeAsync(1_300);
    stream.close();
    expect(listener.story.slice(0, 5)).toEqual(['opened', 'request:1', 'lost 1', 'opened', 'request:1']);
  });

  it('counts attempts while the server cannot be reached', async () => {
    const listener = recorder();
    const stream = new PushStream(async () => Promise.reject(new Error('refused')), listener);
    void stream.run();
    await vi.advanceTimersByTimeAsync(4_000);
    stream.close();
    expect(listener.story).toEqual(['lost 1', 'lost 2', 'lost 3']);
  });

  it('gives up a connection that falls silent', async () => {
    const listener = recorder();
    const stream = new PushStream(async (signal) => silent(signal), listener);
    void stream.run();
    await vi.advanceTimersByTimeAsync(44_000);
    expect(listener.story).toEqual(['opened']);
    await vi.advanceTimersByTimeAsync(1_500);
    stream.close();
    expect(listener.story).toEqual(['opened', 'lost 1']);
  });

  it('does not come back with a token the server refuses', async () => {
    const listener = recorder();
    const stream = new PushStream(async () => Promise.reject(new ApiError({ status: 401 })), listener);
    await stream.run();
    expect(listener.story).toEqual([]);
  });
});
