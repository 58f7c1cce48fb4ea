import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DispatchApi } from './dispatchApi';
import { ApiError, HttpClient } from './http';
import { newUuid } from './uuid';

const fetched = vi.fn<(path: string, init: RequestInit) => Promise<Response>>();

beforeEach(() => void vi.stubGlobal('fetch', fetched.mockReset()));
afterEach(() => void vi.unstubAllGlobals());

function answer(status: number, body: unknown): Response {
  const response = new Response(JSON.stringify(body), { status });
  Object.defineProperty(response, 'url', { value: 'http://console.test/api/v1/quotas' });
  return response;
}

it('sends the token and reads the answer', async () => {
  fetched.mockResolvedValueOnce(answer(200, { items: [], next: null }));
  await new HttpClient('secret').get('quotas');
  const [path, init] = fetched.mock.calls[0] ?? [];
  expect(path).toBe('api/v1/quotas');
  expect(new Headers(init?.headers).get('Authorization')).toBe('Bearer secret');
});

it('throws the problem the server describes, with its violations', async () => {
  const violation = { rule: 'quota-exceeded', clause: '第六条', message: '超编', messageEn: 'over quota' };
  fetched.mockResolvedValueOnce(answer(422, { detail: '不符合规定', code: 'rule', violations: [violation] }));
  const failure = await new HttpClient('t').get('quotas').catch((error: unknown) => error);
  expect((failure as ApiError).problem).toEqual({ status: 422, detail: '不符合规定', code: 'rule', violations: [violation] });
});

it('describes an answer that is not a problem by status and path', async () => {
  fetched.mockResolvedValueOnce(answer(502, 'Bad gateway'));
  const failure = await new HttpClient('t').get('quotas').catch((error: unknown) => error);
  expect((failure as ApiError).problem).toMatchObject({ status: 502, code: 'http-502', detail: 'HTTP 502：/api/v1/quotas' });
});

it('ends the session on 401, but not when signing in', async () => {
  const ended = vi.fn();
  fetched.mockImplementation(async () => answer(401, { detail: '令牌过期' }));
  await expect(new HttpClient('old', ended).get('quotas')).rejects.toBeInstanceOf(ApiError);
  expect(ended).toHaveBeenCalledOnce();
  await expect(new HttpClient(null, ended).get('quotas')).rejects.toBeInstanceOf(ApiError);
  expect(ended).toHaveBeenCalledOnce();
});

it('says so when the server cannot be reached', async () => {
  fetched.mockRejectedValueOnce(new TypeError('failed'));
  const failure = await new HttpClient('t').get('quotas').catch((error: unknown) => error);
  expect((failure as ApiError).problem.code).toBe('unreachable');
});

it('follows next until the last page', async () => {
  fetched.mockResolvedValueOnce(answer(200, { items: ['a'], next: 'c/1' }));
  fetched.mockResolvedValueOnce(answer(200, { items: ['b'], next: null }));
  expect(await new DispatchApi(new HttpClient('t')).listRequests()).toEqual(['a', 'b']);
  expect(fetched.mock.calls.map(([path]) => path)).toEqual(['api/v1/requests?limit=200', 'api/v1/requests?limit=200&cursor=c%2F1']);
});

it('makes UUIDs of version 7 that begin with the time', () => {
  expect(newUuid(0x0123456789ab)).toMatch(/^01234567-89ab-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
