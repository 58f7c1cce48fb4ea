/** Fetches the font of the printed order for Maven, once; removes the weights that are not used. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const HOME = import.meta.dirname;
const FAMILY = join(HOME, 'node_modules', '@expo-google-fonts', 'noto-sans-sc');
const USED = '400Regular';

if (!existsSync(join(FAMILY, USED, `NotoSansSC_${USED}.ttf`))) {
  const { status, error } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: HOME, stdio: 'inherit' });
  if (error) console.error(`npm cannot be started (${error.message}). Install Node.js 20.19 or later with npm.`);
  if (status !== 0) process.exit(status ?? 1);
  for (const weight of readdirSync(FAMILY)) {
    if (/^\d00/.test(weight) && weight !== USED) rmSync(join(FAMILY, weight), { recursive: true });
  }
}
