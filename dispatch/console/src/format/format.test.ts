import { expect, it } from 'vitest';
import { percent, tenThousandYuan, threshold, yuan } from './figures';
import { plateColourOf, plateText } from './labels';
import { age, clockSeconds, day, fromInput, period, toInput } from './time';

it('shows Beijing time whatever the zone of the machine', () => {
  expect(day('2026-01-05T16:30:00Z')).toBe('01-06 周二');
  expect(clockSeconds('2026-01-05T16:30:05Z')).toBe('00:30:05');
});

it('names the second day of a period only when there is one', () => {
  expect(period('2026-01-05T01:00:00Z', '2026-01-05T09:30:00Z')).toBe('01-05 周一 09:00–17:30');
  expect(period('2026-01-05T14:00:00Z', '2026-01-05T17:00:00Z')).toBe('01-05 周一 22:00–01-06 周二 01:00');
});

it('puts instants into inputs and reads them there as Beijing time', () => {
  expect(toInput('2026-01-05T16:30:00Z')).toBe('2026-01-06T00:30');
  expect([fromInput('2026-01-06T00:30'), fromInput('')]).toEqual(['2026-01-05T16:30:00.000Z', null]);
});

it('says how old something is in the largest unit that fits', () => {
  const now = Date.parse('2026-01-05T12:00:00Z');
  const ages = ['2026-01-05T11:59:57Z', '2026-01-05T11:58:01Z', '2026-01-05T06:59:00Z', '2026-01-01T11:00:00Z'];
  expect(ages.map((instant) => age(instant, now))).toEqual(['3 秒前', '1 分钟前', '5 小时前', '4 天前']);
});

it('does not show a clock that runs ahead as a negative age', () => {
  expect(age('2026-01-05T12:00:09Z', Date.parse('2026-01-05T12:00:00Z'))).toBe('0 秒前');
});

it('shows shares, thresholds and money', () => {
  expect([percent(0.28571), percent(null), threshold(0.3)]).toEqual(['28.6%', '—', '30%']);
  expect([tenThousandYuan(18_000_000), yuan(1_234_567)]).toEqual(['18.00 万元', '¥12,345.67']);
});

it('writes plates as people do, in their colour', () => {
  expect([plateText('沪A12345'), plateText('沪AD12345'), plateText('沪A·12345')]).toEqual(['沪A·12345', '沪A·D12345', '沪A·12345']);
  expect([plateColourOf('PHEV'), plateColourOf('HEV')]).toEqual(['GREEN', 'BLUE']);
});
