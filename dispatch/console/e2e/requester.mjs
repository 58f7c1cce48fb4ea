const HOUR_MS = 3_600_000;

/** Places in the six provinces of the demo, by the first two digits of the region code. */
const PLACES = {
  31: ['人民大道', 31.2304, 121.4737, '虹桥站', 31.1945, 121.3201],
  32: ['南京市北京西路', 32.0617, 118.7632, '南京南站', 31.9687, 118.7982],
  33: ['杭州市省府路', 30.2655, 120.1536, '杭州东站', 30.2908, 120.2129],
  34: ['合肥市中山路', 31.8206, 117.2272, '合肥南站', 31.7993, 117.2906],
  51: ['成都市督院街', 30.6571, 104.0817, '成都东站', 30.6292, 104.1413],
  50: ['重庆市人民路', 29.5647, 106.5507, '重庆北站', 29.6099, 106.5513],
};

/** Submits a use request through the API as the demo's requester, departing after so many hours, perhaps in another region; answers with the request. */
export async function submitRequest(base, hours = 1, hostRegionCode = null) {
  const token = await call(base, 'auth/token', null, { username: 'requester', password: 'demo' });
  const units = await call(base, 'units?limit=200', token.access_token);
  const unit = units.items.find(({ id }) => id === token.unitId);
  if (!unit) throw new Error(`units does not list the requester's own unit ${token.unitId}: ${JSON.stringify(units.items)}`);
  const [from, fromLatitude, fromLongitude, to, toLatitude, toLongitude] = PLACES[unit.regionCode.slice(0, 2)];
  const departAt = Date.now() + hours * HOUR_MS;
  return call(base, 'requests', token.access_token, {
    unitId: token.unitId,
    purpose: '赴现场核验，浏览器测试提交',
    category: 'QT',
    passengers: 2,
    pickup: { name: from, latitude: fromLatitude, longitude: fromLongitude },
    dropoff: { name: to, latitude: toLatitude, longitude: toLongitude },
    departAt: new Date(departAt).toISOString(),
    returnAt: new Date(departAt + 2 * HOUR_MS).toISOString(),
    hostRegionCode,
  });
}

async function call(base, path, token, body) {
  const headers = { 'Content-Type': 'application/json' };
  if (token) headers.Authorization = `Bearer ${token}`;
  if (body) headers['Idempotency-Key'] = crypto.randomUUID();
  const response = await fetch(new URL(`api/v1/${path}`, base), {
    method: body ? 'POST' : 'GET',
    headers,
    body: body && JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`);
  return JSON.parse(text);
}
