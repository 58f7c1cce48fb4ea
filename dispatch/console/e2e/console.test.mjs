/**
 * The console against a running demo, in a real browser. Environment: MOTORPOOL_URL (required), MOTORPOOL_CHROMIUM, SCREENSHOT.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { describePage, drawnVehicles, eventually, openPage, rememberSubmittedCards } from './browser.mjs';
import { submitRequest } from './requester.mjs';

const base = process.env.MOTORPOOL_URL;
if (!base) throw new Error('MOTORPOOL_URL is not set; give the address of a running demo, such as http://127.0.0.1:8080/');

const PROVINCES = ['310000', '320000', '330000', '340000', '500000', '510000'];

describe('dispatcher console', () => {
  let browser;
  let page;
  let troubles;
  let listsRead = 0;
  /** A request with a vehicle, which departs in an hour. */
  let waiting = '';

  const byTestId = (id) => page.getByTestId(id);
  const explain = () => describePage(page, troubles);

  before(async () => {
    ({ browser, page, troubles } = await openPage());
    page.on('request', (request) => {
      if (new URL(request.url()).pathname.endsWith('/vehicles/live')) listsRead++;
    });
    await page.goto(base);
  });
  after(() => browser?.close());

  async function signIn(password) {
    await byTestId('login-username').fill('dispatcher');
    await byTestId('login-password').fill(password);
    await byTestId('login-submit').click();
  }

  it('says why a wrong password is refused', async () => {
    await signIn('not-the-password');
    const problem = await byTestId('login-problem').innerText({ timeout: 15_000 });
    assert.match(problem, /\S/);
    assert.deepEqual(troubles.splice(0).map((trouble) => trouble.slice(0, 8)), ['HTTP 401']);
  });

  it('signs in and draws at least 200 vehicles', async () => {
    await signIn('demo');
    const drawn = await eventually(
      '200 vehicles on the map',
      90,
      async () => {
        const vehicles = await drawnVehicles(page);
        return vehicles.length >= 200 && vehicles;
      },
      explain,
    );
    const strange = drawn.filter(({ longitude, latitude }) => !(longitude > 97 && longitude < 123.5 && latitude > 26 && latitude < 36));
    assert.deepEqual(strange, [], 'every vehicle is in one of the six provinces');
    await eventually('the count beside the map', 5, async () => Number(await byTestId('vehicle-count').innerText()) >= 200, explain);
  });

  it('moves a vehicle by push, without reading the list or the page again', async () => {
    await page.evaluate(() => {
      window.stillTheSamePage = true;
    });
    let readBefore = -1;
    let before = new Map();
    const moved = await eventually(
      'a vehicle that moves',
      60,
      async () => {
        if (readBefore !== listsRead) {
          readBefore = listsRead;
          before = new Map((await drawnVehicles(page)).map((vehicle) => [vehicle.id, vehicle]));
          return undefined;
        }
        const now = await drawnVehicles(page);
        return readBefore === listsRead && now.find((vehicle) => hasMoved(before.get(vehicle.id), vehicle));
      },
      explain,
    );
    assert.equal(await page.evaluate(() => window.stillTheSamePage), true, 'the page was not loaded again');
    console.log(`moved: ${moved.plate} ${JSON.stringify(before.get(moved.id))} → ${JSON.stringify(moved)}`);
  });

  function hasMoved(before, now) {
    return (
      before !== undefined &&
      now.reportedAt > before.reportedAt &&
      (Math.abs(now.longitude - before.longitude) > 1e-6 || Math.abs(now.latitude - before.latitude) > 1e-6)
    );
  }

  async function cardsIn(status) {
    await byTestId(`queue-tab-${status}`).click();
    while (await byTestId('queue-more').isVisible()) await byTestId('queue-more').click();
    const cards = page.locator(`[data-testid=request-card][data-status=${status}]`);
    return cards.evaluateAll((elements) => elements.map((element) => element.dataset.requestId));
  }

  it('shows a request go from submitted to assigned', async () => {
    await byTestId('queue-tab-SUBMITTED').click();
    await rememberSubmittedCards(page);
    const request = await submitRequest(base);
    const submitted = () => page.evaluate(() => [...window.seenSubmitted]);
    await eventually('the new request on the page', 15, async () => (await submitted()).includes(request.id), explain);
    const assigned = await eventually(
      'a request that goes from SUBMITTED to ASSIGNED',
      180,
      async () => {
        await byTestId('queue-tab-SUBMITTED').click();
        const seen = await submitted();
        return (await cardsIn('ASSIGNED')).find((id) => seen.includes(id));
      },
      async () => `seen submitted: ${(await submitted()).join(', ')}; ${await explain()}`,
    );
    waiting = assigned;
    const card = page.locator(`[data-testid=request-card][data-request-id="${assigned}"]`);
    assert.match(await card.locator('.plate').innerText(), /\S{7,}/, 'the card shows the plate');
    assert.match(await card.getByTestId('sharing').innerText(), /本单位|跨部门|跨区域/);
  });

  it('proposes a re-plan for an order whose vehicle breaks down, and discards it', async () => {
    await cardsIn('ASSIGNED');
    await page.locator(`[data-testid=request-card][data-request-id="${waiting}"]`).getByTestId('replan').click();
    await byTestId('replan-ask').click();
    await eventually('a proposal', 60, async () => byTestId('replan-preview').isVisible(), explain);
    const concerned = (await byTestId('replan-move').count()) + (await byTestId('replan-unserved').count());
    assert.ok(concerned >= 1, 'the order moves, or is said to be unserved');
    await eventually('the proposal above the queue', 10, async () => byTestId('replan-bar').isVisible(), explain);
    await byTestId('replan-discard').click();
    const state = () => byTestId('replan-preview').getAttribute('data-state');
    await eventually('the proposal discarded', 20, async () => (await state()) === 'DISCARDED', explain);
    await page.keyboard.press('Escape');
    await eventually('the dialog closed', 10, async () => !(await byTestId('replan-preview').isVisible()), explain);
  });

  /** The virtual dispatcher plans a day ahead at most, so that this one is left to the browser. */
  it('recommends vehicles, and explains what a plan does with a request', async () => {
    const request = await submitRequest(base, 60);
    const approved = async () => (await cardsIn('APPROVED')).includes(request.id);
    await eventually('the request approved', 120, approved, explain);
    await page.locator(`[data-testid=request-card][data-request-id="${request.id}"]`).getByTestId('recommend').click();
    await eventually('vehicles with what they cost', 30, async () => (await byTestId('recommended').count()) > 0, explain);
    assert.match(await byTestId('recommended').first().innerText(), /¥\s?\d/, 'a recommended vehicle has its price');
    await page.keyboard.press('Escape');
    await eventually('the recommendations closed', 10, async () => !(await byTestId('recommendations').isVisible()), explain);

    await byTestId('plan-open').click();
    await page.getByLabel('出车时间范围').click();
    await page.getByTitle('今后 3 天').click();
    await byTestId('plan-start').click();
    const item = page.locator('[data-testid=plan-item], [data-testid=plan-unserved]').filter({ hasText: request.number });
    await eventually('the request in the proposal', 60, async () => item.isVisible(), explain);
    await item.getByTestId('explain').click();
    await eventually('why the plan does so', 30, async () => byTestId('explanation').isVisible(), explain);
    assert.match(await byTestId('explanation').innerText(), /选定|可派|约束/);
    await page.keyboard.press('Escape');
    await eventually('the proposal closed', 10, async () => !(await byTestId('plan-preview').isVisible()), explain);
  });

  /** The demo's dispatcher sees both sides: the one who asks, and the one whose vehicle is to go. */
  it('asks another region for a vehicle, offers, books, and withdraws', async () => {
    const request = await submitRequest(base, 60, '330000');
    await eventually('the request approved', 120, async () => (await cardsIn('APPROVED')).includes(request.id), explain);
    await page.locator(`[data-testid=request-card][data-request-id="${request.id}"]`).getByTestId('inquire').click();
    const contact = `联系人 ${request.number}`;
    await byTestId('inquire-contact').fill(contact);
    await byTestId('inquire-submit').click();
    await eventually('the bar of uses across regions', 30, async () => byTestId('cross-region-bar').isVisible(), explain);
    await byTestId('cross-region-open').click();
    const home = page.locator(`[data-testid=case][data-role=HOME][data-request-id="${request.id}"]`);
    const host = page.locator('[data-testid=case][data-role=HOST]').filter({ hasText: contact });
    const becomes = (side, status) =>
      eventually(`the case ${status}`, 60, async () => (await side.count()) === 1 && (await side.getAttribute('data-status')) === status, explain);
    await becomes(host, 'INQUIRED');
    await host.getByTestId('case-offer').click();
    await host.getByTestId('offer-estimate').fill('120.5');
    await host.getByTestId('offer-submit').click();
    await becomes(home, 'OFFERED');
    assert.match(await home.innerText(), /¥120\.50/, 'home sees what it will cost');
    await home.getByTestId('case-book').click();
    await becomes(home, 'BOOKED');
    await becomes(host, 'BOOKED');
    await host.getByTestId('case-withdraw').click();
    await host.getByTestId('case-reason').fill('车辆故障，浏览器测试');
    await host.getByTestId('case-reason-submit').click();
    await eventually('the case over on both sides', 60, async () => (await home.count()) + (await host.count()) === 0, explain);
    await page.keyboard.press('Escape');
    await eventually('the dialog closed', 10, async () => !(await byTestId('cases').isVisible()), explain);
  });

  it('finds a vehicle by its plate and says what is known of it', async () => {
    const [vehicle] = await drawnVehicles(page);
    await page.locator('h1').click();
    await page.keyboard.press('/');
    await page.keyboard.type(vehicle.plate);
    await page.keyboard.press('Enter');
    await eventually('the plate in the popup', 10, async () => {
      const popup = byTestId('vehicle-popup');
      return (await popup.isVisible()) && (await popup.locator('.plate').innerText()).replace('·', '') === vehicle.plate.replace('·', '');
    }, explain);
    assert.match(await byTestId('vehicle-age').innerText(), /前/);
    assert.equal(await byTestId('vehicle-count').innerText(), '1', 'only the plate searched for is drawn');
    await byTestId('plate-search').fill('');
    await byTestId('vehicle-popup').getByRole('button', { name: '关闭' }).click();
  });

  it('shows the compliance figures with the clause of every refusal', async () => {
    await eventually('the share of six provinces', 30, async () => (await byTestId('nev-row').count()) >= PROVINCES.length, explain);
    const regions = await byTestId('nev-row').evaluateAll((rows) => rows.map((row) => row.dataset.region));
    assert.deepEqual(PROVINCES.filter((province) => !regions.includes(province)), [], 'provinces without a figure');

    const rows = (outcome) => page.locator(`[data-testid=acquisition-row][data-outcome=${outcome}]`);
    await eventually('an accepted acquisition and three refused', 60, async () => (await rows('ACCEPTED').count()) >= 1 && (await rows('REFUSED').count()) >= 3, explain);
    const clauses = await rows('REFUSED').evaluateAll((refused) =>
      refused.map((row) => row.querySelector('[data-testid=violation-clause]')?.textContent?.trim() ?? ''),
    );
    assert.deepEqual(clauses.filter((clause) => clause === ''), [], 'refusals without a clause');
    assert.ok((await byTestId('quota-row').count()) >= 1, 'quota figures');
  });

  it('had no errors, and leaves a picture', async () => {
    await byTestId('area-shanghai').click();
    await byTestId('queue-tab-ASSIGNED').click();
    await eventually('the live mark', 10, async () => (await byTestId('link-status').getAttribute('data-status')) === 'open', explain);
    assert.equal(await page.locator('[role=alert]').count(), 0, await explain());
    assert.deepEqual(troubles, []);
    if (!process.env.SCREENSHOT) return;
    await page.evaluate(() => new Promise((resume) => setTimeout(resume, 600)));
    await page.screenshot({ path: process.env.SCREENSHOT });
  });
});
