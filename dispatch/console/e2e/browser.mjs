import { chromium } from 'playwright-core';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts Chromium and opens one page that remembers everything that went wrong on it. */
export async function openPage() {
  const executablePath = process.env.MOTORPOOL_CHROMIUM || '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 }, locale: 'zh-CN' });
  const troubles = [];
  page.on('pageerror', (error) => troubles.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    // failed loads are told with their address by the response handler below
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) troubles.push(`console: ${message.text()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`HTTP ${response.status()} ${response.request().method()} ${response.url()}`);
  });
  return { browser, page, troubles };
}

/** Asks `probe` again and again until it gives something truthy; after the deadline fails with what `describe` says. */
export async function eventually(what, seconds, probe, describe = async () => '') {
  const deadline = Date.now() + seconds * 1_000;
  for (;;) {
    const found = await probe();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`${what}: not within ${seconds} s. ${await describe()}`);
    await new Promise((resume) => setTimeout(resume, 400));
  }
}

/** What the page shows, for the message of a failed test. */
export async function describePage(page, troubles) {
  const problems = await page.locator('[role=alert]').allInnerTexts();
  const counts = await page.locator('[data-testid^=queue-count-]').allInnerTexts();
  const drawn = await drawnVehicles(page);
  return [
    `vehicles drawn: ${drawn.length}`,
    `queue counts: ${counts.join(' ')}`,
    `alerts on the page: ${problems.join(' | ') || 'none'}`,
    `troubles: ${troubles.join(' | ') || 'none'}`,
  ].join('; ');
}

/** The vehicles drawn on the map, read from the map itself. */
export function drawnVehicles(page) {
  return page.evaluate(() => window.motorpool?.vehicles() ?? []);
}

/** Keeps the ids of all request cards that the page ever shows as SUBMITTED in `window.seenSubmitted`, however briefly. */
export function rememberSubmittedCards(page) {
  return page.evaluate(() => {
    window.seenSubmitted = new Set();
    const look = () => {
      for (const card of document.querySelectorAll('[data-testid=request-card][data-status=SUBMITTED]')) {
        window.seenSubmitted.add(card.dataset.requestId);
      }
    };
    look();
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
}
