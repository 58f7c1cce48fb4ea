import { describe, expect, it } from 'vitest';
import { SseParser } from './sseParser';

const event = (name: string, data: string, id = '') => ({ event: name, data, id });

describe('SseParser', () => {
  it('reads a named event', () => {
    expect(new SseParser().push('event: vehicle\ndata: {"a":1}\n\n')).toEqual([event('vehicle', '{"a":1}')]);
  });

  it('waits for the blank line', () => {
    const parser = new SseParser();
    expect(parser.push('data: one\n')).toEqual([]);
    expect(parser.push('\n')).toEqual([event('message', 'one')]);
  });

  it('gives the same events wherever the chunks are cut', () => {
    const text = 'event: request\r\nid: 7\r\ndata: 沪A\r\ndata: 二\r\n\r\n: heartbeat\r\n\r\nevent: order\rdata: x\r\rdata: y\n\n';
    const whole = new SseParser().push(text);
    for (let cut = 0; cut <= text.length; cut++) {
      const parser = new SseParser();
      expect([...parser.push(text.slice(0, cut)), ...parser.push(text.slice(cut))]).toEqual(whole);
    }
    expect(whole).toEqual([event('request', '沪A\n二', '7'), event('order', 'x', '7'), event('message', 'y', '7')]);
  });

  it('gives the same events one character at a time', () => {
    const parser = new SseParser();
    const events = [...'event: a\r\ndata: 1\r\n\r\ndata: 2\r\n\r\n'].flatMap((character) => parser.push(character));
    expect(events).toEqual([event('a', '1'), event('message', '2')]);
  });

  it('ignores comments, unknown fields and events without data', () => {
    expect(new SseParser().push(': heartbeat\n\nretry: 10\nfoo: bar\nevent: empty\n\n')).toEqual([]);
  });

  it('does not carry an event name over to the next event', () => {
    expect(new SseParser().push('event: empty\n\ndata: x\n\n')).toEqual([event('message', 'x')]);
  });

  it('strips one leading space of a value, not two', () => {
    expect(new SseParser().push('data:  x\ndata:y\ndata\n\n')).toEqual([event('message', ' x\ny\n')]);
  });
});
